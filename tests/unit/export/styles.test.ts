import { describe, expect, it } from 'vitest';
import { isSolid, officialStyles } from '#export/styles.ts';
import type { Theme } from '#model/styles.ts';
import { dslOf, indexOf } from '../../support/workspaces.ts';

const MODEL = `
  shop = softwareSystem "Shop" {
    web = container "Web" "" "" "A, B"
    api = container "API"
  }
  user = person "User"
  user -> web "Uses" "" "Loud"
  deploymentEnvironment "Live" {
    deploymentNode "Server" {
      containerInstance web "" "C"
    }
  }`;

function stylesOf(styles: string, themes: Theme[] = []) {
  const index = indexOf(dslOf(MODEL, `styles {\n${styles}\n}`));
  const sheet = officialStyles(index, themes);
  const find = (is: (one: { name: string; kind: string }) => boolean) => {
    const element = index.workspace.elements.find(is);
    if (!element) throw new Error('no such element');
    return sheet.element(element);
  };
  return {
    web: find(({ name, kind }) => name === 'Web' && kind === 'Container'),
    instance: find(({ kind }) => kind === 'ContainerInstance'),
    lines: index.workspace.relationships.map((one) => sheet.relationship(one)),
    tag: sheet.tag,
  };
}

const element = (tag: string, ...rows: string[]) => `element "${tag}" {\n${rows.join('\n')}\n}`;
const relationship = (tag: string, ...rows: string[]) =>
  `relationship "${tag}" {\n${rows.join('\n')}\n}`;

describe('the style of an element', () => {
  it('is the official one where nobody says anything', () => {
    expect(stylesOf('').web).toEqual({
      tag: 'Element',
      properties: {},
      shape: 'Box',
      fontSize: 24,
      border: 'Solid',
      opacity: 100,
      metadata: true,
      description: true,
      background: '#ffffff',
      color: '#444444',
      stroke: '#444444',
    });
  });

  it('is called after the tags that say something, and the last one wins', () => {
    const { web } = stylesOf(
      [element('B', 'shape Circle'), element('A', 'shape Box', 'width 200')].join('\n'),
    );
    expect([web.tag, web.shape, web.width]).toEqual(['Element,A,B', 'Circle', 200]);
  });

  it.each([
    ['#ffffff', '#b2b2b2'],
    ['#08427b', '#052e56'],
    ['#010203', '#000102'],
    ['red', '#b20000'],
  ])('has a darker border around %s: %s', (background, stroke) => {
    expect(stylesOf(element('A', `background ${background}`)).web.stroke).toBe(stroke);
  });

  it('has the border that is said', () => {
    const { web } = stylesOf(element('A', 'background red', 'stroke #123456'));
    expect(web.stroke).toBe('#123456');
  });

  it('takes what is said for a light page over what is said for all, wherever it stands', () => {
    const light = `light {\n${element('A', 'color #111111')}\n}`;
    const dark = `dark {\n${element('A', 'color #222222')}\n}`;
    const all = element('A', 'color #333333');
    expect(stylesOf([light, dark, all].join('\n')).web.color).toBe('#111111');
  });

  it('takes the workspace over its themes, and later themes over earlier ones', () => {
    const theme = (color: string, stroke: string): Theme => ({
      name: color,
      elements: [{ tag: 'A', color, stroke, background: color, properties: {} }],
      relationships: [],
    });
    const themes = [theme('#111111', '#aaaaaa'), theme('#222222', '#bbbbbb')];
    const { web } = stylesOf(element('A', 'color #333333'), themes);
    expect([web.color, web.stroke, web.background]).toEqual(['#333333', '#bbbbbb', '#222222']);
  });

  it('is for an instance that of what runs in it, then its own', () => {
    const { instance } = stylesOf(
      [element('A', 'color #111111', 'shape Circle'), element('C', 'color #222222')].join('\n'),
    );
    expect([instance.tag, instance.color, instance.shape]).toEqual([
      'Element,A,C',
      '#222222',
      'Circle',
    ]);
  });

  it('joins the properties of all tags', () => {
    const property = (name: string) => `properties {\n"${name}" "1"\n}`;
    const { web } = stylesOf([element('A', property('x')), element('B', property('y'))].join('\n'));
    expect(web.properties).toEqual({ x: '1', y: '1' });
  });
});

describe('the style of a relationship', () => {
  it('is dashed and grey where nobody says anything', () => {
    expect(stylesOf('').lines[0]).toMatchObject({
      tag: 'Relationship',
      style: 'Dashed',
      dashed: true,
      thickness: 2,
      color: '#444444',
      fontSize: 24,
      width: 200,
    });
  });

  it('is for an implied one that of the one that implied it', () => {
    const { lines } = stylesOf(relationship('Loud', 'color red'));
    expect(lines.map(({ tag, color }) => [tag, color])).toEqual([
      ['Relationship,Loud', '#ff0000'],
      ['Relationship,Loud', '#ff0000'],
    ]);
  });

  it.each([
    ['style solid', true],
    ['style dotted', false],
    ['dashed false', true],
    ['dashed true', false],
    ['thickness 3', false],
  ])('with %s is drawn through: %s', (row, solid) => {
    const [line] = stylesOf(relationship('Loud', row)).lines;
    expect(line && isSolid(line)).toBe(solid);
  });
});

it('finds what is said about a tag alone', () => {
  const { tag } = stylesOf(element('Group', 'color red'));
  expect(tag('Group')).toMatchObject({ color: '#ff0000' });
  expect(tag('Group:Other')).toBeUndefined();
});
