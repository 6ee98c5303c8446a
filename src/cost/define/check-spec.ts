import { didYouMean, suggest } from '#diagnostics/suggest.ts';
import { described, type Fault, isRecord } from './fault.ts';

/** What a model is defined with: whether it must be there, what it is, and what to write. */
const KEYS = {
  id: { kind: 'text', hint: "Such as `id: 'web-shop'`: its name in commands and addresses." },
  title: { kind: 'text', hint: "Such as `title: 'Web shop'`, for readers." },
  system: { kind: 'text', hint: "The software system in the workspace: `system: 'shop'`." },
  user: { kind: 'text', hint: "What counts as one user: `user: 'Who opens the shop in a month'`." },
  leavesOut: { kind: 'optional text', hint: 'A sentence, or leave it out.' },
  zones: { kind: 'count', hint: 'A whole number of zones, such as 3, or leave it out.' },
  drivers: { kind: 'object', hint: 'What is assumed, by name; `drivers: {}` where nothing is.' },
  choices: { kind: 'optional object', hint: 'Decisions by name, or leave it out.' },
  demand: {
    kind: 'function',
    hint: 'What users ask for: `demand: ({ users, drivers }) => ({ orders: users.times(drivers.orders) })`.',
  },
  sizing: {
    kind: 'function',
    hint: 'What is bought in steps; `sizing: () => ({})` where nothing is.',
  },
  flows: { kind: 'optional function', hint: '`flows: () => ({})`, or leave it out.' },
  components: {
    kind: 'function',
    hint: "What each part is billed for: `components: ({ demand }) => ({ web: { element: 'shop.web', title: 'Web', lines: {} } })`.",
  },
  perUnit: { kind: 'list', hint: "Names of the demand: `perUnit: ['orders']`, or leave it out." },
} as const;

type Key = keyof typeof KEYS;

/**
 * What can be said about a definition by looking at it: keys that are missing, misspelt or hold the
 * wrong kind of value. Node runs a model without checking its types, so that anything may be here.
 */
export function checkSpec(spec: unknown): Fault[] {
  if (!isRecord(spec)) {
    const message = `\`defineCostModel\` takes an object and is given ${described(spec)}.`;
    return [{ message, hint: "Write `defineCostModel({ id: '…', title: '…', … })`." }];
  }
  const names = Object.keys(KEYS) as Key[];
  const unknown = unknownKeys(spec, names, 'A model has', []);
  const meant = Object.keys(spec)
    .filter((key) => !Object.hasOwn(KEYS, key))
    .map((key) => suggest(key, names));
  const wrong = names
    .filter((key) => !(spec[key] === undefined && meant.includes(key)))
    .flatMap((key) => checkKey(key, spec[key]));
  return [...unknown, ...wrong];
}

/** Keys that nothing reads: a word is misspelt, or stands in the wrong place. */
export function unknownKeys(
  value: object,
  known: readonly string[],
  whose: string,
  path: readonly string[],
): Fault[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      message: `${whose} no \`${key}\`.`,
      hint: didYouMean(key, known) ?? `There are ${known.join(', ')}.`,
      path: [...path, key],
    }));
}

function checkKey(key: Key, value: unknown): Fault[] {
  const { kind, hint } = KEYS[key];
  if (value === undefined) {
    const needed = kind === 'text' || kind === 'object' || kind === 'function';
    return needed ? [{ message: `The model has no \`${key}\`.`, hint }] : [];
  }
  if (fits(kind, value)) return [];
  const wanted = {
    text: 'a text that is not empty',
    'optional text': 'a text that is not empty',
    count: 'a whole number from 1',
    object: 'an object',
    'optional object': 'an object',
    function: 'a function',
    'optional function': 'a function',
    list: 'a list of names',
  }[kind];
  const message = `\`${key}\` is ${described(value)} and must be ${wanted}.`;
  return [{ message, hint, path: [key] }];
}

function fits(kind: (typeof KEYS)[Key]['kind'], value: unknown): boolean {
  switch (kind) {
    case 'text':
    case 'optional text':
      return typeof value === 'string' && value.trim() !== '';
    case 'count':
      return Number.isInteger(value) && Number(value) >= 1;
    case 'object':
    case 'optional object':
      return isRecord(value);
    case 'function':
    case 'optional function':
      return typeof value === 'function';
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
}
