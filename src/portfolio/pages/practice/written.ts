import type { Practice } from '#case-study/portfolio-lists/practice.ts';
import { formatCount, formatMoney, formatPerUser } from '../../format.ts';
import type { Portfolio, StudyEntry } from '../../portfolio.ts';
import { breaksFirstText } from '../cost.ts';
import { type AnswerBlock, type Question, said, sourceLinks, studyName } from './question.ts';

type Written = Practice['design'][number];

/** The questions that the author wrote, in the order of the file. */
export function writtenQuestions(portfolio: Portfolio): Question[] {
  const { design, behavioural, refusals, values, drill } = portfolio.lists.values.practice;
  return [
    ...design.map((one): Question => {
      const blocks = [
        { label: 'Requirements', lines: one.requirements },
        { label: 'Sizing', lines: one.sizing },
        { label: 'Sketch', lines: one.sketch },
        { label: 'Trade-offs', lines: one.tradeOffs },
        { label: 'Breaks first', lines: one.breaksFirst },
        ...tiedStudies(portfolio, one),
      ];
      return { ...common(portfolio, 'design', one), answers: [{ title: MODEL, blocks }] };
    }),
    ...behavioural.map((one): Question => {
      const blocks = [
        said('They listen for', one.listens),
        { label: 'Build it so', lines: one.structure.map(({ part, say }) => `${part}: ${say}`) },
        said('Tell it with', one.tellWith),
        { label: 'Yours to fill in', lines: one.gaps.map((gap) => ({ gap })) },
      ];
      const answers = [{ title: 'How to build the answer', blocks }];
      return { ...common(portfolio, 'behavioural', one), answers };
    }),
    ...refusals.map((one): Question => {
      const blocks = [
        said('They answer', one.pushes),
        { label: 'The way to no', lines: one.say },
        said('Instead', one.instead),
        said('Opens it again', one.reopens),
      ];
      const answers = [{ title: 'One way to say it', blocks }];
      return { ...common(portfolio, 'refusal', one), setting: one.setting, answers };
    }),
    ...values.map((one): Question => {
      const blocks = [said('Say', one.worth), said('Because', one.why)];
      return { ...common(portfolio, 'value', one), answers: [{ title: 'In their words', blocks }] };
    }),
    ...(drill?.prompts ?? []).map((one): Question => {
      const answers = one.answers.map((lines, place) => {
        const { name = '', says = '' } = drill?.steps[place] ?? {};
        return { title: name, blocks: [{ label: says, lines }] };
      });
      return { ...common(portfolio, 'ambiguity', one), answers };
    }),
  ];
}

const MODEL = 'Model answer';

function common(
  portfolio: Portfolio,
  kind: Question['kind'],
  {
    id,
    ask,
    minutes,
    sources,
    ...one
  }: Pick<Written, 'id' | 'ask' | 'minutes' | 'sources' | 'studies'>,
): Omit<Question, 'answers'> {
  return {
    id: `${kind}-${id}`,
    kind,
    ask,
    minutes,
    studies: entriesOf(portfolio, one).map(studyName),
    sources: sourceLinks(portfolio, sources),
  };
}

/** The studies that a question is about. */
function entriesOf(
  { studies }: Portfolio,
  { studies: slugs }: Pick<Written, 'studies'>,
): StudyEntry[] {
  return slugs.flatMap((slug) => studies.find(({ study }) => study.slug === slug) ?? []);
}

/** What the studies of a question came to, as their models have it. */
function tiedStudies(portfolio: Portfolio, one: Written): AnswerBlock[] {
  return entriesOf(portfolio, one).flatMap((entry) => {
    const { cost } = entry;
    if (!cost) return [];
    const { large, currency, users } = cost;
    const breaks = breaksFirstText(cost);
    const each = formatPerUser(large.perUser, currency);
    const text = `a month at ${formatCount(users[1])} users, ${each} each.`;
    return [
      {
        label: `${studyName(entry).text}, in this portfolio`,
        lines: [
          { money: formatMoney(large.monthly, currency), text },
          ...(breaks === undefined ? [] : [`Breaks first: ${breaks}.`]),
        ],
      },
    ];
  });
}
