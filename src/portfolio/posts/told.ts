import type { DefenceCard } from '#case-study/lists/defence.ts';
import type { Story } from '#case-study/lists/stories.ts';

/** What a post takes of a story, figures of the model in it as text. */
export type ToldStory = Pick<
  Story,
  'title' | 'situation' | 'task' | 'action' | 'result' | 'tradeOff'
>;

/** What a post takes of a card. */
export type ToldCard = Pick<
  DefenceCard,
  'question' | 'answer' | 'criteria' | 'gaveUp' | 'differently' | 'atScale' | 'breaksFirst'
>;

/** A story with its texts as `fill` makes them. */
export function toldStory(story: Story, fill: (text: string) => string): ToldStory {
  const { title, situation, task, action, result, tradeOff } = story;
  return {
    ...{ title, situation: fill(situation), task: fill(task), action: fill(action) },
    ...{ result: fill(result), tradeOff: fill(tradeOff) },
  };
}

/** A card with its texts as `fill` makes them. */
export function toldCard(card: DefenceCard, fill: (text: string) => string): ToldCard {
  const { question, answer, criteria, gaveUp, differently, atScale, breaksFirst } = card;
  return {
    ...{ question, answer: fill(answer), criteria: fill(criteria), gaveUp: fill(gaveUp) },
    ...{ differently: fill(differently), atScale: fill(atScale), breaksFirst: fill(breaksFirst) },
  };
}
