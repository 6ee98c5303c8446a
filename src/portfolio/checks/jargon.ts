import { portfolioProblem } from '../codes.ts';
import { jargonIn } from '../speech/jargon.ts';
import { proseOf } from '../speech/page-words.ts';
import type { Check } from './check.ts';

/** A page for somebody who does not build such things has no word that only builders use. */
export const checkJargon: Check = function* ({ portfolio: { index, studies } }) {
  const technologies = index.workspace.elements.flatMap((element) =>
    'technology' in element && element.technology !== undefined ? [element.technology] : [],
  );
  for (const { study } of studies) {
    for (const page of study.pages.filter(({ meta }) => meta.plain === true)) {
      for (const { word, start } of jargonIn(proseOf(page), technologies)) {
        yield portfolioProblem(
          'jargon',
          `\`${word}\` says nothing to somebody who does not build such systems.`,
          { source: page.source, start, end: start + word.length },
          { hint: 'Say what it does, or compare it with something that everybody has seen.' },
        );
      }
    }
  }
};
