import { keysAct } from '../keys-switch.ts';

/** What a key does, on the stage and on the speaker's page. */
export type Command =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'black'
  | 'screen'
  | 'presenter'
  | 'scroll'
  | 'clock'
  | 'whole'
  | 'bigger'
  | 'help'
  | 'close';

/** Clickers send page up and down, `.` and sometimes `b`, F5 or Escape. */
const KEYS: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  f: 'screen',
  p: 'presenter',
  s: 'scroll',
  t: 'clock',
  z: 'whole',
  n: 'bigger',
  '?': 'help',
  Escape: 'close',
};

/** What a key press asks for; nothing where it belongs to the browser or to a control. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  const { key, shiftKey, target } = event;
  const onControl =
    target instanceof Element && target.closest('a, button, summary, input') !== null;
  if (onControl && (key === ' ' || key === 'Enter')) return undefined;
  if (key === ' ' && shiftKey) return 'back';
  if (key.length === 1 && key !== ' ' && !keysAct()) return undefined;
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}

/** What the help lists. */
export const HELP: readonly (readonly [string, string])[] = [
  ['→ ↓ space', 'next'],
  ['← ↑', 'back'],
  ['Home End', 'first and last stop'],
  ['b .', 'black screen'],
  ['z', 'whole drawing'],
  ['f', 'full screen'],
  ['p', 'notes in a second window'],
  ['t', 'stop the clock, or go on'],
  ['s', 'scroll, or back to the stage'],
  ['?', 'this list'],
];
