import { plainText } from '#adr/markdown/inline.ts';
import type { AdrRecord } from '#adr/record.ts';
import { formatMoney, formatUsers } from '../../format.ts';
import type { Portfolio } from '../../portfolio.ts';
import { printed } from '../../speech/figure-texts.ts';
import { linkTo } from '../adr-names.ts';
import { type OptionSpend, optionSpend } from '../adr-options.ts';
import type { PageLink } from '../links.ts';

/** A decision as it is defended: what was chosen, and what not. */
export interface CardDecision {
  readonly link: PageLink;
  readonly options: readonly CardOption[];
  /** What the dollars beside its options are, where there are any. */
  readonly basis?: string;
}

export interface CardOption {
  readonly name: string;
  readonly chosen: boolean;
  /** What speaks for the chosen one, and against the others. */
  readonly because?: string;
  /** What it costs a month at the larger size, where it was priced. */
  readonly monthly?: string;
}

export function cardDecision(portfolio: Portfolio, record: AdrRecord): CardDecision {
  const spend = optionSpend(portfolio, record);
  return {
    link: linkTo(portfolio, record),
    ...(spend && { basis: basisOf(spend) }),
    options: record.options
      .map((option, place): CardOption => {
        const { name, chosen, pros, cons } = option;
        const [first] = chosen ? pros : cons;
        const priced = spend?.byOption.get(place);
        return {
          name: plainText(name),
          chosen,
          ...(first && { because: printed(sentence(plainText(first.text))) }),
          ...(spend && priced && { monthly: formatMoney(priced.large, spend.currency) }),
        };
      })
      .toSorted((a, b) => Number(b.chosen) - Number(a.chosen)),
  };
}

/** Options may differ in some parts alone: then the amounts are of these. */
function basisOf({ parts, users }: OptionSpend): string {
  const what = parts.length > 0 ? `${parts.join(', ')} alone` : 'the whole bill';
  return `Dollars a month at ${formatUsers(users[1])} users, ${what}.`;
}

/** Arguments are written as clauses; alone they begin with a capital. */
function sentence(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The records of some numbers; those that the log lacks are found by a check. */
export function recordsOf({ log }: Portfolio, numbers: readonly number[]): AdrRecord[] {
  return numbers.flatMap((number) => log.byNumber.get(number) ?? []);
}
