import { optionSpend } from './pages/adr-options.ts';
import { firstLimit } from './pages/cost.ts';
import type { Portfolio, StudyEntry } from './portfolio.ts';
import { costDraft } from './posts/cost-story.ts';
import type { Draft } from './posts/draft.ts';
import { failureDraft } from './posts/failure.ts';
import { ideaDraft } from './posts/idea.ts';
import { insightDraft } from './posts/insight.ts';
import { createSpeaker } from './posts/speaker.ts';
import { toldStory } from './posts/told.ts';
import { tradeOffDraft } from './posts/trade-off.ts';
import { namesIn } from './posts/words.ts';
import { allRecords } from './records.ts';
import { filledText, readText } from './speech/figure-texts.ts';

/**
 * Every draft that the portfolio's facts make, study by study. No two of them share a sentence; studies
 * that are drafts themselves have none.
 */
export function draftsOf(portfolio: Portfolio): Draft[] {
  const { ideas } = portfolio.lists.values.visibility;
  const studies = portfolio.studies.filter(({ study }) => !study.meta.draft);
  const speaker = createSpeaker(namesIn(textsOf(portfolio)));
  const told = new Map<string, number>();
  return studies.flatMap((entry, place): Draft[] => {
    const { study, cost } = entry;
    const [story] = study.stories;
    const fill = (text: string) => filledText(readText(text), cost);
    return [
      ...(story ? [insightDraft(entry, toldStory(story, fill), place, speaker)] : []),
      ...recordsOf(portfolio, entry).map((record, at) =>
        tradeOffDraft(entry, record, optionSpend(portfolio, record), at, speaker),
      ),
      ...study.failureModes.map((mode, at) => failureDraft(entry, mode, at + place, speaker)),
      ...(cost ? [costDraft(entry, cost, firstLimit(cost), told, speaker)] : []),
      ...ideas
        .filter((idea) => idea.study === study.slug)
        .map((idea) => ideaDraft(study, idea, fill, speaker)),
    ];
  });
}

/** What names are found in. */
function* textsOf({ studies, log }: Portfolio): Iterable<string> {
  for (const { study } of studies) {
    for (const { source } of study.pages) yield source.text;
    for (const { source } of study.listFiles.values()) yield source.text;
  }
  for (const { source } of log.records) yield source.text;
}

/** The records that a study tells of: each belongs to the first study that it concerns. */
function recordsOf(portfolio: Portfolio, entry: StudyEntry) {
  const { studies, log } = portfolio;
  const known = new Set(log.records);
  return allRecords(portfolio).filter(
    (record) =>
      known.has(record) &&
      studies.find(({ decisions, study }) => !study.meta.draft && decisions.includes(record)) ===
        entry,
  );
}
