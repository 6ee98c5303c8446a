import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVIDENCE_LISTS, type EvidenceList } from '#case-study/portfolio-lists/evidence.ts';
import { loadPortfolioLists } from '#sources/portfolio-lists.ts';

/**
 * Counts what the texts behind the sample ask for, and what `case-studies/evidence.yaml` has of it. Usage:
 *
 *     node tests/conformance/evidence.ts FOLDER
 *
 * where FOLDER holds the texts: the roadmap, the manual and the challenge. Ends with 1 where a list has
 * more or fewer entries than its text.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node tests/conformance/evidence.ts FOLDER');
  process.exit(2);
}

const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const textWith = (words: string) => texts.find((text) => text.includes(words)) ?? '';
const roadmap = textWith('Solution Architect Learning Roadmap');
const manual = textWith('Execution Manual');
const challenge = textWith('30-Day Cost-Aware Backend Challenge');

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const { evidence, interview, practice } = loadPortfolioLists(PROJECT).lists.values;

/** How many entries each group of a list has. */
const written = (list: EvidenceList, ...ids: readonly string[]): number[] =>
  evidence[list]
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(({ asks }) => asks.length);

/** The part of a text below a heading, up to the next one that is no lower. */
function below(text: string, heading: RegExp): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && heading.test(line));
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 0;
  const end = lines.findIndex(
    (line, index) => index > start && new RegExp(`^#{1,${level}} `).test(line),
  );
  return start < 0 ? '' : lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
const BOX = /^- \[ \]/gm;

/** Tasks of a module: what is listed under a point, or the point itself. */
function tasksOf(module: string): number {
  const lines = below(module, /Tasks/).split('\n');
  return lines.filter((line, index) => {
    const isUnder = /^ {2}- /.test(line);
    return isUnder || (/^- /.test(line) && !/^ {2}- /.test(lines[index + 1] ?? ''));
  }).length;
}

const modules = manual.split(/^## (?=\d\d-)/m).slice(1);
const tracker = below(roadmap, /Weekly Progress Tracker/)
  .split(/^### /m)
  .slice(1);
const tiers = ['Tier 1', 'Tier 2', 'Tier 3'].map((name) => below(roadmap, new RegExp(name)));
const rowsOf = (table: string) => count(table, /^\|(?! ?Area|-)/gm);
const days = [...below(challenge, /Daily Progress Tracker/).matchAll(/^\| (\d+)(?:-(\d+))? \|/gm)];

/** Topics with a heading and no box: patterns of caches, parts of Kubernetes that are shown as manifests. */
const UNBOXED: Readonly<Record<string, number>> = { redis: 7, kafka: 2, sagas: 1, kubernetes: 7 };
const plan = roadmap.split(/^(?=#{2,3} )/m).filter((part) => count(part, BOX) > 0);
const weeks = plan
  .slice(plan.findIndex((part) => part.startsWith('### Week 1: Core')))
  .slice(0, evidence.topics.length);
/** Points of a project: what is listed in its fence, but not what it is said to demonstrate. */
const projects = [...roadmap.matchAll(/^#### Hands-on [^\n]*\n```\w*\n([\s\S]*?)^```/gm)].flatMap(
  ([, text = '']) =>
    (text.includes('CREATE TABLE') ? [text] : text.split(/^(?=Project \d)/m)).map((one) =>
      count(one, /^(?:- (?!Demonstrates)|\d+\. |CREATE TABLE \w+ \()/gm),
    ),
);

/** Rows of the table below a heading, without its head. */
const rowsUnder = (heading: RegExp) => count(below(roadmap, heading), /^\|(?!-)/gm) - 1;
const numbered = (text: string, heading: RegExp) => count(below(text, heading), /^\d+\. /gm);
/** Boxes below a line in bold, up to the next one. */
const boxesUnder = (heading: RegExp) => {
  const from = roadmap.slice(Math.max(0, roadmap.search(heading)));
  return count(from.slice(0, from.slice(2).search(/^(?:\*\*|#)/m) + 2), BOX);
};

const LISTS: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['modules, tasks of each', modules.map(tasksOf), written('modules')],
  ['final rules', [count(below(manual, /Final Rules/), /^\d\. /gm)], written('rules', 'manual')],
  ['tracker, tasks of each', tracker.map((block) => count(block, BOX)), written('tracker')],
  ['tiers, areas of each', tiers.map(rowsOf), written('tiers')],
  [
    'topics, of each week',
    weeks.map((week, place) => count(week, BOX) + (UNBOXED[evidence.topics[place]?.id ?? ''] ?? 0)),
    written('topics'),
  ],
  ['projects, points of each', projects, written('projects')],
  [
    'measures of success',
    [count(below(roadmap, /Success Metrics/), /^\d+\. /gm)],
    [written('metrics').reduce((sum, one) => sum + one, 0)],
  ],
  [
    'artifacts of the flagship',
    [count(below(roadmap, /Flagship Artifacts to Create/), BOX)],
    written('flagship', 'artifacts'),
  ],
  [
    'questions to an artifact',
    [count(below(roadmap, /Artifact Quality Checklist/), BOX)],
    written('flagship', 'quality'),
  ],
  [
    'artifacts of a study',
    [count(below(roadmap, /Architecture Artifacts Checklist/), BOX)],
    written('flagship', 'checklist'),
  ],
  [
    'sides of the scorecard',
    [count(below(roadmap, /Alignment Scorecard/), /^\| (?!Dimension)\w/gm)],
    [evidence.scorecard.length],
  ],
  ['parts of the flagship', [rowsUnder(/Flagship Components/)], written('flagship', 'components')],
  ['actions of a week', [rowsUnder(/Weekly Networking/)], written('flagship', 'visibility')],
  [
    'reading',
    [/Books \(Must/, /Go-Specific Books/, /Courses/, /Go Resources/, /Practice Platforms/]
      .map((heading) => numbered(roadmap, heading))
      .concat(count(below(challenge, /Learning Resources/), /^(?:- |\d\. )\[/gm)),
    evidence.reading.map(({ entries }) => entries.length),
  ],
  [
    'targets and goals of the challenge',
    [
      count(below(challenge, /Overall Metrics Target/), /^- /gm) +
        count(below(challenge, /Success Metrics/), /^- /gm),
    ],
    [
      evidence.challenge.flatMap(({ targets }) => targets).length +
        (written('rules', 'goals')[0] ?? 0),
    ],
  ],
  ['what the challenge is for', [numbered(challenge, /Goals$/)], written('rules', 'aims')],
  [
    'questions after a day',
    [numbered(challenge, /Production Application/)],
    written('rules', 'questions'),
  ],
  [
    'questions of interviews',
    [/System Design \(Practice/, /Behavioral \(SA/].map(boxesUnder),
    [practice.design.length, practice.behavioural.length],
  ],
  ['steps of the drill', [4], [practice.drill?.steps.length ?? 0]],
  [
    'days before an interview',
    [rowsUnder(/Mock Interview/)],
    [practice.schedule?.days.length ?? 0],
  ],
  ['stories', [rowsUnder(/Prepare These 10/)], [interview.topics.length]],
  [
    'days',
    days.map(([, from, to]) => Number(to ?? from) - Number(from) + 1),
    evidence.challenge.flatMap(({ asks }) => asks.map(({ from, to = from }) => to - from + 1)),
  ],
];

let failed = false;
for (const [name, asked, has] of LISTS) {
  const isSame = asked.length > 0 && asked.every((one) => one > 0) && asked.join() === has.join();
  if (!isSame) failed = true;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const verdict = isSame ? 'same' : `OTHERWISE: the text has ${asked}, the list ${has}`;
  console.log(`${name}: ${sum(asked)}, ${verdict}`);
}
console.log(`${EVIDENCE_LISTS.length} lists of the evidence were read.`);
process.exit(failed ? 1 : 0);
