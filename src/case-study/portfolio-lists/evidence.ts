import { z } from 'zod';
import { id, text } from '../lists/fields.ts';
import { reference } from './fields.ts';

/** What is read, by kind: books, courses, platforms. */
const shelf = z.strictObject({
  id,
  title: text,
  entries: z
    .array(
      z.strictObject({
        title: text,
        by: text.describe('Author, publisher or place.').optional(),
        link: text.describe('Address of a page: `https://…`.').optional(),
        shown: z.array(reference).default([]).describe('Where the portfolio uses what it teaches.'),
      }),
    )
    .min(1),
});

/** `evidence.yaml`: what is asked of the author, and what of this portfolio shows it. */
export const evidence = z.strictObject({
  reading: z.array(shelf).default([]),
});
