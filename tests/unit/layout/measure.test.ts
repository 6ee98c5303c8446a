import { describe, expect, it } from 'vitest';
import {
  sizeLabel,
  sizeNode,
  sizeStep,
  sizeTitle,
  type TextBlock,
} from '#layout/measure/blocks.ts';
import { innerBox } from '#layout/measure/shapes.ts';
import { createTextMeasure, FONTS } from '#layout/measure/text.ts';
import { ClusterId, type GraphNode } from '#views/graph.ts';
import { dslOf, graphIn, indexOf } from '../../support/workspaces.ts';

const measure = createTextMeasure();
const LONG =
  'Keeps the accounts of everybody who ever had one here, of those who have one, and more.';

/** A system with a style and what it says to another, drawn. */
function styled(box: string, line = '', about = 'Keeps accounts.') {
  const model = `a = softwareSystem "Ledger of accounts" "${about}" "Own"
    b = softwareSystem "B"
    a -> b "Books what was paid" "HTTPS" "Own"`;
  const styles = `styles {
    element "Own" {
      ${box}
    }
    relationship "Own" {
      ${line}
    }
  }`;
  const view = 'systemLandscape v { include * }';
  const graph = graphIn(indexOf(dslOf(model, `${view}\n${styles}`)), 'v');
  const [node, edge] = [graph.nodes.find(({ name }) => name !== 'B'), graph.edges[0]];
  if (!node || !edge) throw new Error('The view has neither box nor line.');
  return { node, edge };
}

function rows({ lines }: TextBlock, role: string): number {
  return lines.filter((line) => line.role === role).length;
}

describe('sizes that an author gives a box', () => {
  it.each([
    ['none', '', { width: 152, height: 79 }],
    ["Structurizr's own", 'width 450\nheight 300\nfontSize 24', { width: 152, height: 79 }],
    ['a wide one', 'width 900', { width: 304, height: 79 }],
    ['a high one', 'height 600', { width: 152, height: 148 }],
    ['a small one, as small as its words are', 'width 300\nheight 200', { width: 147, height: 79 }],
    ['more than a page has', 'width 90000\nheight 90000', { width: 912, height: 444 }],
    ['a circle', 'shape Circle\nwidth 900', { width: 224, height: 224 }],
  ])('%s', (_, style, size) => {
    expect(sizeNode(styled(style).node, measure)).toMatchObject(size);
  });

  it('a high box has room for more of the description', () => {
    const [as, high] = ['', 'height 450'].map((style) =>
      sizeNode(styled(style, '', LONG).node, measure),
    );
    expect(as && rows(as.text, 'description')).toBe(0);
    expect(high && rows(high.text, 'description')).toBe(3);
  });
});

describe('letters that an author sizes', () => {
  it.each([
    ['none', '', 1],
    ["Structurizr's own", 'fontSize 24', 1],
    ['large', 'fontSize 36', 1.5],
    ['small', 'fontSize 18', 0.75],
    ['too small to read', 'fontSize 1', 0.75],
    ['too large for a page', 'fontSize 1000', 3],
  ])('%s', (_, style, factor) => {
    const { node, edge } = styled(style, style);
    for (const { lines } of [
      sizeNode(node, measure).text,
      sizeLabel(edge, measure),
      sizeStep(edge, measure),
    ]) {
      for (const { role, size, width, text } of lines) {
        expect(Math.abs(size - FONTS[role].size * factor)).toBeLessThan(0.051);
        expect(width).toBe(measure.width(text, { ...FONTS[role], size }));
      }
    }
  });

  it.each(['Box', 'Person', 'Hexagon', 'Cylinder', 'Ellipse', 'Circle', 'Diamond', 'Folder'])(
    'stay in a %s',
    (shape) => {
      for (const size of ['fontSize 60', 'fontSize 60\nwidth 300', 'fontSize 18\nwidth 300']) {
        const { width, height, text } = sizeNode(styled(`shape ${shape}\n${size}`).node, measure);
        const inner = innerBox(styled(`shape ${shape}`).node.style.shape, {
          x: 0,
          y: 0,
          width,
          height,
        });
        expect(text.width).toBeLessThanOrEqual(inner.width);
        expect(text.height).toBeLessThanOrEqual(inner.height);
      }
    },
  );

  it('a label has as many in a line', () => {
    const [ours, large] = ['', 'fontSize 36'].map((style) =>
      sizeLabel(styled('', style).edge, measure),
    );
    expect(large?.lines.map(({ text }) => text)).toEqual(ours?.lines.map(({ text }) => text));
  });
});

describe('a number of instances', () => {
  const several = (name: string): GraphNode => ({ ...styled('').node, name, instances: '2..10' });

  it.each([
    ['a short name stands beside it', 'Node', 0],
    ['a long name below it', 'Ledger of accounts', 8],
  ])('%s', (_, name, by) => {
    const { instances: _one, ...one } = several(name);
    const [first, alone] = [several(name), one].map(
      (node) => sizeNode(node, measure).text.lines[0]?.y,
    );
    expect((first ?? 0) - (alone ?? 0)).toBe(by);
  });

  it('has room beside the title of a boundary', () => {
    const cluster = {
      id: ClusterId('c'),
      kind: 'DeploymentNode',
      name: 'A pool',
      light: {},
      dark: {},
    } as const;
    const [one, many] = [{}, { instances: '100' }].map((more) =>
      sizeTitle({ ...cluster, ...more }, measure),
    );
    expect((many?.width ?? 0) - (one?.width ?? 0)).toBeGreaterThan(
      measure.width('100', FONTS.boundary),
    );
  });
});
