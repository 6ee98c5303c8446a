import { Identifier, ViewKey } from '#model/ids.ts';
import { viewTitle } from '#views/titles.ts';
import { adrPath, viewPath } from '../../addresses.ts';
import type { Portfolio } from '../../portfolio.ts';
import { adrNumber } from '../adr-names.ts';
import type { MaybeLink } from '../links.ts';

/** An element by its identifier: its name and page, or what was written where there is none. */
export function elementLink({ index, addresses }: Portfolio, identifier: string): MaybeLink {
  const element = index.byIdentifier(Identifier(identifier));
  const href = element && addresses.element(element.id);
  return { text: element?.name ?? identifier, ...(href && { href }) };
}

export function elementLinks(portfolio: Portfolio, identifiers: readonly string[]): MaybeLink[] {
  return identifiers.map((identifier) => elementLink(portfolio, identifier));
}

/** Decisions by their numbers: `ADR 0004`; a number that the log lacks leads nowhere. */
export function decisionLinks({ log }: Portfolio, numbers: readonly number[]): MaybeLink[] {
  return numbers.flatMap((number) =>
    (log.byNumber.get(number) ?? []).map((record) => ({
      text: `ADR ${adrNumber(record)}`,
      href: adrPath(record.id),
    })),
  );
}

/** Views by their keys. */
export function viewLinks({ index }: Portfolio, keys: readonly string[]): MaybeLink[] {
  return keys.map((key) => {
    const view = index.view(ViewKey(key));
    return view ? { text: viewTitle(index, view), href: viewPath(view.key) } : { text: key };
  });
}
