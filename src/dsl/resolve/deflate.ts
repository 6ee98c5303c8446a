/*
 * Deflate exactly as zlib does it (levels 6 and 9, one stream), bit for bit: the address of a drawing
 * holds the compressed text, and it should be the same address that the reference makes. Node's own
 * zlib is a faster fork that finds other matches.
 *
 * The names follow zlib's deflate.c and trees.c.
 */

const MIN_MATCH = 3;
const MAX_MATCH = 258;
const MAX_DISTANCE = 32768 - (MAX_MATCH + MIN_MATCH + 1);
const TOO_FAR = 4096;
const HASH_MASK = 0x7fff;
const SYMBOLS_PER_BLOCK = 16383;

/** How hard matches are looked for. */
interface Effort {
  readonly good: number;
  readonly lazy: number;
  readonly nice: number;
  readonly chain: number;
}

const EFFORTS: Readonly<Record<6 | 9, Effort>> = {
  6: { good: 8, lazy: 16, nice: 128, chain: 128 },
  9: { good: 32, lazy: 258, nice: 258, chain: 4096 },
};

/** Raw deflate. */
export function deflateRaw(bytes: Uint8Array, level: 6 | 9): Uint8Array {
  const out = new BitWriter();
  const blocks = [...symbolBlocks(bytes, EFFORTS[level])];
  for (const [index, block] of blocks.entries()) {
    writeBlock(out, bytes, block, index === blocks.length - 1);
  }
  return out.finish();
}

/** Deflate in a zlib envelope: header and checksum. */
export function deflateZlib(bytes: Uint8Array, level: 6 | 9): Uint8Array {
  const raw = deflateRaw(bytes, level);
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  const checksum = [b >> 8, b & 255, a >> 8, a & 255];
  return Uint8Array.from([0x78, level === 9 ? 0xda : 0x9c, ...raw, ...checksum]);
}

/** A literal has distance 0; else `length` is the match's less MIN_MATCH. */
interface Symbols {
  readonly distances: number[];
  readonly lengths: number[];
  readonly from: number;
  to: number;
}

/** The text as literals and matches, looked for one place ahead before each is taken. */
function* symbolBlocks(bytes: Uint8Array, effort: Effort): Generator<Symbols> {
  const matcher = new Matcher(bytes, effort);
  let block: Symbols = { distances: [], lengths: [], from: 0, to: 0 };
  let at = 0;
  let match = { length: MIN_MATCH - 1, start: 0 };
  let literalWaits = false;
  const tally = (distance: number, length: number) => {
    block.distances.push(distance);
    block.lengths.push(length);
    return block.distances.length === SYMBOLS_PER_BLOCK;
  };
  while (at < bytes.length) {
    const head = matcher.insert(at);
    const previous = match;
    match = { length: MIN_MATCH - 1, start: previous.start };
    if (head !== 0 && previous.length < effort.lazy && at - head <= MAX_DISTANCE) {
      match = matcher.longest(at, head, previous);
      if (match.length === MIN_MATCH && at - match.start > TOO_FAR) {
        match = { ...match, length: MIN_MATCH - 1 };
      }
    }
    if (previous.length >= MIN_MATCH && match.length <= previous.length) {
      const isFull = tally(at - 1 - previous.start, previous.length - MIN_MATCH);
      const end = at - 1 + previous.length;
      for (at++; at < end; at++) matcher.insert(at);
      literalWaits = false;
      match = { length: MIN_MATCH - 1, start: match.start };
      if (isFull) {
        block.to = at;
        yield block;
        block = { distances: [], lengths: [], from: at, to: at };
      }
    } else {
      const isFull = literalWaits && tally(0, bytes[at - 1] ?? 0);
      if (isFull) {
        block.to = at;
        yield block;
        block = { distances: [], lengths: [], from: at, to: at };
      }
      literalWaits = true;
      at++;
    }
  }
  if (literalWaits) tally(0, bytes[at - 1] ?? 0);
  block.to = at;
  yield block;
}

/** Finds earlier places with the same three bytes, latest first. */
class Matcher {
  readonly #bytes: Uint8Array;
  readonly #effort: Effort;
  readonly #head = new Int32Array(HASH_MASK + 1);
  readonly #previous: Int32Array;

  constructor(bytes: Uint8Array, effort: Effort) {
    this.#bytes = bytes;
    this.#effort = effort;
    this.#previous = new Int32Array(bytes.length);
  }

  /** Notes a place, and gives the latest earlier one; place 0 counts as none. */
  insert(at: number): number {
    const bytes = this.#bytes;
    if (at + MIN_MATCH > bytes.length) return 0;
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const hash = ((a << 10) ^ (b << 5) ^ c) & HASH_MASK;
    const head = this.#head[hash] ?? 0;
    this.#previous[at] = head;
    this.#head[hash] = at;
    return head;
  }

  longest(
    at: number,
    head: number,
    previous: { length: number; start: number },
  ): { length: number; start: number } {
    const bytes = this.#bytes;
    const lookahead = bytes.length - at;
    const nice = Math.min(this.#effort.nice, lookahead);
    const limit = Math.max(0, at - MAX_DISTANCE);
    let chain = previous.length >= this.#effort.good ? this.#effort.chain >> 2 : this.#effort.chain;
    let best = previous.length;
    let start = previous.start;
    for (let candidate = head; candidate > limit && chain > 0; chain--) {
      const length = this.#same(candidate, at);
      if (length > best) {
        best = length;
        start = candidate;
        if (length >= nice) break;
      }
      candidate = this.#previous[candidate] ?? 0;
    }
    return { length: Math.min(best, lookahead), start };
  }

  /** How many bytes are the same; what lies behind the end counts as zeros. */
  #same(a: number, b: number): number {
    const bytes = this.#bytes;
    let length = 0;
    while (length < MAX_MATCH && (bytes[a + length] ?? 0) === (bytes[b + length] ?? 0)) length++;
    return length;
  }
}

class BitWriter {
  readonly #bytes: number[] = [];
  #buffer = 0;
  #count = 0;

  write(value: number, count: number): void {
    for (let bit = 0; bit < count; bit++) {
      this.#buffer |= ((value >> bit) & 1) << this.#count;
      if (++this.#count === 8) this.align();
    }
  }

  /** Fills the byte up. */
  align(): void {
    if (this.#count > 0) this.#bytes.push(this.#buffer);
    this.#buffer = 0;
    this.#count = 0;
  }

  finish(): Uint8Array {
    this.align();
    return Uint8Array.from(this.#bytes);
  }
}

const LENGTH_CODES = 29;
const LITERALS = 256;
const LITERAL_CODES = LITERALS + 1 + LENGTH_CODES;
const DISTANCE_CODES = 30;
const LENGTH_EXTRA = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_EXTRA = Array.from({ length: DISTANCE_CODES }, (_none, code) =>
  Math.max(0, (code >> 1) - 1),
);
const RUN_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7];
const RUN_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const LENGTH_BASE = bases(LENGTH_EXTRA.slice(0, -1));
const DISTANCE_BASE = bases(DISTANCE_EXTRA);

function bases(extra: readonly number[]): number[] {
  let base = 0;
  return extra.map((bits) => {
    const start = base;
    base += 1 << bits;
    return start;
  });
}

/** The code of a match's length (less MIN_MATCH) or distance (less one). */
function codeFor(value: number, base: readonly number[]): number {
  let code = base.length - 1;
  while ((base[code] ?? 0) > value) code--;
  return code;
}

function lengthCode(length: number): number {
  return length === MAX_MATCH - MIN_MATCH ? LENGTH_CODES - 1 : codeFor(length, LENGTH_BASE);
}

/** Code lengths and codes of one alphabet. */
interface Tree {
  readonly lengths: number[];
  readonly codes: number[];
  /** The last symbol that has a code. */
  readonly last: number;
}

function writeBlock(out: BitWriter, bytes: Uint8Array, block: Symbols, isLast: boolean): void {
  const literalCounts = new Array<number>(LITERAL_CODES).fill(0);
  const distanceCounts = new Array<number>(DISTANCE_CODES).fill(0);
  literalCounts[LITERALS] = 1;
  for (const [index, distance] of block.distances.entries()) {
    const value = block.lengths[index] ?? 0;
    const symbol = distance === 0 ? value : LITERALS + 1 + lengthCode(value);
    literalCounts[symbol] = (literalCounts[symbol] ?? 0) + 1;
    if (distance === 0) continue;
    const code = codeFor(distance - 1, DISTANCE_BASE);
    distanceCounts[code] = (distanceCounts[code] ?? 0) + 1;
  }
  const literals = buildTree(literalCounts, 15);
  const distances = buildTree(distanceCounts, 15);
  const runs = [...runsOf(literals), ...runsOf(distances)];
  const runCounts = new Array<number>(19).fill(0);
  for (const { code } of runs) runCounts[code] = (runCounts[code] ?? 0) + 1;
  const runTree = buildTree(runCounts, 7);
  let runCodes = 19;
  while (runCodes > 4 && runTree.lengths[RUN_ORDER[runCodes - 1] ?? 0] === 0) runCodes--;
  const extraBits =
    weigh(literalCounts, (symbol) =>
      symbol > LITERALS ? (LENGTH_EXTRA[symbol - LITERALS - 1] ?? 0) : 0,
    ) + weigh(distanceCounts, (code) => DISTANCE_EXTRA[code] ?? 0);
  const dynamicBits =
    extraBits +
    weigh(literalCounts, (symbol) => literals.lengths[symbol] ?? 0) +
    weigh(distanceCounts, (code) => distances.lengths[code] ?? 0) +
    weigh(runCounts, (code) => (runTree.lengths[code] ?? 0) + (RUN_EXTRA[code] ?? 0)) +
    3 * runCodes +
    14;
  const fixedBits =
    extraBits +
    weigh(literalCounts, (symbol) => FIXED.lengths[symbol] ?? 0) +
    weigh(distanceCounts, () => 5);
  const fixedBytes = (fixedBits + 10) >> 3;
  const bestBytes = Math.min(fixedBytes, (dynamicBits + 10) >> 3);
  const stored = block.to - block.from;
  if (stored + 4 <= bestBytes) {
    writeStored(out, bytes.subarray(block.from, block.to), isLast);
  } else if (fixedBytes === bestBytes) {
    out.write((1 << 1) + Number(isLast), 3);
    writeSymbols(out, block, FIXED, FIXED_DISTANCES);
  } else {
    out.write((2 << 1) + Number(isLast), 3);
    out.write(literals.last - 256, 5);
    out.write(distances.last, 5);
    out.write(runCodes - 4, 4);
    for (const code of RUN_ORDER.slice(0, runCodes)) out.write(runTree.lengths[code] ?? 0, 3);
    for (const { code, extra } of runs) {
      out.write(runTree.codes[code] ?? 0, runTree.lengths[code] ?? 0);
      out.write(extra, RUN_EXTRA[code] ?? 0);
    }
    writeSymbols(out, block, literals, distances);
  }
}

function weigh(counts: readonly number[], bits: (symbol: number) => number): number {
  return counts.reduce((sum, count, symbol) => sum + count * bits(symbol), 0);
}

function writeStored(out: BitWriter, bytes: Uint8Array, isLast: boolean): void {
  out.write(Number(isLast), 3);
  out.align();
  out.write(bytes.length, 16);
  out.write(~bytes.length & 0xffff, 16);
  for (const byte of bytes) out.write(byte, 8);
}

function writeSymbols(out: BitWriter, block: Symbols, literals: Tree, distances: Tree): void {
  const write = (tree: Tree, symbol: number) =>
    out.write(tree.codes[symbol] ?? 0, tree.lengths[symbol] ?? 0);
  for (const [index, distance] of block.distances.entries()) {
    const value = block.lengths[index] ?? 0;
    if (distance === 0) {
      write(literals, value);
      continue;
    }
    const length = lengthCode(value);
    write(literals, LITERALS + 1 + length);
    const extra = LENGTH_EXTRA[length] ?? 0;
    if (extra > 0) out.write(value - (LENGTH_BASE[length] ?? 0), extra);
    const code = codeFor(distance - 1, DISTANCE_BASE);
    write(distances, code);
    out.write(distance - 1 - (DISTANCE_BASE[code] ?? 0), DISTANCE_EXTRA[code] ?? 0);
  }
  write(literals, LITERALS);
}

/** The code lengths of a tree, with runs of equal ones written short. */
function runsOf({ lengths, last }: Tree): { code: number; extra: number }[] {
  const runs: { code: number; extra: number }[] = [];
  let previous = -1;
  let count = 0;
  for (let symbol = 0; symbol <= last; symbol++) {
    const length = lengths[symbol] ?? 0;
    const next = symbol < last ? (lengths[symbol + 1] ?? 0) : -1;
    count++;
    const most = length === 0 ? 138 : length === previous ? 6 : 7;
    if (count < most && length === next) continue;
    const least = length === 0 || length === previous ? 3 : 4;
    if (count < least) {
      for (; count > 0; count--) runs.push({ code: length, extra: 0 });
    } else if (length !== 0) {
      if (length !== previous) {
        runs.push({ code: length, extra: 0 });
        count--;
      }
      runs.push({ code: 16, extra: count - 3 });
    } else if (count <= 10) {
      runs.push({ code: 17, extra: count - 3 });
    } else {
      runs.push({ code: 18, extra: count - 11 });
    }
    count = 0;
    previous = length;
  }
  return runs;
}

/** Huffman's tree, with zlib's way to break ties and to keep codes within `most` bits. */
function buildTree(counts: readonly number[], most: number): Tree {
  const size = counts.length;
  const frequency = [...counts];
  const depth: number[] = new Array<number>(size).fill(0);
  const dad: number[] = [];
  const heap: number[] = [0];
  let last = -1;
  for (const [symbol, count] of counts.entries()) {
    if (count === 0) continue;
    heap.push(symbol);
    last = symbol;
  }
  while (heap.length - 1 < 2) {
    const symbol = last < 2 ? ++last : 0;
    heap.push(symbol);
    frequency[symbol] = 1;
  }
  const isSmaller = (a: number, b: number) => {
    const [left = 0, right = 0] = [frequency[a], frequency[b]];
    return left < right || (left === right && (depth[a] ?? 0) <= (depth[b] ?? 0));
  };
  let heapSize = heap.length - 1;
  const sink = (from: number) => {
    let at = from;
    const node = heap[at] ?? 0;
    for (let child = at << 1; child <= heapSize; child <<= 1) {
      if (child < heapSize && isSmaller(heap[child + 1] ?? 0, heap[child] ?? 0)) child++;
      if (isSmaller(node, heap[child] ?? 0)) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = node;
  };
  for (let at = heapSize >> 1; at >= 1; at--) sink(at);
  const sorted: number[] = [];
  let node = size;
  do {
    const first = heap[1] ?? 0;
    heap[1] = heap[heapSize--] ?? 0;
    sink(1);
    const second = heap[1] ?? 0;
    sorted.unshift(first);
    sorted.unshift(second);
    frequency[node] = (frequency[first] ?? 0) + (frequency[second] ?? 0);
    depth[node] = Math.max(depth[first] ?? 0, depth[second] ?? 0) + 1;
    dad[first] = node;
    dad[second] = node;
    heap[1] = node++;
    sink(1);
  } while (heapSize >= 2);
  sorted.unshift(heap[1] ?? 0);
  const lengths = codeLengths(sorted, dad, size, most);
  return { lengths, codes: codesFor(lengths), last };
}

/** `sorted` holds the tree's nodes, the root first; leaves are below `size`. */
function codeLengths(
  sorted: readonly number[],
  dad: readonly number[],
  size: number,
  most: number,
): number[] {
  const bits: number[] = [];
  const perLength = new Array<number>(most + 1).fill(0);
  let overflow = 0;
  for (const [index, node] of sorted.entries()) {
    let length = index === 0 ? 0 : (bits[dad[node] ?? 0] ?? 0) + 1;
    if (length > most) {
      length = most;
      overflow++;
    }
    bits[node] = length;
    if (node < size) perLength[length] = (perLength[length] ?? 0) + 1;
  }
  while (overflow > 0) {
    let length = most - 1;
    while (perLength[length] === 0) length--;
    perLength[length] = (perLength[length] ?? 0) - 1;
    perLength[length + 1] = (perLength[length + 1] ?? 0) + 2;
    perLength[most] = (perLength[most] ?? 0) - 1;
    overflow -= 2;
    if (overflow <= 0) reassign(sorted, bits, size, perLength);
  }
  return Array.from({ length: size }, (_none, symbol) => bits[symbol] ?? 0);
}

/** Gives out the lengths anew, the longest to the rarest. */
function reassign(
  sorted: readonly number[],
  bits: number[],
  size: number,
  perLength: number[],
): void {
  let at = sorted.length;
  for (let length = perLength.length - 1; length > 0; length--) {
    for (let count = perLength[length] ?? 0; count > 0; ) {
      const node = sorted[--at] ?? 0;
      if (node >= size) continue;
      bits[node] = length;
      count--;
    }
  }
}

/** Canonical codes, with their bits turned round as they are written. */
function codesFor(lengths: readonly number[]): number[] {
  const counts = new Array<number>(16).fill(0);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const next = new Array<number>(17).fill(0);
  for (let length = 1; length < 16; length++) {
    next[length] = ((next[length - 1] ?? 0) + (counts[length - 1] ?? 0)) << 1;
  }
  return lengths.map((length) => {
    if (length === 0) return 0;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reverse(code, length);
  });
}

function reverse(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** The trees that need not be written. */
const FIXED: Tree = fixedTree([
  ...new Array<number>(144).fill(8),
  ...new Array<number>(112).fill(9),
  ...new Array<number>(24).fill(7),
  ...new Array<number>(8).fill(8),
]);
const FIXED_DISTANCES: Tree = fixedTree(new Array<number>(30).fill(5));

function fixedTree(lengths: number[]): Tree {
  return { lengths, codes: codesFor(lengths), last: lengths.length - 1 };
}
