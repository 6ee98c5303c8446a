import { listenToGestures } from './gestures.ts';
import { controlButton, menu } from './parts.ts';
import { pngOf, standaloneSvg } from './picture.ts';
import { type Zoom, zoomOf } from './zoom.ts';

/**
 * `<drawing-tools>` beside a drawing: zoom, full screen, copies. What works without scripts (the file,
 * the words, the code) stands in it as links from the start.
 */
export function defineDrawingTools(): void {
  customElements.define(
    'drawing-tools',
    class extends HTMLElement {
      connectedCallback(): void {
        const desk = this.closest<HTMLElement>('.desk');
        const frame = desk?.querySelector<HTMLElement>('.frame');
        const drawing = frame?.querySelector<SVGSVGElement>('svg.drawing');
        if (!desk || !frame || !drawing) return;
        const percent = controlButton('', () => zoom?.set(1));
        const zoom = zoomOf(frame, () => showScale(percent, zoom));
        if (!zoom) return;
        showScale(percent, zoom);
        frame.tabIndex = 0;
        frame.classList.add('zooms');
        listenToGestures(frame, zoom);
        listenToKeys(desk, zoom);
        desk.addEventListener('fullscreenchange', () =>
          document.fullscreenElement ? zoom.fit() : zoom.reset(),
        );
        new ResizeObserver(() => showScale(percent, zoom)).observe(frame);
        const said = document.createElement('span');
        said.className = 'said';
        said.setAttribute('role', 'status');
        this.prepend(
          zoomGroup(zoom, percent),
          ...(document.fullscreenEnabled ? [fullScreen(desk)] : []),
          menu('Copy as…', copies(drawing, this.dataset.file ?? '', say(said))),
        );
        this.append(said);
      }
    },
  );
}

function showScale(percent: HTMLButtonElement, zoom: Zoom | undefined): void {
  const text = `${Math.round((zoom?.scale() ?? 1) * 100)} %`;
  percent.textContent = text;
  percent.setAttribute('aria-label', `${text}: show at 100 %`);
}

function zoomGroup(zoom: Zoom, percent: HTMLButtonElement): HTMLElement {
  const group = document.createElement('div');
  group.className = 'joined';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Zoom');
  group.append(
    controlButton('−', () => zoom.step(-1), 'Zoom out'),
    percent,
    controlButton('+', () => zoom.step(1), 'Zoom in'),
    controlButton('Fit', () => zoom.fit()),
  );
  return group;
}

function fullScreen(desk: HTMLElement): HTMLElement {
  const button = controlButton('Full screen', () => toggleFullScreen(desk));
  button.title = 'f, while the focus is in the drawing or its tools';
  button.setAttribute('aria-keyshortcuts', 'f');
  return button;
}

function toggleFullScreen(desk: HTMLElement): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  else desk.requestFullscreen?.().catch(() => undefined);
}

/**
 * Keys work while the focus is in the desk: elsewhere they belong to whoever reads, and a single letter
 * that acts everywhere is in the way of speech input (WCAG 2.1.4).
 */
function listenToKeys(desk: HTMLElement, zoom: Zoom): void {
  desk.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { '+': () => zoom.step(1), '=': () => zoom.step(1), '-': () => zoom.step(-1) }[
      event.key
    ];
    if (act) act();
    else if (event.key === '0') zoom.reset();
    else if (event.key === 'f') toggleFullScreen(desk);
    else return;
    event.preventDefault();
  });
}

type Say = (words: string) => void;

function say(said: HTMLElement): Say {
  return (words) => {
    said.textContent = words;
  };
}

/** A button for the drawing itself, for a picture of it, and for each text on the page. */
function copies(drawing: SVGSVGElement, file: string, tell: Say): HTMLElement[] {
  const copied = (name: string, write: () => Promise<void>) =>
    controlButton(name, () => {
      write().then(
        () => tell(`${name} copied`),
        () => tell(`${name} could not be copied`),
      );
    });
  const overHttp = location.protocol !== 'file:' && 'ClipboardItem' in window;
  return [
    copied('SVG', () => navigator.clipboard.writeText(standaloneSvg(drawing))),
    ...(overHttp
      ? [
          copied('PNG', () =>
            navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(file) })]),
          ),
        ]
      : []),
    ...[...document.querySelectorAll<HTMLElement>('pre[data-notation]')].map((text) =>
      copied(text.dataset.notation ?? '', () =>
        navigator.clipboard.writeText(`${text.textContent}\n`),
      ),
    ),
  ];
}
