import type { WalkStop } from '#portfolio/pages/walkthrough/walkthrough.ts';

/** Between ids in an attribute; those of groups hold blanks and slashes. */
const BETWEEN = '\n';

/** What scripts read of a stop: its time, its view, what stays lit there and what has to be in sight. */
export function stopData({ seconds, picture }: WalkStop) {
  return {
    'data-seconds': seconds,
    ...(picture && {
      'data-view': picture.view,
      'data-pointed': picture.pointed.map(({ id }) => id).join(BETWEEN),
      'data-near': picture.near.join(BETWEEN),
      'data-sights': picture.sights.map(rectText).join(','),
      ...(picture.head > 0 && { 'data-head': Math.ceil(picture.head) }),
      ...(picture.neighbourhood && { 'data-around': rectText(picture.neighbourhood) }),
    }),
  };
}

function rectText({ x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>) {
  return [x, y, width, height].map((side) => Math.round(side * 10) / 10).join(' ');
}
