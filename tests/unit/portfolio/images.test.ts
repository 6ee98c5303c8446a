import { describe, expect, it } from 'vitest';
import { ViewKey } from '#model/ids.ts';
import type { ImageView } from '#model/views.ts';
import { imageOf } from '#portfolio/images.ts';

const view = (content: Partial<ImageView>): ImageView => ({
  kind: 'Image',
  key: ViewKey('plan'),
  order: 1,
  generatedKey: false,
  properties: {},
  ...content,
});
const PNG = 'data:image/png;base64,AA==';
const SVG = 'data:image/svg+xml;base64,AA==';
const FAR = 'https://example.org/plan.png';

describe('the pictures of an image view', () => {
  it.each<[string, Partial<ImageView>, unknown[], string[]]>([
    ['one for both themes', { content: PNG }, [{ source: PNG }], []],
    [
      'one a theme',
      { contentLight: PNG, contentDark: SVG },
      [
        { source: PNG, theme: 'light' },
        { source: SVG, theme: 'dark' },
      ],
      [],
    ],
    ['one theme only', { contentDark: SVG }, [{ source: SVG }], []],
    ['elsewhere', { content: FAR }, [], [FAR]],
    ['no picture', { content: 'data:text/html,<script>' }, [], []],
    ['no address', { content: 'javascript:alert(1)' }, [], []],
    ['nothing', {}, [], []],
  ])('%s', (_what, content, pictures, links) => {
    const image = imageOf(view(content), []);
    expect([image.pictures, image.links.map(({ href }) => href)]).toEqual([pictures, links]);
  });

  it('come from a host that the author permits', () => {
    const image = imageOf(view({ content: FAR }), ['example.org']);
    expect(image).toEqual({
      pictures: [{ source: FAR }],
      links: [{ text: 'The picture, at example.org', href: FAR }],
    });
  });
});
