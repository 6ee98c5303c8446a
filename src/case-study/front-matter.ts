import { z } from 'zod';
import { ARTIFACT_IDS } from './artifacts.ts';

/** Front matter of a study's `index.mdx`. */
export const studyMeta = z.strictObject({
  /** The page's title: what the system is, in a line. */
  title: z.string().min(1),
  /** A short name for lists and headers; the title when it is not given. */
  name: z.string().min(1).optional(),
  /** What a reader should know after one sentence; also the page's description for search engines. */
  summary: z.string().min(1),
  /** Place among the studies; the number that figures and sections carry. */
  order: z.int().positive(),
  /** Identifier of the software system in the workspace. */
  system: z.string().min(1),
  /** Id of the cost model; a study without one says how to begin. */
  costModel: z.string().min(1).optional(),
  /** Key of the view that stands for the study on the home page. */
  drawing: z.string().min(1).optional(),
  /** A draft is built, marked as one, and left out of the home page's count. */
  draft: z.boolean().default(false),
  /** The one that everything is asked of: rollout, pitch, deep dive and five decisions too. */
  flagship: z.boolean().default(false),
  /** Artifacts that this system has no use for, each with the reason. */
  notApplicable: z.partialRecord(z.enum(ARTIFACT_IDS), z.string().min(1)).default({}),
  tags: z.array(z.string().min(1)).default([]),
});

/** Front matter of a further page of a study. */
export const pageMeta = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).optional(),
  order: z.int().positive().optional(),
  /** For a page that is spoken: how long that may take. */
  minutes: z.int().positive().optional(),
  /** For somebody who does not build such things: no word that only builders use. */
  plain: z.boolean().optional(),
});

export type StudyMeta = z.output<typeof studyMeta>;
export type PageMeta = z.output<typeof pageMeta>;
