/** What is wrong with a drawing, by kind; each names what it concerns. */
export interface MeasuredFault {
  readonly kind:
    | 'elements overlap'
    | 'labels overlap'
    | 'label on a box'
    | 'text outside its box'
    | 'text outside the drawing'
    | 'line through a box';
  readonly of: string;
}

/** A drawing as a browser renders it; lengths in pixels. */
export interface Measured {
  /** `graph`, `sequence`, `manual` or `image`; empty when there is no drawing. */
  readonly layout: string;
  readonly elements: number;
  readonly lines: number;
  readonly faults: readonly MeasuredFault[];
  /** Points at which lines pass through one another. */
  readonly crossings: number;
  /** Of all lines together. */
  readonly length: number;
  readonly width: number;
  readonly height: number;
  /** The share of the ground that no element covers. */
  readonly empty: number;
}

/**
 * Measures the first drawing of the page from the boxes and paths that the browser renders. It runs in
 * the page, so it may use nothing from outside itself.
 */
export function measureDrawing(): Measured {
  const svg = document.querySelector<SVGSVGElement>('svg.drawing');
  const faults: MeasuredFault[] = [];
  const nothing = { elements: 0, lines: 0, crossings: 0, length: 0, width: 0, height: 0, empty: 1 };
  if (!svg) return { layout: '', faults, ...nothing };
  const layout = svg.dataset.layout ?? '';
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
  const within = (inner: DOMRect, outer: DOMRect, by: number) =>
    inner.x >= outer.x - by &&
    inner.x + inner.width <= outer.x + outer.width + by &&
    inner.y >= outer.y - by &&
    inner.y + inner.height <= outer.y + outer.height + by;

  for (const [index, a] of elements.entries()) {
    for (const b of elements.slice(index + 1)) {
      if (overlap(a.box, b.box, 0.5)) {
        faults.push({ kind: 'elements overlap', of: `${a.name} and ${b.name}` });
      }
    }
    if (!a.texts.every((text) => within(text, a.box, 0.5))) {
      faults.push({ kind: 'text outside its box', of: a.name });
    }
  }
  for (const [index, label] of labels.entries()) {
    for (const other of labels.slice(index + 1)) {
      if (label.boxes.some((a) => other.boxes.some((b) => overlap(a, b, 1)))) {
        faults.push({ kind: 'labels overlap', of: `${label.text} and ${other.text}` });
      }
    }
    for (const element of elements) {
      if (label.boxes.some((box) => overlap(box, element.box, 1))) {
        faults.push({ kind: 'label on a box', of: `${label.text} on ${element.name}` });
      }
    }
  }
  const sheet = svg.viewBox.baseVal;
  const ground = new DOMRect(sheet.x, sheet.y, sheet.width, sheet.height);
  for (const text of svg.querySelectorAll<SVGTextElement>('text')) {
    const isTurned = text.closest('[transform]') !== null;
    if (!isTurned && !within(text.getBBox(), ground, 1)) {
      faults.push({ kind: 'text outside the drawing', of: text.textContent ?? '' });
    }
  }

  const groups = [...svg.querySelectorAll<SVGGElement>('.relationship')];
  const lines = groups.flatMap((group) => {
    const path = group.querySelector<SVGPathElement>('.edge');
    if (!path) return [];
    const length = path.getTotalLength();
    const count = Math.max(1, Math.ceil(length / 2));
    const points = Array.from({ length: count + 1 }, (_, step) =>
      path.getPointAtLength((length * step) / count),
    );
    const { source = '', target = '' } = group.dataset;
    return [{ source, target, points, length, box: path.getBBox() }];
  });
  if (layout !== 'sequence') {
    for (const { source, target, points } of lines) {
      for (const { id, name, box } of elements) {
        if (id === source || id === target) continue;
        const isThrough = points.some(
          ({ x, y }) =>
            x > box.x + 1 &&
            x < box.x + box.width - 1 &&
            y > box.y + 1 &&
            y < box.y + box.height - 1,
        );
        if (isThrough) {
          faults.push({ kind: 'line through a box', of: `${source} to ${target}, ${name}` });
        }
      }
    }
  }

  let crossings = 0;
  const side = (a: DOMPoint, b: DOMPoint, c: DOMPoint) =>
    Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  // Near their ends, lines of a trunk and lines at one box touch without crossing.
  const inner = (points: readonly DOMPoint[]) => points.slice(4, -4);
  for (const [index, a] of lines.entries()) {
    for (const b of lines.slice(index + 1)) {
      const near = new DOMRect(b.box.x - 1, b.box.y - 1, b.box.width + 2, b.box.height + 2);
      if (!overlap(new DOMRect(a.box.x, a.box.y, a.box.width + 1, a.box.height + 1), near, 0))
        continue;
      const [p, q] = [inner(a.points), inner(b.points)];
      let last = -10;
      for (let i = 1; i < p.length; i++) {
        const [a1, a2] = [p[i - 1], p[i]];
        if (!a1 || !a2 || i - last < 4) continue;
        for (let j = 1; j < q.length; j++) {
          const [b1, b2] = [q[j - 1], q[j]];
          if (!b1 || !b2 || Math.abs(b1.x - a1.x) > 6 || Math.abs(b1.y - a1.y) > 6) continue;
          // A point on the other line counts to one side, or lines that meet at samples would not cross.
          const [s1, s2] = [side(b1, b2, a1) || 1, side(b1, b2, a2) || 1];
          const [t1, t2] = [side(a1, a2, b1) || 1, side(a1, a2, b2) || 1];
          if (s1 === s2 || t1 === t2) continue;
          crossings += 1;
          last = i;
          break;
        }
      }
    }
  }
  const covered = elements.reduce((sum, { box }) => sum + box.width * box.height, 0);
  return {
    layout,
    elements: elements.length,
    lines: lines.length,
    faults,
    crossings,
    length: Math.round(lines.reduce((sum, line) => sum + line.length, 0)),
    width: sheet.width,
    height: sheet.height,
    empty: 1 - Math.min(1, covered / Math.max(1, sheet.width * sheet.height)),
  };
}
