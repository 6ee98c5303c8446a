import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { printWorkspace } from '#dsl/print/print.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { type Json, workspaceToJson } from '#model/to-json.ts';
import type { Workspace } from '#model/workspace.ts';
import { generateDsl } from '../../support/generated-dsl.ts';
import { inModel, inViews, read, readClean } from './support.ts';

const PLAIN = { warnings: false, embedSource: false };

/** A workspace as JSON, without the names that nobody wrote. */
function json(workspace: Workspace): Json {
  return JSON.parse(JSON.stringify(workspaceToJson(workspace), withoutMadeUp));
}

function withoutMadeUp(this: unknown, _name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { 'structurizr.dsl.identifier': _identifier, ...others } = value as Record<string, unknown>;
  const entries = Object.entries(others).filter(
    ([, item]) => JSON.stringify(item) !== '{"structurizr.dsl.identifier":' && !isOnlyName(item),
  );
  return Object.fromEntries(entries);
}

/** Properties that hold nothing but a name that may be made up. */
function isOnlyName(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    Object.keys(item).join() === 'structurizr.dsl.identifier'
  );
}

const again = (workspace: Workspace) => readClean(printWorkspace(workspace).text, PLAIN);

describe('a printed workspace', () => {
  it('is written as a person would', () => {
    const text = inViews(
      '    container shop Key "All of it" {\n      include *\n      exclude user\n      autoLayout tb\n    }\n    styles {\n      element Person {\n        shape person\n      }\n    }',
    ).replace('workspace {', 'workspace "Shop" "Sells" {\n  !identifiers hierarchical');
    const printed = printWorkspace(
      readClean(text.replace('user -> web', 'user -> shop.web'), PLAIN),
    );
    expect(printed).toEqual({
      losses: [],
      text: `workspace "Shop" "Sells" {
    !identifiers hierarchical
    model {
        user = person "User"
        shop = softwareSystem "Shop" {
            web = container "Web"
            db = container "Database"
            web -> db "Reads"
        }
        user -> shop.web "Uses"
    }
    views {
        container shop "Key" {
            include *
            exclude user
            autoLayout tb
            description "All of it"
        }
        styles {
            element "Person" {
                shape Person
            }
        }
    }
}
`,
    });
  });

  it.each([
    ['quotes and line breaks', inModel('    a = person "Says \\"hi\\"" "Two\\nlines"')],
    ['a dollar sign', inModel('    a = person "$' + '{HOME}"')],
    ['no names', inModel('    person A\n    softwareSystem S {\n      container C\n    }')],
    [
      'nested groups',
      inModel(
        '    properties {\n      structurizr.groupSeparator /\n    }\n    group A {\n      group B {\n        person P\n      }\n      person Q\n    }\n    person R',
      ),
    ],
    [
      'parts that come later',
      inModel(
        '    s = softwareSystem S\n    p = person P\n    !element s {\n      c = container C\n    }\n    p -> c Uses',
      ),
    ],
    [
      'relationships that nothing implies',
      inModel(
        '    !impliedRelationships false\n    s = softwareSystem S {\n      c = container C\n    }\n    p = person P\n    p -> c Uses\n    !impliedRelationships true\n    p -> c Calls',
      ),
    ],
    [
      'tags on what is implied',
      inModel(
        '    s = softwareSystem S {\n      c = container C\n    }\n    p = person P\n    p -> c Uses\n    !relationships "*->*" {\n      tags Seen\n    }',
      ),
    ],
    [
      'deployments',
      inModel(
        '    s = softwareSystem S {\n      a = container A\n      b = container B\n    }\n    a -> b Calls HTTP\n    live = deploymentEnvironment Live {\n      one = deploymentGroup One\n      deploymentNode N {\n        instances 2..N\n        x = containerInstance a one\n        y = containerInstance b one {\n          healthCheck Ping https://example.org 5 10\n        }\n        i = infrastructureNode I\n        i -> x Routes\n      }\n      x -/> y {\n        x -> i Goes\n      }\n    }',
      ),
    ],
    [
      'steps',
      inViews(
        '    dynamic shop D {\n      user -> web "Asks"\n      web -> db\n      db -> web "Answers"\n      3: web -> user "Shows"\n    }',
      ),
    ],
    [
      'what is left out',
      inViews(
        '    systemContext shop C {\n      include *\n      exclude "user -> shop"\n      title T\n      default\n      animation {\n        shop\n        user\n      }\n    }\n    filtered C exclude Old F "Less"',
      ),
    ],
    [
      'everything else',
      'workspace "" "" {\n  properties {\n    a "b c"\n  }\n  configuration {\n    scope landscape\n    visibility public\n    users {\n      a@b.c write\n    }\n  }\n  views {\n    properties {\n      x y\n    }\n    theme https://example.org/t.json\n    terminology {\n      person Role\n      metadata round\n    }\n    styles {\n      dark {\n        relationship R {\n          thickness 3\n          properties {\n            k v\n          }\n        }\n      }\n    }\n  }\n}',
    ],
  ])('keeps %s', (_name, text) => {
    const workspace = readClean(text, PLAIN);
    expect(json(again(workspace))).toEqual(json(workspace));
  });

  it('keeps the names that the author gave', () => {
    const text = inModel('    s = softwareSystem S {\n      c = container C\n    }\n    person P');
    const names = (workspace: Workspace) => workspace.elements.map(({ identifier }) => identifier);
    expect(names(again(readClean(text)))).toEqual(['s', 'c', undefined]);
    const nested = text.replace('model {', '!identifiers hierarchical\n  model {');
    expect(names(again(readClean(nested)))).toEqual(['s', 's.c', undefined]);
  });

  it('tells what it can not say', () => {
    const document = {
      id: 7,
      name: 'W',
      model: { people: [{ id: '3', name: 'P', tags: 'Element,Person' }] },
      views: {
        systemLandscapeViews: [{ key: 'k', order: 1, elements: [{ id: '3', x: 10, y: 20 }] }],
      },
    };
    const source = new Source('w.json', JSON.stringify(document));
    const { workspace } = workspaceFromJson(source);
    if (!workspace) throw new Error('The document is wrong.');
    const { losses, text } = printWorkspace(workspace);
    expect(losses.map((loss) => loss.split(' ').slice(0, 3).join(' '))).toEqual([
      'Places of boxes',
      'The id and',
      'Ids are counted',
    ]);
    expect(readClean(text).elements.map(({ name }) => name)).toEqual(['P']);
  });

  it('reads back as the same workspace, whatever it holds', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { workspace, diagnostics } = read(generateDsl(seed, 0), PLAIN);
        if (!workspace || diagnostics.length > 0) return;
        compared++;
        expect(json(again(workspace))).toEqual(json(workspace));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
