import { type Picture, type Pictures, picturePaths } from '#mermaid/picture.ts';
import { escapeXml } from '#svg/escape.ts';

/** Every picture file that pages load, by its path below the base. */
export function pictureFiles(pictures: Pictures): ReadonlyMap<string, string> {
  return new Map(
    [...pictures.values()].flatMap((picture) => {
      const { light, dark } = picturePaths(picture);
      return [
        [light, picture.light],
        [dark, picture.dark],
      ] as const;
    }),
  );
}

/**
 * A diagram on a page: its picture in both themes, of which the style sheet shows one, and its source.
 * A wide one keeps its size and its frame scrolls. `below` puts the base in front of a path.
 */
export function pictureMarkup(
  picture: Picture,
  source: string,
  below: (path: string) => string,
): string {
  const { light, dark } = picturePaths(picture);
  const { width, height } = picture;
  const alt = escapeXml(picture.alt);
  const image = (theme: string, path: string) =>
    `<img class="in-${theme}" src="${escapeXml(below(path))}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
  return [
    '<figure class="mermaid">',
    `<div class="scroll" role="group" aria-label="Diagram" tabindex="0">`,
    image('light', light),
    image('dark', dark),
    '</div>',
    '<details><summary>The diagram as text</summary>',
    `<pre tabindex="0"><code>${escapeXml(source)}</code></pre></details>`,
    '</figure>',
  ].join('');
}
