import type { Practice } from '#case-study/portfolio-lists/practice.ts';
import { PRACTICE_PATH } from './addresses.ts';
import type { PageLink } from './pages/links.ts';
import { QUESTION_WORDS } from './pages/practice/kinds.ts';

/**
 * What of `practice.yaml` can be named, by its name: the questions of a kind, `design`; one of them,
 * `design/rate-limiter`; the days, `schedule`. What the portfolio asks of itself is not among it: that
 * has records and entries of its own to be named.
 */
export function practiceNames({
  design,
  behavioural,
  refusals,
  values,
  drill,
  schedule,
}: Practice): ReadonlyMap<string, PageLink> {
  const written = {
    design,
    behavioural,
    refusal: refusals,
    value: values,
    ambiguity: drill?.prompts ?? [],
  } as const;
  const names = new Map<string, PageLink>();
  for (const kind of KINDS) {
    const questions = written[kind];
    if (questions.length === 0) continue;
    const title = `Practice: ${QUESTION_WORDS[kind].title}`;
    names.set(kind, { text: title, href: `${PRACTICE_PATH}#${kind}` });
    for (const { id, ask } of questions) {
      names.set(`${kind}/${id}`, {
        text: `Practice: ${ask.replace(/[.?]$/, '')}`,
        href: `${PRACTICE_PATH}#${kind}-${id}`,
      });
    }
  }
  if (schedule && schedule.days.length > 0) {
    names.set('schedule', {
      text: `Practice: ${schedule.title ?? 'day by day'}`,
      href: `${PRACTICE_PATH}#schedule`,
    });
  }
  return names;
}

const KINDS = ['design', 'behavioural', 'refusal', 'value', 'ambiguity'] as const;
