import { describe, expect, it } from 'vitest';
import { listContentFiles } from '#sources/content-files.ts';
import { loadWorkspace, loadWorkspaceFile } from '#sources/workspace.ts';
import { contentFolder, SMALL_WORKSPACE } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><path d="M0 0"/></svg>';
const CLEAN = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
const uriOf = (text: string) => `data:image/svg+xml;base64,${btoa(text)}`;

const DSL = SMALL_WORKSPACE.replace(
  'autolayout\n    }',
  `autolayout
    }
    image site pictured {
      image logo.svg
    }
    styles {
      element "Element" {
        icon logo.svg
      }
      element "Person" {
        icon "data:image/png;base64,${btoa(SVG)}"
      }
      element "Container" {
        icon https://evil.example/icon.svg
      }
    }`,
);

describe('the pictures of a workspace', () => {
  const files = { 'workspace.dsl': DSL, 'logo.svg': SVG };

  it('are written anew, or left out, each told once where it is named', () => {
    const { workspace, diagnostics } = loadWorkspace(contentFolder(files), { hosts: [] });
    const { elementStyles } = workspace.viewConfiguration;
    expect(elementStyles.map(({ icon }) => icon)).toEqual([
      'https://evil.example/icon.svg',
      uriOf(CLEAN),
      undefined,
    ]);
    const pictured = workspace.views.find(({ key }) => key === 'pictured');
    expect(pictured).toMatchObject({ content: uriOf(CLEAN) });
    expect(diagnostics.map(at)).toEqual([
      'cleaned-icon workspace.dsl:20:14',
      'bad-icon workspace.dsl:23:14',
    ]);
  });

  it('stay as they are where a workspace is written as JSON', () => {
    const root = contentFolder(files);
    const { workspace } = loadWorkspaceFile('workspace.dsl', root, { root, themes: false });
    expect(workspace?.viewConfiguration.elementStyles[1]?.icon).toBe(uriOf(SVG));
  });

  it('are looked at in a JSON workspace, too', () => {
    const json = {
      name: 'W',
      model: {},
      views: { configuration: { styles: { elements: [{ tag: 'A', icon: uriOf(SVG) }] } } },
    };
    const root = contentFolder({ 'workspace.json': JSON.stringify(json) });
    const { workspace, diagnostics } = loadWorkspace(root, { hosts: [] });
    expect(workspace.viewConfiguration.elementStyles[0]?.icon).toBe(uriOf(CLEAN));
    expect(diagnostics.map(({ code }) => code)).toEqual(['cleaned-icon']);
  });
});

it('holds files beside texts against their names, and has a clean SVG in place of each', () => {
  const root = contentFolder({
    'case-studies/site/a.svg': SVG,
    'case-studies/site/b.png': SVG,
    'adrs/c.pdf': '%PDF-1.7',
    'adrs/d.svg': '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
  });
  const found = new Map(listContentFiles(root).map(({ path, ...rest }) => [path, rest]));
  expect(found.get('case-studies/site/a.svg')).toEqual({ svg: CLEAN, left: ['`<script>`'] });
  expect(found.get('case-studies/site/b.png')).toHaveProperty('fault');
  expect(found.get('adrs/c.pdf')).toEqual({ left: [] });
  expect(found.get('adrs/d.svg')?.fault).toMatch(/document type/);
});
