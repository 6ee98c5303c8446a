/**
 * The faults of the drawing on a page, from the boxes and paths that the browser renders: overlapping
 * elements, labels on labels or boxes, text outside its box, lines through boxes that they do not join.
 * It runs in the page, so it may use nothing from outside itself.
 */
export function measureDrawing(): string[] {
  const svg = document.querySelector<SVGSVGElement>('svg.drawing');
  if (!svg) return ['there is no drawing'];
  const faults: string[] = [];
  const layout = svg.dataset.layout;
  const elements = [...svg.querySelectorAll<SVGGElement>('.element')].map((group) => ({
    id: group.dataset.id ?? '',
    name: group.dataset.name ?? '',
    box: group.querySelector<SVGGraphicsElement>('.shape')?.getBBox() ?? new DOMRect(),
    texts: [...group.querySelectorAll<SVGTextElement>('.text text')].map((text) => text.getBBox()),
  }));
  const labels = [...svg.querySelectorAll<SVGGElement>('.relationship .label')].map((label) => ({
    text: label.textContent ?? '',
    boxes: [...label.querySelectorAll<SVGTextElement>('text')].map((text) => text.getBBox()),
  }));
  const overlap = (a: DOMRect, b: DOMRect, by: number) =>
    a.x + by < b.x + b.width &&
    b.x + by < a.x + a.width &&
    a.y + by < b.y + b.height &&
    b.y + by < a.y + a.height;

  for (const [index, a] of elements.entries()) {
    for (const b of elements.slice(index + 1)) {
      if (overlap(a.box, b.box, 0.5)) faults.push(`elements overlap: ${a.name} and ${b.name}`);
    }
    for (const text of a.texts) {
      const { x, y, width, height } = a.box;
      const inside =
        text.x >= x - 0.5 &&
        text.x + text.width <= x + width + 0.5 &&
        text.y >= y - 0.5 &&
        text.y + text.height <= y + height + 0.5;
      if (!inside) faults.push(`text outside its box: ${a.name}`);
    }
  }
  for (const [index, label] of labels.entries()) {
    for (const other of labels.slice(index + 1)) {
      if (label.boxes.some((a) => other.boxes.some((b) => overlap(a, b, 1)))) {
        faults.push(`labels overlap: ${label.text} and ${other.text}`);
      }
    }
    for (const element of elements) {
      if (label.boxes.some((box) => overlap(box, element.box, 1))) {
        faults.push(`label on a box: ${label.text} on ${element.name}`);
      }
    }
  }
  if (layout === 'sequence') return faults;
  for (const group of svg.querySelectorAll<SVGGElement>('.relationship')) {
    const path = group.querySelector<SVGPathElement>('.edge');
    if (!path) continue;
    const ends = [group.dataset.source, group.dataset.target];
    const length = path.getTotalLength();
    for (const { id, name, box } of elements) {
      if (ends.includes(id)) continue;
      for (let at = 0; at <= length; at += 2) {
        const { x, y } = path.getPointAtLength(at);
        if (
          x > box.x + 1 &&
          x < box.x + box.width - 1 &&
          y > box.y + 1 &&
          y < box.y + box.height - 1
        ) {
          faults.push(`line through ${name}: ${group.dataset.source} to ${group.dataset.target}`);
          break;
        }
      }
    }
  }
  return faults;
}
