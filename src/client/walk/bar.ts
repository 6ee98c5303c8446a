import { controlButton } from '../parts.ts';
import { clockText, paceOf, paceText } from './pace.ts';
import { create } from './parts.ts';
import type { Stop } from './stops.ts';

/** The line below a stage: its stops as rules, as long as they take, and the clock. */
export interface Bar {
  readonly element: HTMLElement;
  /** Seconds since the talk began, and at this stop. */
  show(place: number, elapsed: number, atStop: number, running: boolean): void;
}

/** What the buttons of the line do. */
export interface BarActions {
  readonly help: () => void;
  readonly back: () => void;
  readonly next: () => void;
}

/** Builds the line of a walkthrough. */
export function barOf(stops: readonly Stop[], { help, back, next }: BarActions): Bar {
  const plan = stops.map(({ seconds }) => seconds);
  const whole = plan.reduce((all, one) => all + one, 0);
  const links = stops.map(({ id, title, seconds }, place) => {
    const link = create('a', '', `${place + 1}`);
    link.href = `#${id}`;
    link.title = title;
    link.setAttribute('aria-label', `${place + 1}, ${title}`);
    link.style.flexGrow = String(seconds);
    return link;
  });
  const rules = create('nav', 'walk-rules');
  rules.setAttribute('aria-label', 'Stops');
  rules.append(...links);
  const elapsedText = create('b');
  const paceLine = create('span', 'walk-pace');
  const clock = create('p', 'walk-clock');
  clock.append(elapsedText, ` of ${clockText(whole)} `, paceLine);
  const buttons = create('div', 'walk-buttons');
  buttons.append(
    controlButton('←', back, 'Back'),
    controlButton('→', next, 'Next'),
    controlButton('?', help, 'Keys'),
  );
  const element = create('div', 'walk-bar');
  element.append(rules, clock, buttons);
  return {
    element,
    show(place, elapsed, atStop, running) {
      for (const [index, link] of links.entries()) {
        link.classList.toggle('done', index < place);
        if (index === place) link.setAttribute('aria-current', 'step');
        else link.removeAttribute('aria-current');
      }
      elapsedText.textContent = clockText(elapsed);
      const begun = elapsed > 0 && place >= 0;
      const pace = begun ? paceText(paceOf(plan, { place, elapsed, atStop })) : '';
      paceLine.textContent = begun && !running ? 'paused' : pace;
      paceLine.classList.toggle('late', pace.endsWith('behind'));
    },
  };
}
