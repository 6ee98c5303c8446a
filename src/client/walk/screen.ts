import { create } from './parts.ts';
import { light, type Stop } from './stops.ts';

/** What a stop shows, small, under a heading of its own. */
export function screenOf(heading: string, stop: Stop | undefined): HTMLElement[] {
  const title = create('h3', '', heading);
  if (!stop) return [title];
  const frame = create('div', stop.board ? 'desk-screen' : 'desk-screen of-sheet');
  frame.setAttribute('aria-hidden', 'true');
  frame.inert = true;
  const copy = (stop.board ?? stop.show).cloneNode(true);
  if (!(copy instanceof Element)) return [title];
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  light(copy, stop);
  frame.append(copy);
  return [title, frame];
}
