import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { unifiedDiff } from '#dsl/upgrade/diff.ts';
import { applyEdits } from '#dsl/upgrade/edits.ts';
import { upgrade } from '#dsl/upgrade/upgrade.ts';
import { inModel, inViews, read } from './support.ts';

/** Files after an upgrade, by name. */
function upgraded(files: Readonly<Record<string, string>>): Record<string, string> {
  const sources = Object.entries(files).map(([name, text]) => new Source(name, text));
  const changes = upgrade(sources).map(
    ({ source, edits }) => [source.name, applyEdits(source.text, edits)] as const,
  );
  return { ...files, ...Object.fromEntries(changes) };
}

const one = (text: string) => upgraded({ 'workspace.dsl': text })['workspace.dsl'] ?? '';

const SEPARATED = `    properties {
        "structurizr.groupSeparator" "/"
    }
`;

describe('words that were dropped', () => {
  it.each([
    ['a boundary', 'enterprise "Bank" {\n}', 'group "Bank" {\n}'],
    ['one with a name of its own', 'b = Enterprise Bank {\n}', 'b = group Bank {\n}'],
    ['one without a name', 'enterprise {\n}', 'group "Enterprise" {\n}'],
    ['a relationship of what has that name', 'enterprise -> b "Uses"', 'enterprise -> b "Uses"'],
    ['a property of that name', 'properties {\nenterprise {\n}', 'properties {\nenterprise {\n}'],
    [
      'a term',
      'terminology {\n  enterprise "Firm"\n  person Who\n}',
      'terminology {\n  person Who\n}',
    ],
    ['a constant', '!constant NAME "x"', '!const NAME "x"'],
    ['one that changes', '!CONSTANT N 1\n!constant N 2', '!var N 1\n!var N 2'],
    ['an element', '!ref shop {\n}', '!element shop {\n}'],
    ['an element by path', '  !extend "Person://User" {', '  !element "Person://User" {'],
    ['a relationship', 'r = a -> b\n!ref R {\n}', 'r = a -> b\n!relationship R {\n}'],
    ['one of an archetype', 'r = a --sync-> b\n!ref r', 'r = a --sync-> b\n!relationship r'],
    [
      'one by path',
      '!extend "Relationship://Person://A -> Person://B ()"',
      '!relationship "Relationship://Person://A -> Person://B ()"',
    ],
    ['the look of the site', 'branding {\n  logo x.png\n}\n', ''],
    ['one with a comment', 'a\n  branding {\n    # old\n    logo x\n  }\nb', 'a\n    # old\nb'],
    ['one between blank lines', 'a\n\nbranding {\n}\n\nb', 'a\n\nb'],
    ['one that never ends', 'branding {\nlogo x', 'branding {\nlogo x'],
    [
      'a comment',
      '// enterprise X {\n/* !constant A b */',
      '// enterprise X {\n/* !constant A b */',
    ],
    ['a long comment', '/*\n!constant A b\n*/', '/*\n!constant A b\n*/'],
    ['a script', '!script groovy {\nenterprise X {\n}', '!script groovy {\nenterprise X {\n}'],
    ['a continued line', '!constant \\\n  N 1', '!const \\\n  N 1'],
    [
      'the theme',
      'theme default',
      'theme https://static.structurizr.com/themes/default/theme.json',
    ],
    [
      'several themes',
      'themes "kubernetes-v0.3" mine.json',
      'themes "https://static.structurizr.com/themes/kubernetes-v0.3/theme.json" mine.json',
    ],
  ])('%s', (_name, before, after) => {
    expect(one(before)).toBe(after);
    expect(one(after)).toBe(after);
  });

  it('keeps line breaks, blanks and quotes', () => {
    expect(one('\tenterprise   "A"  {\r\n\t}\r\n')).toBe('\tgroup   "A"  {\r\n\t}\r\n');
  });

  it('looks into other files for what a word means', () => {
    const files = upgraded({ 'a.dsl': 'r = a -> b\n!const N 1', 'b.dsl': '!ref r\n!constant N 2' });
    expect(files['b.dsl']).toBe('!relationship r\n!var N 2');
  });
});

describe('groups in a boundary', () => {
  const nested = '    enterprise "Bank" {\n        group "Staff" {\n        }\n    }';

  it('need a separator', () => {
    expect(one(nested)).toBe(`${SEPARATED}${nested.replace('enterprise', 'group')}`);
  });

  it('keep the one that there is', () => {
    const text = `properties {\nstructurizr.groupSeparator |\n}\n${nested}`;
    expect(one(text)).toBe(text.replace('enterprise', 'group'));
  });

  it('get one that is in no name', () => {
    expect(one(nested.replace('Staff', 'In/Out'))).toContain('"structurizr.groupSeparator" "|"');
  });

  it('are not those of a system in it', () => {
    const text = 'enterprise A {\nsoftwareSystem S {\ngroup G {\n}\n}\n}';
    expect(one(text)).toBe(text.replace('enterprise', 'group'));
  });

  it('may stand in a file that is included', () => {
    const files = { 'w.dsl': 'enterprise A {\n!include staff.dsl\n}', 'staff.dsl': 'group S {\n}' };
    expect(upgraded(files)['w.dsl']).toMatch(/^properties \{[\s\S]*\}\ngroup A \{/);
  });
});

describe('the parser', () => {
  it.each([
    ['enterprise', inModel('    enterprise A {\n    }')],
    ['branding', inViews('    branding {\n    }')],
    ['a term', inViews('    terminology {\n      enterprise Firm\n    }')],
    ['!constant', '!constant A b\nworkspace {\n}'],
    ['!ref', inModel('    a = person A\n    !ref a {\n    }')],
    ['!extend', inModel('    a = person A\n    !extend a {\n    }')],
    ['a theme', inViews('    theme kubernetes-v0.3')],
  ])('names the command for %s, and reads what it makes', (_name, text) => {
    const [first] = read(text, { warnings: false }).diagnostics;
    expect(first?.hint).toContain('archfolio upgrade');
    expect(read(one(text), { warnings: false }).diagnostics).toEqual([]);
  });
});

describe('a diff', () => {
  it('shows what changes with three lines around it', () => {
    const source = new Source('w.dsl', `1\n2\n3\n4\n!constant A b\n6\n7\n8\n9\n10\n11\n12\n!ref a`);
    const [change] = upgrade([source]);
    expect(unifiedDiff('w.dsl', source, change?.edits ?? [])).toBe(
      `--- a/w.dsl
+++ b/w.dsl
@@ -2,7 +2,7 @@
 2
 3
 4
-!constant A b
+!const A b
 6
 7
 8
@@ -10,4 +10,4 @@
 10
 11
 12
-!ref a
\\ No newline at end of file
+!element a
\\ No newline at end of file
`,
    );
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    'enterprise "A" {',
    'group "B" {',
    'branding {',
    '}',
    '',
    '!constant A b',
    '  !ref a {',
    'theme default',
    'terminology {',
    'enterprise X',
    '/*',
    '*/',
    '"""',
    'x \\',
    '!include x',
  );
  const text = fc.oneof(
    fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
  );

  it('is rewritten once', () => {
    fc.assert(
      fc.property(text, (before) => {
        expect(one(one(before))).toBe(one(before));
      }),
    );
  });
});
