import type { Cut } from '#case-study/lists/walkthrough.ts';
import type { Idea } from '#case-study/portfolio-lists/visibility.ts';
import type { Study } from '#case-study/study.ts';
import { type Draft, inOne, paragraphs } from './draft.ts';
import { TASKS, withSubject } from './insight.ts';
import type { Speaker } from './speaker.ts';
import { type ToldCard, type ToldStory, toldCard, toldStory } from './told.ts';
import { GIVEN_UP } from './trade-off.ts';
import { hashtag, sentence } from './words.ts';

/** The draft of an idea, told from the entries that it names; those that are not there are left out. */
export function ideaDraft(
  study: Study,
  idea: Idea,
  fill: (text: string) => string,
  speaker: Speaker,
): Draft {
  const { say, inner } = speaker;
  const told = [
    ...idea.tells.flatMap((name) => tellOf(study, name, fill) ?? []),
    ...talkOf(study, idea.cut, fill),
  ];
  const gap =
    idea.gap === undefined
      ? ''
      : say(
          'gap',
          GAPS.map((lead) => `${lead} ${inner(idea.gap ?? '')}.`),
        );
  return {
    study: study.slug,
    id: `idea-${idea.id}`,
    kind: 'idea',
    of: idea.id,
    title: idea.title,
    body: paragraphs([
      say('opening', [sentence(idea.title)]),
      ...told.flatMap((one) => partsOf(one, speaker)),
      gap,
    ]),
    facts: JSON.stringify([idea.title, idea.gap ?? '', told]),
    hashtags: [
      hashtag(idea.topic),
      'SoftwareArchitecture',
      ...study.meta.tags.slice(0, 1).map(hashtag),
    ],
  };
}

const GAPS = ['What I cannot show yet:', 'An honest gap:'];

/** An entry of a list, by what it is. */
type Told =
  | { readonly kind: 'story'; readonly story: ToldStory }
  | { readonly kind: 'card'; readonly card: ToldCard }
  | { readonly kind: 'talk'; readonly says: readonly string[] };

/** The entry `mobile-commerce/defence#why-go` of a study. */
function tellOf(study: Study, name: string, fill: (text: string) => string): Told | undefined {
  const [list, id] = name.replace(/^[^/]*\//, '').split('#');
  const story = list === 'stories' && study.stories.find((one) => one.id === id);
  if (story) return { kind: 'story', story: toldStory(story, fill) };
  const card = list === 'defence' && study.defence.find((one) => one.id === id);
  return card ? { kind: 'card', card: toldCard(card, fill) } : undefined;
}

/** What is said in a cut, stop by stop. */
function talkOf(
  { walkthrough }: Study,
  cut: Cut | undefined,
  fill: (text: string) => string,
): Told[] {
  if (cut === undefined) return [];
  const stops = walkthrough.filter(({ seconds }) => seconds[cut] !== undefined);
  return [{ kind: 'talk', says: stops.map(({ say }) => fill(say)) }];
}

function partsOf(told: Told, { say, inner }: Speaker): string[] {
  const led = (topic: string, leads: readonly string[], text: string) =>
    say(
      topic,
      leads.map((lead) => `${lead} ${inner(text)}.`),
    );
  switch (told.kind) {
    case 'talk':
      return told.says.map((words) => say('talk', [words]));
    case 'story': {
      const { situation, task, action, result, tradeOff } = told.story;
      return [
        inOne([
          say('situation', [sentence(situation)]),
          say(
            'task',
            TASKS.map((lead) => `${lead} ${inner(task)}.`),
          ),
        ]),
        say('action', [sentence(withSubject(action, inner))]),
        inOne([say('result', [sentence(result)]), led('given-up', GIVEN_UP, tradeOff)]),
      ];
    }
    case 'card': {
      const { question, answer, criteria, gaveUp, differently, atScale, breaksFirst } = told.card;
      return [
        inOne([say('question', [question]), say('answer', [sentence(answer)])]),
        inOne([led('criteria', CRITERIA, criteria), led('given-up', GIVEN_UP, gaveUp)]),
        say('differently', [sentence(differently)]),
        inOne([say('at-scale', [sentence(atScale)]), led('first', FIRST, breaksFirst)]),
      ];
    }
  }
}

const CRITERIA = ['What decided:', 'What we judged by:', 'What it hung on:'];
const FIRST = ['What gives way first:', 'The first thing to go:', 'Where it would crack:'];
