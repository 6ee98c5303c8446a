import { z } from 'zod';
import { ARTIFACT_IDS } from '#case-study/artifacts.ts';
import { MAX_USERS } from '#cost/engine/options.ts';
import { HOST } from '#model/hosts.ts';
import { HEADLINE } from './costs.ts';

const address = z.url({
  protocol: /^https?$/,
  message: 'an address that begins with https:// or http://',
});

/** As many users as the command line takes. */
const userCount = z.int().min(1).max(MAX_USERS);

/** A finding that the author knows and accepts; the reason is shown beside it. */
const silenced = z.strictObject({ off: z.string().min(1) });

/** What `portfolio({ … })` in `astro.config.mjs` takes. Unknown keys are errors. */
export const portfolioConfig = z.strictObject({
  /** The title of the site; home page and browser tabs. */
  title: z.string().min(1),
  /** One or two sentences for search engines and shared links. */
  description: z.string().min(1).optional(),
  author: z.strictObject({
    name: z.string().min(1),
    role: z.string().min(1),
    /** Two or three sentences in the third person, for home and about. */
    bio: z.string().min(1).optional(),
    email: z.email().optional(),
    links: z.array(z.strictObject({ label: z.string().min(1), url: address })).default([]),
    /** Address of a CV, or a path in the public folder. */
    cv: z.string().min(1).optional(),
    /** Marks the sample's author on every page until a real one is named. */
    placeholder: z.boolean().default(false),
  }),
  /** Where the sources are, for edit links. */
  repository: address.optional(),
  /** Where the site will stand; needed for canonical links, the sitemap and shared cards. */
  site: address.optional(),
  /** The path below it, such as `/portfolio`. */
  base: z
    .string()
    .regex(/^\/(?:[^\s/?#\\]+(?:\/|$))*$/, 'a path that begins with /, such as /portfolio')
    .default('/'),
  /** BCP 47 tag of the language of the content. */
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as en or pt-BR')
    .default('en'),
  /** The two numbers of users at which every system is shown, the smaller first. */
  users: z
    .tuple([userCount, userCount])
    .refine(([small, large]) => small < large, 'two numbers of users, the smaller first')
    .default([...HEADLINE.users]),
  /** The region whose prices are shown: that of a price book, or of `cost-models/prices.yaml`. */
  region: z.string().min(1).default(HEADLINE.region),
  /** What is asked of every study; `off` takes an artifact out of the matrix. */
  readiness: z
    .partialRecord(z.enum(ARTIFACT_IDS), z.enum(['required', 'optional', 'off']))
    .default({}),
  /** Warnings that are known and accepted, by code. */
  rules: z.record(z.string(), silenced).default({}),
  /** Who reads the workspace: this project, or the Structurizr tool on this machine. */
  engine: z.enum(['native', 'structurizr-cli']).default('native'),
  /** Hosts that a workspace may include, extend or take themes and pictures from. */
  hosts: z.array(z.string().regex(HOST.pattern, HOST.words).toLowerCase()).default([]),
});

export type PortfolioConfig = z.output<typeof portfolioConfig>;
export type PortfolioConfigInput = z.input<typeof portfolioConfig>;
