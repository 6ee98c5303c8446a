import { describe, expect, it } from 'vitest';
import { inModel, inViews, memoryReader, places, read } from './support.ts';

const found = (text: string) => places(read(text).diagnostics);

describe('a file with ten mistakes', () => {
  const text = `workspace {
  model {
    user = persn User
    shop = softwareSystem Shop {
      web = container Web "" "" A B
      db = container Web
    }
    user -> shp "Uses"
    user -> web "Uses"
    user -> web "Uses"
    web -> shop
  }
  views {
    systemContext shop one {
      include *
      include nobody
      autoLayout up
    }
    systemContext shop one {
    }
    styles {
      element A {
        shape Blob
      }
    }
  }
}`;

  it('gives ten findings at the right places, and a workspace', () => {
    const { diagnostics, workspace } = read(text);
    expect(places(diagnostics)).toEqual([
      '3:12 dsl-unknown-statement persn',
      '5:35 dsl-too-many-words B',
      '6:22 dsl-duplicate-name Web',
      '8:13 dsl-unknown-identifier shp',
      '10:5 dsl-duplicate-relationship user -> web "Uses"',
      '11:5 dsl-relationship-to-parent web -> shop',
      '16:15 dsl-unknown-identifier nobody',
      '17:18 dsl-invalid-value up',
      '19:24 dsl-duplicate-view-key one',
      '23:15 dsl-invalid-value Blob',
    ]);
    expect(workspace?.elements.map(({ name }) => name)).toEqual(['User', 'Shop', 'Web']);
  });

  it('has the words of the reference on the first one only', () => {
    const officials = read(text).diagnostics.map(({ official }) => official);
    expect(officials[0]).toBe(
      'Unexpected tokens (expected: archetypes, !identifiers, group, person, softwareSystem, deploymentEnvironment, element, ->) at line 3: user = persn User',
    );
    expect(officials.filter((official) => official !== undefined)).toHaveLength(1);
  });
});

describe('one slip is said once', () => {
  it.each([
    [
      'a keyword that is misspelt is carried out as what it means',
      inModel('a = sofwareSystem A {\n  c = container C\n}\nb = person B\nb -> c'),
      ['3:5 dsl-unknown-statement sofwareSystem'],
    ],
    [
      'names of a definition that failed are known to be lost',
      inModel('a = nonsense A {\n  c = container C\n}\nb = person B\nb -> a\nb -> c\nb -> a.c'),
      ['3:5 dsl-unknown-statement nonsense'],
    ],
    [
      'an unknown name is reported where it is used first',
      inModel('a = person A\na -> none\na -> none x\nnone -> a'),
      ['4:6 dsl-unknown-identifier none'],
    ],
    [
      'a missing brace',
      inModel('a = softwareSystem A {\n  c = container C {\nb = person B\nb -> c'),
      ['5:5 dsl-misplaced-statement person'],
    ],
    [
      'a brace that is missing before a block of another kind',
      'workspace {\n  model {\n    a = person A\n  views {\n    systemLandscape {\n    }\n  }\n}',
      ['4:3 dsl-misplaced-statement views'],
    ],
    [
      'a brace too many',
      'workspace {\n  model {\n    a = person A {\n    }\n    }\n    b = person B\n    a -> b\n  }\n}',
      ['6:9 dsl-misplaced-statement person'],
    ],
    [
      'a run of statements in the wrong block',
      inModel('container A\ncontainer B {\n  component C\n}\ncontainer D'),
      ['3:1 dsl-misplaced-statement container'],
    ],
    [
      'a statement that belongs further out is carried out there',
      inViews(
        'systemLandscape {\n  title A\n  styles {\n    element A {\n    }\n  }\n  include *\n}',
      ),
      ['14:3 dsl-misplaced-statement styles'],
    ],
    [
      'a brace that a definition lacks',
      inModel(
        'a = softwareSystem A\n  c = container C {\n    d = component D\n  }\n}\nb = person B\nb -> d',
      ),
      ['4:7 dsl-misplaced-statement container'],
    ],
    [
      'a brace that a relationship or an environment lacks',
      inModel(
        'a = softwareSystem A\nb = person B\nb -> a\n  tags T\n}\ndeploymentEnvironment E\n  deploymentNode N {\n    softwareSystemInstance a\n  }\n}',
      ),
      ['6:3 dsl-misplaced-statement tags', '9:3 dsl-misplaced-statement deploymentNode'],
    ],
    [
      'a brace that a group lacks',
      inModel('group G\n  a = person A\n}\nb = person B\nb -> a'),
      ['3:8 dsl-missing-word '],
    ],
    [
      'the first word of the file is carried out as what it means',
      'worksapce {\n  model {\n    a = persno A\n  }\n}',
      ['1:1 dsl-unknown-statement worksapce', '3:9 dsl-unknown-statement persno'],
    ],
    [
      'a key that a view can not have, and what is wrong in the view',
      inViews('custom "a b" {\n  include nobody\n}\ncustom a {\n}\ncustom a {\n  include none\n}'),
      [
        '12:8 dsl-invalid-view-key "a b"',
        '13:11 dsl-unknown-identifier nobody',
        '17:8 dsl-duplicate-view-key a',
        '18:11 dsl-unknown-identifier none',
      ],
    ],
    [
      'a view that does not come about is missed by no other',
      inViews('systemContext nobody one {\n}\nfiltered one include Tag'),
      ['12:15 dsl-unknown-identifier nobody'],
    ],
    [
      'a removed block is read as what took its place',
      inModel('enterprise E {\n  a = person A\n}\nb = person B\nb -> a'),
      ['3:1 dsl-removed-keyword enterprise'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('the words of the reference', () => {
  const step = '[order:] <identifier> [description]';
  const model =
    'Unexpected tokens (expected: archetypes, !identifiers, group, person, softwareSystem, deploymentEnvironment, element, ->)';
  it.each([
    [inModel('a = person A\na - > b'), `${model} at line 4: a - > b`],
    [inModel('a = person A\na ->'), `${model} at line 4: a ->`],
    ['workspace {\n  model {\n  }}', `${model} at line 3: }}`],
    [inViews('dynamic * {\n}}'), 'The relationship "}}" does not exist at line 13: }}'],
    [inModel('person A {\nproperties {\n}}\n}'), 'Expected: <name> <value> at line 5: }}'],
    [
      inViews('dynamic * {\n1 web -> db\n}'),
      `Too many tokens, expected: ${step} at line 13: 1 web -> db`,
    ],
    [
      inViews('dynamic * {\nweb->db\n}'),
      'The relationship "web->db" does not exist at line 13: web->db',
    ],
    [
      inViews('dynamic * {\n1:web -> db\n}'),
      'The source element "1:web" does not exist at line 13: 1:web -> db',
    ],
  ])('stay what they are (%#)', (text, official) => {
    expect(read(text).diagnostics[0]?.official).toBe(official);
  });
});

it('carries a relationship out that has a wrong arrow', () => {
  const text = inModel('a = person A\nb = person B\nr = a - > b Uses HTTP\nr = person R');
  const { diagnostics, workspace } = read(text);
  expect(places(diagnostics)).toEqual([
    '5:7 dsl-unknown-statement - >',
    '6:1 dsl-duplicate-identifier r',
  ]);
  expect(workspace?.relationships).toMatchObject([{ description: 'Uses', technology: 'HTTP' }]);
});

describe('hints', () => {
  const hint = (text: string, options = {}) => read(text, options).diagnostics[0]?.hint;
  const forward = (lines: string) =>
    inModel(lines).replace('{', '{\n  properties {\n    archfolio.forwardReferences true\n  }');

  it('tell of forward references where a name is defined further down, and only there', () => {
    const below = 'a = person A\na -> shop\nshop = softwareSystem Shop';
    expect(hint(inModel(below))).toMatch(/defined in line 5.*archfolio\.forwardReferences true/);
    expect(read(forward(below)).diagnostics).toEqual([]);
    const nowhere = ['a -> shop', 'a = person A\na -> shop', 'ship = person A\nship -> shop'];
    const said = [
      'No identifier is defined above this line.',
      'Known here are `a`.',
      'Did you mean `ship`?',
    ];
    expect(nowhere.map((lines) => hint(inModel(lines)))).toEqual(said);
    expect(nowhere.map((lines) => hint(forward(lines)))).toEqual([said[0], said[1], said[2]]);
  });

  it('know names below what includes a file', () => {
    const reader = memoryReader({ 'a.dsl': 'p = person P\np -> shop\n' });
    const text = inModel('!include a.dsl\nshop = softwareSystem S');
    expect(hint(text, { reader })).toContain('line 4 of workspace.dsl');
  });

  it('do not offer forward references where they are of no use', () => {
    const text = inModel('!elements shop {\n}\nshop = softwareSystem S');
    for (const one of [text, forward('!elements shop {\n}\nshop = softwareSystem S')])
      expect(hint(one) ?? '').not.toContain('Identifiers can only');
  });

  it.each([
    ['image missing.png', 'It was looked for at `missing.png`.'],
    ['plantuml a.puml', 'It was looked for at `a.puml`.'],
    ['plantuml "@startuml"', 'A drawing that is written out needs more than one line.'],
    ['mermaid "graph TD; a-->b"', 'A drawing that is written out needs more than one line.'],
  ])('of a missing file: %s', (line, expected) => {
    expect(hint(inViews(`image * {\n${line}\n}`), { reader: memoryReader({}) })).toBe(expected);
  });

  it('name a keyword that is near', () => {
    expect(hint(inModel('softwareSytem A'))).toBe('Did you mean `softwareSystem`?');
  });

  it('name an identifier that is near, and what it is called in full', () => {
    expect(hint(inModel('customer = person A\ncustomer -> custommer'))).toBe(
      'Did you mean `customer`?',
    );
    expect(
      hint(
        inModel(
          '!identifiers hierarchical\ns = softwareSystem S {\n web = container W\n}\np = person P\np -> web',
        ),
      ),
    ).toContain('`s.web`');
  });

  it('are about the brace that sticks to a word', () => {
    expect(hint(inViews('styles{\n}'))).toBe('Write: styles {');
  });

  it('are not taken from what every object has', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const { diagnostics } = read(inModel(`${word} A\np = person P\np -> ${word}`));
      expect(diagnostics.map(({ code }) => code)[0]).toBe('dsl-unknown-statement');
      expect(typeof diagnostics[0]?.hint).toBe('string');
    }
  });
});

describe('related places', () => {
  it('show the first of two', () => {
    const { diagnostics } = read(inModel('a = person A\na = person B'));
    const [related] = diagnostics[0]?.related ?? [];
    expect(related?.span.source.text.slice(related.span.start, related.span.end)).toBe('a');
    expect(related?.span.source.positionAt(related.span.start).line).toBe(3);
  });

  it('show the brace that is one too many, by its indent', () => {
    const text = 'workspace {\n  model {\n    a = person A\n    }\n  }\n  views {\n  }\n}';
    const [first, ...others] = read(text).diagnostics;
    expect(others).toEqual([]);
    const { span } = first?.related?.[0] ?? {};
    expect(span?.source.positionAt(span.start)).toMatchObject({ line: 4 });
  });

  it('show the way to an included file', () => {
    const reader = memoryReader({ 'a/b.dsl': '!include c.dsl\n', 'a/c.dsl': 'x = persn X\n' });
    const { diagnostics } = read(inModel('    !include a/b.dsl'), { reader });
    expect(places(diagnostics)).toEqual(['a/c.dsl:1:5 dsl-unknown-statement persn']);
    expect(diagnostics[0]?.related?.map(({ span }) => span.source.name)).toEqual([
      'a/b.dsl',
      'workspace.dsl',
    ]);
    expect(diagnostics[0]?.official).toMatch(
      / at line 1: x = persn X at line 1: !include c\.dsl at line 3: !include a\/b\.dsl$/,
    );
  });
});
