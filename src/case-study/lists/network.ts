import { z } from 'zod';
import { didYouMean } from '#diagnostics/suggest.ts';
import { type Block, contains, overlaps, readBlock } from './cidr.ts';
import { besideFaults, elements, id, text } from './fields.ts';

/** Who is outside, whatever the address. */
export const INTERNET = 'internet';

const cidr = z
  .string()
  .superRefine((written, context) => {
    const { problem } = readBlock(written);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  })
  .describe('A block of addresses: `10.0.0.0/16`.');

const subnet = z.strictObject({
  id,
  cidr,
  zone: text.describe('One of the network’s zones.'),
  kind: z
    .enum(['public', 'private', 'isolated'])
    .describe('public: reached from the internet; private: reaches it by NAT; isolated: neither.'),
  elements: elements.default([]).describe('Identifiers of the elements that stand in it.'),
  also: z
    .array(text)
    .default([])
    .describe('What stands in it and is no element: `NAT gateway`, or the name of a group.'),
});

const group = z.strictObject({
  id,
  name: text,
  elements: elements.default([]).describe('Identifiers of the elements that it protects.'),
});

const rule = z.strictObject({
  from: text.describe('Id of a group, a block of addresses, or `internet`.'),
  to: text.describe('Id of a group, a block of addresses, or `internet`.'),
  ports: z
    .string()
    .regex(
      /^(?:all|\d{1,5}(?:-\d{1,5})?(?:, \d{1,5}(?:-\d{1,5})?)*)$/,
      '`443`, `9092-9098` or `all`',
    )
    .describe('`443`, `80, 443`, `9092-9098` or `all`.'),
  protocol: z.enum(['tcp', 'udp', 'any']).default('tcp'),
  why: text.describe('What needs it.'),
});

/** A network with its subnets, and who may speak to whom in it. */
const net = z
  .strictObject({
    id,
    name: text,
    cidr,
    region: text.optional(),
    size: z
      .enum(['small', 'large'])
      .optional()
      .describe('Which of the portfolio’s two sizes it is built for; both, unless given.'),
    zones: z.array(text).min(1).describe('Availability zones: `us-east-1a`.'),
    subnets: z.array(subnet).min(1),
    groups: z.array(group).default([]).describe('Security groups.'),
    rules: z
      .array(rule)
      .default([])
      .describe('What may be opened from where; whatever no rule names is refused.'),
  })
  .superRefine((value, context) => {
    for (const { path, message, hint } of problemsOf(value)) {
      context.addIssue({ code: 'custom', path: [...path], message, params: { hint } });
    }
  }, besideFaults);

/** `network.yaml` */
export const network = z.array(net);
export type Network = z.output<typeof net>;
export type Rule = Network['rules'][number];

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string | undefined;
}

/** What a network looks like as far as it can be read: single faults are told by its schema. */
const asFarAsRead = z.object({
  cidr: z.string().catch(''),
  zones: z.array(z.string().catch('')).catch([]),
  subnets: z
    .array(
      z
        .object({
          id: z.string().catch(''),
          cidr: z.string().catch(''),
          zone: z.string().catch(''),
        })
        .catch({ id: '', cidr: '', zone: '' }),
    )
    .catch([]),
  groups: z
    .array(z.object({ id: z.string().catch('') }).catch({ id: '' }))
    .nullable()
    .default([])
    .catch(null),
  rules: z
    .array(
      z
        .object({ from: z.string().catch(''), to: z.string().catch('') })
        .catch({ from: '', to: '' }),
    )
    .catch([]),
});

/** What does not fit together in a network: blocks, zones, groups, names that are used twice. */
function* problemsOf(value: unknown): Iterable<Problem> {
  const { cidr: whole, zones, subnets, groups, rules } = asFarAsRead.parse(value);
  const outer = readBlock(whole).block;
  const placed: { readonly id: string; readonly block: Block }[] = [];
  for (const [index, one] of subnets.entries()) {
    const path = ['subnets', index];
    const { block } = readBlock(one.cidr);
    if (block && outer && !contains(outer, block)) {
      yield { path: [...path, 'cidr'], message: `it lies outside the network’s \`${whole}\`` };
    }
    const other = block && placed.find((before) => overlaps(before.block, block));
    if (other) {
      yield { path: [...path, 'cidr'], message: `it overlaps with the subnet \`${other.id}\`` };
    }
    if (block) placed.push({ id: one.id, block });
    if (one.zone !== '' && zones.length > 0 && !zones.includes(one.zone)) {
      const hint = didYouMean(one.zone, zones) ?? `Zones: ${zones.join(', ')}.`;
      yield { path: [...path, 'zone'], message: `\`${one.zone}\` is no zone of the network`, hint };
    }
  }
  yield* repeated('subnets', subnets);
  // Without groups that can be read, what rules name cannot be known.
  if (!groups) return;
  yield* repeated('groups', groups);
  const names = groups.map((one) => one.id).filter((name) => name !== '');
  for (const [index, one] of rules.entries()) {
    for (const end of ['from', 'to'] as const) {
      const name = one[end];
      if (name === '' || name === INTERNET || names.includes(name)) continue;
      const path = ['rules', index, end];
      if (/^\d/.test(name)) {
        const { problem } = readBlock(name);
        if (problem !== undefined) yield { path, message: problem };
        continue;
      }
      const hint = didYouMean(name, [...names, INTERNET]);
      yield {
        path,
        message: `the network has no group \`${name}\``,
        hint: hint ?? `A group (${names.join(', ')}), a block of addresses, or \`${INTERNET}\`.`,
      };
    }
  }
}

function* repeated(
  list: 'subnets' | 'groups',
  entries: readonly { readonly id: string }[],
): Iterable<Problem> {
  for (const [index, { id: name }] of entries.entries()) {
    if (name === '' || entries.findIndex((one) => one.id === name) === index) continue;
    yield { path: [list, index, 'id'], message: `the id \`${name}\` is used twice` };
  }
}
