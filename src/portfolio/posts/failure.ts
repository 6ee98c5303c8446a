import type { FailureMode } from '#case-study/lists/failure-modes.ts';
import type { StudyEntry } from '../portfolio.ts';
import { type Draft, inOne, paragraphs } from './draft.ts';
import type { Speaker } from './speaker.ts';
import { hashtag, isClause, sentence, thing } from './words.ts';

/**
 * The story of one failure mode. What its list says in sentences is told in them; only what is no
 * sentence gets a verb or an opening of ours. Each begins where that failure is most its own.
 */
export function failureDraft(
  { study }: StudyEntry,
  mode: FailureMode,
  place: number,
  { say, inner }: Speaker,
): Draft {
  const name = study.meta.name ?? study.meta.title;
  const told = tell(mode, name, inner);
  const title = sentence(mode.name).replace(/\.$/, '');
  const shape = shapeOf(mode, place);
  const body = paragraphs(shape.map((parts) => inOne(parts.map((part) => say(part, told[part])))));
  return {
    study: study.slug,
    id: `failure-${mode.id}`,
    kind: 'failure',
    of: mode.id,
    title,
    body,
    facts: JSON.stringify(mode),
    hashtags: ['SystemDesign', 'Reliability', ...study.meta.tags.slice(0, 2).map(hashtag)],
  };
}

type Part =
  | 'screen'
  | 'opening'
  | 'placed'
  | 'cause'
  | 'breaks'
  | 'radius'
  | 'users'
  | 'alarm'
  | 'answer'
  | 'end'
  | 'quiet';

/** Paragraphs, each of parts of the mode. */
type Shape = readonly (readonly Part[])[];

const SHAPES = {
  screen: [['screen'], ['placed', 'cause'], ['breaks', 'radius'], ['answer', 'end'], ['alarm']],
  cause: [['opening'], ['cause', 'breaks'], ['users', 'radius'], ['alarm'], ['answer', 'end']],
  radius: [['opening', 'radius'], ['users'], ['cause', 'breaks'], ['answer', 'end'], ['alarm']],
  alarm: [['opening'], ['alarm', 'cause'], ['breaks', 'users', 'radius'], ['answer', 'end']],
  quiet: [['opening', 'quiet'], ['cause', 'breaks', 'radius'], ['alarm'], ['answer', 'end']],
} as const satisfies Readonly<Record<string, Shape>>;

/** A screen that is a sentence opens best; what nobody sees is told from what it is. */
function shapeOf({ users, radius, detection, trigger }: FailureMode, place: number): Shape {
  if (NONE.test(users) || NONE.test(radius)) return SHAPES.quiet;
  const shapes: readonly Shape[] = [
    ...(isClause(users) || /^["“]/.test(users) ? [SHAPES.screen] : []),
    ...(isClause(trigger) ? [SHAPES.cause] : []),
    ...(detection.length < 60 ? [SHAPES.alarm] : []),
    ...(thing(radius) ? [SHAPES.radius] : []),
  ];
  return shapes[place % shapes.length] ?? SHAPES.cause;
}

const NONE = /^no(?:thing|body)\b/i;

/** A text that is a sentence as it stands, else what makes one of it. */
function asSentence(text: string, otherwise: readonly string[]): readonly string[] {
  return isClause(text) ? [sentence(text)] : otherwise;
}

/** Ways to say each part, in the words of the list. */
function tell(
  mode: FailureMode,
  study: string,
  inner: Speaker['inner'],
): Readonly<Record<Part, readonly string[]>> {
  const title = mode.name.replace(/\.$/, '');
  const name = inner(title);
  const [cause, damage, reach, screen] = [mode.trigger, mode.breaks, mode.radius, mode.users].map(
    inner,
  );
  const [signal, plan] = [mode.detection, mode.mitigation].map(inner);
  return {
    screen: [sentence(mode.users)],
    opening: [sentence(title)],
    placed: [
      `That is what people see of it. Inside it has a drier name: ${name}.`,
      `So it looks in ${study} when this happens: ${name}.`,
      `Behind that: ${name}.`,
      `Our list of failures calls it “${name}”.`,
      `${title}, seen from the outside.`,
    ],
    cause: asSentence(mode.trigger, [
      `All it takes: ${cause}.`,
      `How it begins: ${cause}.`,
      `What it takes to get there: ${cause}.`,
    ]),
    breaks: asSentence(mode.breaks, [`What breaks: ${damage}.`, `The damage: ${damage}.`]),
    radius: thing(mode.radius)
      ? [`It hits ${reach}.`, `It reaches ${reach}.`, `Who feels it? ${sentence(reach ?? '')}`]
      : [`Who is hit: ${reach}.`, `How far it goes: ${reach}.`],
    users: asSentence(mode.users, [
      `On the screen: ${screen}.`,
      `What people get: ${screen}.`,
      `From the outside: ${screen}.`,
    ]),
    alarm: alarmOf(mode.detection, signal ?? ''),
    answer: asSentence(mode.mitigation, [
      `What is built against it: ${plan}.`,
      `What we have against it: ${plan}.`,
    ]),
    end: endOf(mode.recovery, inner),
    quiet: NONE.test(mode.users)
      ? [
          `What users see of it: ${screen}.`,
          `What people notice: ${screen}.`,
          `And on the screen: ${screen}.`,
        ]
      : [sentence(mode.users)],
  };
}

/** How it is noticed: an alert on one thing or several, unless each has a time of its own. */
function alarmOf(detection: string, signal: string): string[] {
  const isTimed = /,\s*(?:\d|(?:one|two|three|five|ten) (?:s|min)|at once|p\d)/.test(detection);
  const things = signal.split(/;\s*/);
  if (isTimed || isClause(detection) || things.some(isClause)) {
    return [`The alert: ${signal}.`, `How we would know: ${signal}.`, `What wakes us: ${signal}.`];
  }
  const on = things.join(', and on ');
  return [`An alert fires on ${on}.`, `We are woken by ${things.join(', or by ')}.`];
}

/** How long it lasts: `60 to 120 s`, `by itself, when the stock is gone`, `hours`, `with the provider`. */
function endOf(recovery: string, inner: Speaker['inner']): string[] {
  const until = inner(recovery);
  if (/^(?:by itself|with)\b/i.test(recovery)) return [`It ends ${until}.`, `It is over ${until}.`];
  if (/^as long as\b/i.test(recovery)) return [`Catching up takes ${until}.`];
  return [
    `Back to normal takes ${until}.`,
    `Recovery takes ${until}.`,
    `We expect recovery to take ${until}.`,
  ];
}
