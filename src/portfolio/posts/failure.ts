import type { FailureMode } from '#case-study/lists/failure-modes.ts';
import type { StudyEntry } from '../portfolio.ts';
import { type Draft, inOne, paragraphs } from './draft.ts';
import type { Speaker } from './speaker.ts';
import { hashtag, sentence } from './words.ts';

/** The story of one failure mode. Each begins where that failure is most its own. */
export function failureDraft(
  { study }: StudyEntry,
  mode: FailureMode,
  place: number,
  { say, inner }: Speaker,
): Draft {
  const name = study.meta.name ?? study.meta.title;
  const told = tell(mode, name, inner);
  const title = sentence(mode.name).replace(/\.$/, '');
  const quiet = /^(?:nothing|nobody)\b/i.test(mode.users) || /^nobody\b/i.test(mode.radius);
  const shape = quiet ? SHAPES.quiet : (OTHERS[place % OTHERS.length] ?? SHAPES.screen);
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
  screen: [['screen'], ['placed', 'cause'], ['breaks', 'radius'], ['alarm'], ['answer', 'end']],
  cause: [['opening', 'cause'], ['breaks'], ['users', 'radius'], ['answer'], ['alarm', 'end']],
  radius: [['opening'], ['radius', 'users'], ['cause', 'breaks'], ['answer', 'end'], ['alarm']],
  alarm: [['opening', 'alarm'], ['cause'], ['breaks', 'radius', 'users'], ['answer'], ['end']],
  quiet: [['opening', 'quiet'], ['cause', 'breaks', 'radius'], ['alarm'], ['answer', 'end']],
} as const satisfies Readonly<Record<string, Shape>>;

const OTHERS: readonly Shape[] = [SHAPES.screen, SHAPES.cause, SHAPES.alarm, SHAPES.radius];

/** Ways to say each part, in the words of the list. */
function tell(
  mode: FailureMode,
  study: string,
  inner: Speaker['inner'],
): Readonly<Record<Part, readonly string[]>> {
  const { breaks, radius, users } = mode;
  const title = mode.name.replace(/\.$/, '');
  const name = inner(title);
  const [cause, damage, reach, screen] = [mode.trigger, breaks, radius, users].map(inner);
  const [signal, plan, until] = [mode.detection, mode.mitigation, mode.recovery].map(inner);
  const isNone = /^no(?:thing|body)\b/i;
  return {
    screen: [sentence(users)],
    opening: [
      sentence(title),
      `${title}: a bad day that we wrote down before it came.`,
      `On our list of things that will happen one day: ${name}.`,
      `A page of the runbook that I hope nobody needs: ${name}.`,
      `Some failures deserve their own drill, and ${study} has this one: ${name}.`,
      `Suppose it happens tonight: ${name}.`,
      `Reviewers of ${study} ask about it early: ${name}.`,
      `${title}. We designed for it before anything else was drawn.`,
      `An ordinary failure, told from end to end: ${name}.`,
    ],
    placed: [
      `That is what people see of one failure that we planned for: ${name}.`,
      `Seen from inside, the same minutes have another name: ${name}.`,
      `${title}, as users of ${study} meet it.`,
      `The entry in our list of failures is drier: ${name}.`,
      `Behind that screen: ${name}.`,
      `So much for the surface. Below it: ${name}.`,
    ],
    cause: [
      sentence(mode.trigger),
      `It takes little: ${cause}.`,
      `How it begins: ${cause}.`,
      `What sets it off: ${cause}.`,
      `Usual suspects: ${cause}.`,
      `Where it comes from: ${cause}.`,
      `The trigger is nothing exotic: ${cause}.`,
    ],
    breaks: [
      `What gives way: ${damage}.`,
      ...(isNone.test(breaks) ? [] : [sentence(breaks)]),
      `The damage: ${damage}.`,
      `What stops, and what does not: ${damage}.`,
      `Inside, this is what fails: ${damage}.`,
      `What we lose: ${damage}.`,
      `What breaks, exactly: ${damage}.`,
    ],
    radius: [
      `Who is hit: ${reach}.`,
      `How far it spreads: ${reach}.`,
      `The blast radius: ${reach}.`,
      `Whom it concerns: ${reach}.`,
      `The circle it draws: ${reach}.`,
      `Its reach: ${reach}.`,
    ],
    users: [
      `On the screen: ${screen}.`,
      `For somebody who is using it: ${screen}.`,
      `What it looks like from outside: ${screen}.`,
      `What people notice: ${screen}.`,
      `From a user's chair: ${screen}.`,
      `What we let people see: ${screen}.`,
    ],
    alarm: [
      `What tells us: ${signal}.`,
      `How we would know: ${signal}.`,
      `The alarm that goes off: ${signal}.`,
      `The signal we chose: ${signal}.`,
      `What wakes somebody: ${signal}.`,
      `It shows in one place first: ${signal}.`,
      `Detection: ${signal}.`,
    ],
    answer: [
      sentence(mode.mitigation),
      `Then the design has to earn its keep: ${plan}.`,
      `The plan: ${plan}.`,
      `What happens next, most of it by itself: ${plan}.`,
      `What is built in against it: ${plan}.`,
      `What we do about it: ${plan}.`,
      `The answer we settled on: ${plan}.`,
    ],
    end: [
      `Until it is over: ${until}.`,
      `Recovery: ${until}.`,
      `How long: ${until}.`,
      `Back to normal: ${until}.`,
      `Then it is over: ${until}.`,
      `How soon it is behind us: ${until}.`,
      `Time to recover from “${name}”: ${until}.`,
    ],
    quiet: [
      `What users see of it: ${screen}.`,
      `What people see: ${screen}.`,
      `The best thing about it is what users see: ${screen}.`,
      `For users of ${study} the story ends here: ${screen}.`,
    ],
  };
}
