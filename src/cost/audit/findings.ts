import { nearestHint } from '../prices/nearest.ts';

export type ClaimCode =
  | 'claim-figure'
  | 'claim-expression'
  | 'claim-reference'
  | 'claim-circular'
  | 'claim-unit'
  | 'claim-dimension'
  | 'claim-region'
  | 'claim-model'
  | 'claim-reason'
  | 'claim-total';

/** What is wrong with a file of claims, by its path in the file; whoever has the file knows the place. */
export interface Finding {
  readonly code: ClaimCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly path: readonly PropertyKey[];
  /** The key of the path's last step is meant, not its value. */
  readonly onKey?: true | undefined;
  /** The part that is meant, where the path leads to a text. */
  readonly part?:
    | { readonly text: string; readonly start: number; readonly end: number }
    | undefined;
}

interface Detail {
  readonly hint?: string | undefined;
  readonly onKey?: true;
  readonly text?: string;
  readonly start?: number;
  readonly end?: number;
}

/** Collects findings, all at once. */
export class Findings {
  readonly all: Finding[] = [];

  add(code: ClaimCode, path: readonly PropertyKey[], message: string, detail: Detail = {}): void {
    const { hint, onKey, text, start = 0, end = 0 } = detail;
    this.all.push({
      ...{ code, message, path },
      ...(hint !== undefined && { hint }),
      ...(onKey && { onKey }),
      ...(text !== undefined && { part: { text, start, end } }),
    });
  }

  /** A name that nothing has, with the nearest ones. */
  unknown(
    code: ClaimCode,
    path: readonly PropertyKey[],
    name: string,
    known: readonly string[],
    detail: Detail = {},
  ): void {
    const what = NAMED[code] ?? 'Nothing';
    const all =
      known.length > 0 && known.length <= 12 ? `There are ${known.join(', ')}.` : undefined;
    const hint = nearestHint(name, known) ?? all;
    this.add(code, path, `${what} is called \`${name}\`.`, { hint, ...detail });
  }
}

const NAMED: Partial<Record<ClaimCode, string>> = {
  'claim-dimension': 'No dimension of the price book',
  'claim-region': 'No region of a price book',
  'claim-model': 'No cost model, component or line',
};
