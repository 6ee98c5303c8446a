import type { Price, PriceBook } from './book.ts';

/** A price that buys the same amount of something cheaper, and what moving there takes. */
export interface Sibling {
  readonly price: Price;
  readonly takes: string;
}

const ARM =
  'Images built for ARM, and a load test: a processor of another kind carries other loads.';
const MANAGED = 'A change of the instance class, in a maintenance window, after a load test.';
const NEWER = 'A move to the newer generation of the same size, after a load test.';
const VALKEY =
  'A change of engine to Valkey, which speaks Redis’ protocol, after a test of what it leaves out.';

/** Services that run what the author builds: elsewhere the provider sees to the processor. */
const OWN_IMAGES = new Set(['ec2', 'fargate', 'lambda']);

/** The family of an instance: `m` 6 `gd` of `m6gd`. */
const FAMILY = /^([a-z]+)(\d+)([a-z]*)$/;

/** The cheapest price of the same unit, class and size; none where a price is the cheapest itself. */
export function cheapestSibling(price: Price, { prices }: PriceBook): Sibling | undefined {
  const found = [...prices.values()].flatMap((other) => {
    const isCheaper = firstPrice(other) < firstPrice(price);
    const takes =
      isCheaper && other.unit === price.unit && !other.lifecycle && takesOf(price.id, other.id);
    return takes ? [{ price: other, takes }] : [];
  });
  return found.toSorted((a, b) => firstPrice(a.price) - firstPrice(b.price))[0];
}

/** What it takes to go from one id to a sibling's; none where they are not siblings. */
function takesOf(from: string, to: string): string | undefined {
  const [ours, theirs] = [from.split('.'), to.split('.')];
  if (ours.length !== theirs.length) return undefined;
  const steps = ours.flatMap((part, index) => {
    const other = theirs[index] ?? '';
    return part === other ? [] : [stepOf(part, other, ours[0] ?? '')];
  });
  // All parts that differ have to be a known step.
  if (steps.length === 0 || steps.some((step) => step === undefined)) return undefined;
  return [...new Set(steps)].join(' ');
}

function stepOf(from: string, to: string, service: string): string | undefined {
  if (from === 'redis' && to === 'valkey') return VALKEY;
  if (from.endsWith('_x86') && to === from.replace(/x86$/, 'arm')) return ARM;
  const [, kind, generation, more = ''] = FAMILY.exec(from) ?? [];
  const [, otherKind, otherGeneration, otherMore = ''] = FAMILY.exec(to) ?? [];
  if (kind === undefined || kind !== otherKind) return undefined;
  if (Number(otherGeneration) < Number(generation)) return undefined;
  // What stands behind the generation may only be the maker of the processor.
  if (/[^agi]/.test(more) || /[^agi]/.test(otherMore)) return undefined;
  if (!OWN_IMAGES.has(service)) return MANAGED;
  return otherMore.includes('g') && !more.includes('g') ? ARM : NEWER;
}

function firstPrice({ tiers }: Price): number {
  return tiers[0]?.unitPrice ?? 0;
}
