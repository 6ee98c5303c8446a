import { describe, expect, it } from 'vitest';
import type { Workspace } from '#model/workspace.ts';
import { inModel, places, read, readClean } from './support.ts';

const model = (lines: string) => readClean(inModel(lines));

/** Elements as `id kind name`, relationships as `id source>destination description`. */
function outline({ elements, relationships }: Workspace): string[] {
  const name = (id: string) => elements.find((element) => element.id === id)?.name;
  return [
    ...elements.map(({ id, kind, name }) => `${id} ${kind} ${name}`),
    ...relationships.map(
      ({ id, source, destination, description, linkedRelationship: linked }) =>
        `${id} ${name(source)}>${name(destination)} ${description ?? ''}${linked ? `(${linked})` : ''}`,
    ),
  ];
}

describe('ids', () => {
  it('are shared by elements and relationships, in the order of the text', () => {
    const workspace = model(
      'a = person A\ns = softwareSystem S {\n  c = container C\n  a -> c "Uses"\n}\nb = person B',
    );
    expect(outline(workspace)).toEqual([
      '1 Person A',
      '2 SoftwareSystem S',
      '3 Container C',
      '6 Person B',
      '4 A>C Uses',
      '5 A>S Uses(4)',
    ]);
  });
});

describe('implied relationships', () => {
  const lines = (strategy: string) =>
    `!impliedRelationships ${strategy}\na = person A\ns = softwareSystem S {\n  c = container C\n}\na -> s one\na -> c two\n`;

  it.each([
    ['false', ['4 A>S one', '5 A>C two']],
    ['true', ['4 A>S one', '5 A>C two']],
    [
      'com.structurizr.model.CreateImpliedRelationshipsUnlessSameRelationshipExistsStrategy',
      ['4 A>S one', '5 A>C two', '6 A>S two(5)'],
    ],
  ])('by strategy %s', (strategy, expected) => {
    expect(outline(model(lines(strategy))).slice(3)).toEqual(expected);
  });
});

describe('tags', () => {
  it('are the defaults, those of the archetype, and the own ones, each once', () => {
    const { elements } = model(
      'archetypes {\n  app = container {\n    tag App\n  }\n}\nsoftwareSystem S "" "X,Container" {\n  app C "" "" "Y,App"\n}',
    );
    expect(elements.map(({ tags }) => tags)).toEqual([
      ['Element', 'Software System', 'X', 'Container'],
      ['Element', 'Container', 'App', 'Y'],
    ]);
  });
});

describe('identifiers', () => {
  it('are looked up from the inside out when they are hierarchical', () => {
    const workspace = model(
      '!identifiers hierarchical\nx = softwareSystem Outer\ns = softwareSystem S {\n  x = container Inner\n  y = container Y {\n    -> x\n  }\n}\np = person P\np -> x\np -> s.x',
    );
    expect(outline(workspace).slice(5)).toEqual([
      '5 Y>Inner ',
      '7 P>Outer ',
      '8 P>Inner ',
      '9 P>S (8)',
    ]);
    expect(workspace.elements.map(({ identifier }) => identifier)).toEqual([
      'x',
      's',
      's.x',
      's.y',
      'p',
    ]);
  });

  it('ignore case', () => {
    expect(outline(model('User = person A\nuser -> USER Self'))[1]).toBe('2 A>A Self');
  });
});

describe('groups', () => {
  it('nest with a separator', () => {
    const { elements } = model(
      'properties {\n  structurizr.groupSeparator /\n}\ngroup A {\n  group B {\n    person P\n  }\n  person Q\n}',
    );
    expect(elements.map(({ group }) => group)).toEqual(['A/B', 'A']);
  });
});

describe('bulk statements', () => {
  it('change all elements that an expression selects', () => {
    const { elements } = model(
      'person A "" T\nperson B\n!elements "element.tag==T" {\n  description Both\n  tags U\n  properties {\n    k v\n  }\n}',
    );
    expect(
      elements.map(({ description, tags, properties }) => [description, tags, properties.k]),
    ).toEqual([
      ['Both', ['Element', 'Person', 'T', 'U'], 'v'],
      [undefined, ['Element', 'Person'], undefined],
    ]);
  });

  it('relate `this` to each of them', () => {
    const workspace = model(
      'a = person A "" T\nb = person B "" T\ns = softwareSystem S\n!elements "element.tag==T" {\n  this -> s Uses\n}',
    );
    expect(outline(workspace).slice(3)).toEqual(['4 A>S Uses', '5 B>S Uses']);
  });
});

describe('deployment', () => {
  const lines = (more = '') => `s = softwareSystem S {
  web = container Web
  db = container Db
  web -> db Reads
}
live = deploymentEnvironment Live {
  ga = deploymentGroup A
  gb = deploymentGroup B
  deploymentNode N {
    containerInstance web ga
    containerInstance db ga
    containerInstance db gb
  }
  ${more}
}`;

  it('copies relationships between instances of one group', () => {
    expect(outline(model(lines())).slice(-2)).toEqual(['4 Web>Db Reads', '8 Web>Db Reads(4)']);
  });

  it('numbers the instances of a container in a node', () => {
    const { elements } = model(lines());
    expect(
      elements.flatMap((element) => ('instanceId' in element ? element.instanceId : [])),
    ).toEqual([1, 1, 2]);
  });

  it('takes copies away and puts others in their place', () => {
    const workspace = model(
      lines(
        'deploymentNode M {\nlb = infrastructureNode Balancer\n}\nweb -/> db {\n  web -> lb\n  lb -> db\n}',
      ).replace('containerInstance db gb', 'wi = containerInstance web gb'),
    );
    const added = workspace.relationships.filter(({ id }) => Number(id) > 8);
    expect(added.length).toBeGreaterThan(0);
    expect(added.every(({ description }) => description === 'Reads')).toBe(true);
  });
});

describe('forward references', () => {
  const lines = 'a = person A {\n  -> b Uses {\n    tags T\n  }\n}\na -> b Asks\nb = person B';
  const on = (text: string) =>
    text.replace('workspace {', 'workspace {\nproperties {\narchfolio.forwardReferences true\n}');

  it('are refused as in the original', () => {
    expect(places(read(inModel(lines)).diagnostics)).toEqual(['4:6 dsl-unknown-identifier b']);
  });

  it('are put off until the end of the model where the workspace asks for it', () => {
    const workspace = readClean(on(inModel(lines)));
    expect(outline(workspace).slice(2)).toEqual(['3 A>B Uses', '4 A>B Asks']);
    expect(workspace.relationships[0]?.tags).toEqual(['Relationship', 'T']);
  });

  it('come before the instances that copy them', () => {
    const workspace = readClean(
      on(
        inModel(
          'a = softwareSystem A {\n  -> b\n}\nb = softwareSystem B\ndeploymentEnvironment E {\n  deploymentNode N {\n    softwareSystemInstance a\n    softwareSystemInstance b\n  }\n}',
        ),
      ),
    );
    expect(workspace.relationships.map(({ linkedRelationship: linked }) => linked)).toEqual([
      undefined,
      '3',
    ]);
  });

  it('still need a definition', () => {
    expect(places(read(on(inModel(`${lines}\nb -> c`))).diagnostics)).toEqual([
      '13:6 dsl-unknown-identifier c',
    ]);
  });
});

describe('found side by side with the reference', () => {
  it('`!element` opens no block for a custom element, nor for a group', () => {
    for (const [found, name] of [
      ['c = element C', 'c'],
      ['g = group G {\n}', 'g'],
    ]) {
      // What stands in it belongs to the model, and its brace closes the model.
      const { diagnostics, workspace } = read(
        inModel(`${found}\n!element ${name} {\nperson P\n}`).slice(0, -1),
      );
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'warning dsl-brace-as-text',
      ]);
      expect(workspace?.elements.some((element) => element.name === 'P')).toBe(true);
    }
  });

  it('a deployment view passes over a node of another environment', () => {
    const { views } = readClean(
      `workspace {
  model {
    s = softwareSystem S
    deploymentEnvironment A {
      deploymentNode N {
        softwareSystemInstance s
      }
    }
    deploymentEnvironment B {
      other = deploymentNode M {
        infrastructureNode I
      }
    }
  }
  views {
    deployment * A {
      include *
      include other
    }
  }
}`,
    );
    expect(views[0] && 'elements' in views[0] && views[0].elements).toHaveLength(2);
  });
});
