import { z } from 'zod';

/** What a text or number of a list names: something of another part of the portfolio. */
export const NAMED_KINDS = [
  'view',
  'decision',
  'element',
  'page',
  'cost',
  'entry',
  'benchmark',
  'claim',
  'pitch',
  'practice',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** Which schemas are names, and of what; also holds for what `describe` or a check makes of them. */
export const NAMES = z.registry<{ readonly kind: NamedKind }>();

const named = (kind: NamedKind, form: RegExp, due: string, describe: string) =>
  z.string().regex(form, due).describe(describe).register(NAMES, { kind });

/** Where a reference may lead. What `describe` says is what an editor shows over a key. */
const TARGETS = {
  view: named('view', /./, 'the key of a view', 'Key of a view: `shop-containers`.'),
  decision: z
    .int()
    .positive()
    .describe('Number of a decision record.')
    .register(NAMES, { kind: 'decision' }),
  element: named('element', /./, 'an identifier', 'Identifier of an element: `shop.order`.'),
  page: named(
    'page',
    /^[^/#\s]+(?:\/[^/#\s]+)?(?:#\S+)?$/,
    'a study, its page and a part of it: `shop/caching#stampede`',
    'A study, its page and a part of it: `shop/caching#stampede`, `shop#context`.',
  ),
  cost: named(
    'cost',
    /^[^/\s]+(?:\/\S+)?$/,
    'a cost model, and a part or a line of it: `shop/database.storage`',
    'A cost model, and a part or a line of it: `shop/database`, `shop/database.storage`.',
  ),
  entry: named(
    'entry',
    /^[^/#\s]+\/[^/#\s]+#\S+$/,
    'a study, a list and the id of an entry: `shop/risks#hot-product`',
    'An entry of a study’s typed list: `shop/risks#hot-product`.',
  ),
  benchmark: named(
    'benchmark',
    /^[^/#\s]+#\S+$/,
    'a study and the id of a series: `shop#checkout`',
    'A series of measurements of a study: `shop#checkout`.',
  ),
  claim: named(
    'claim',
    /^[^/#\s]+\/[^/#\s]+#\S+$/,
    'a study, an estimate of its claims and a claim: `shop/targets#memory`',
    'A study, an estimate of its `claims.yaml` and a claim in it: `shop/targets#memory`.',
  ),
  pitch: named('pitch', /./, 'the id of a pitch', 'Id of a pitch in `interview.yaml`: `author`.'),
  practice: named(
    'practice',
    /^[^/\s]+(?:\/\S+)?$/,
    'a kind of question, and one of them: `design/rate-limiter`',
    'Questions of a kind in `practice.yaml`, one of them, or its days: `design`, `design/chat`, `schedule`.',
  ),
} as const satisfies Readonly<Record<NamedKind, z.ZodType>>;

/** Each field by itself, for lists that name one kind of thing alone. */
export const {
  view: viewKey,
  decision: decisionNumber,
  page: studyPage,
  cost: costPart,
  entry: listEntry,
  claim: claimOf,
} = TARGETS;

/** One thing of the portfolio, whatever its kind: exactly one key. */
export const reference = z
  .strictObject({
    view: TARGETS.view.optional(),
    decision: TARGETS.decision.optional(),
    element: TARGETS.element.optional(),
    page: TARGETS.page.optional(),
    cost: TARGETS.cost.optional(),
    entry: TARGETS.entry.optional(),
    benchmark: TARGETS.benchmark.optional(),
    claim: TARGETS.claim.optional(),
    pitch: TARGETS.pitch.optional(),
    practice: TARGETS.practice.optional(),
  })
  .refine((all) => Object.values(all).filter((one) => one !== undefined).length === 1, {
    message: `exactly one of \`${NAMED_KINDS.join('`, `')}\` is due`,
    when: ({ issues }) => issues.length === 0,
  });
export type Reference = z.output<typeof reference>;

/** The kind and the name of a reference that its schema let pass. */
export function namedBy(one: Reference): { readonly kind: NamedKind; readonly name: string } {
  const kind = NAMED_KINDS.find((each) => one[each] !== undefined) ?? 'page';
  return { kind, name: String(one[kind]) };
}
