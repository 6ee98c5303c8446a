/**
 * The drawing as it stands on the page, as SVG text that stands alone: what the page adds is left out,
 * and colours and badges are those of the theme and the overlay that are on.
 */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.classList.remove('following');
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [place, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[place];
    if (!original) continue;
    element.classList.remove('near', 'followed');
    for (const name of ['fill', 'stroke']) {
      if (element.getAttribute(name)?.includes('('))
        element.setAttribute(name, getComputedStyle(original).getPropertyValue(name));
    }
    // Which badges there are is for the page to say: an overlay or a perspective has its own.
    if (!element.matches('.badge[data-of]')) continue;
    element.removeAttribute('display');
    if (getComputedStyle(original).display === 'none') element.remove();
  }
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

/** How many pixels of a picture stand for one of the drawing. */
const SHARPNESS = 2;

/**
 * An SVG file as a PNG. The file carries its fonts, which the drawing on the page does not. Pages that
 * were opened from a disk may not read pictures, so this works over HTTP only.
 */
export async function pngOf(file: string): Promise<Blob> {
  const image = new Image();
  image.src = file;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SHARPNESS;
  canvas.height = image.naturalHeight * SHARPNESS;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(file))), 'image/png');
  });
}
