import { describe, expect, it } from 'vitest';
import { CODES } from '#dsl/codes.ts';
import type { ParseOptions } from '#dsl/options.ts';
import { inModel, inViews, memoryReader, places, read } from './support.ts';

type Row = readonly [code: keyof typeof CODES, text: string, options?: ParseOptions];

const files = (content: Readonly<Record<string, string | Uint8Array>>): ParseOptions => ({
  reader: memoryReader(content),
});

/** One slip each, between ‹ and ›; nothing else is wrong, so nothing else may be said. */
const ROWS: readonly Row[] = [
  ['dsl-too-many-words', inModel('person User "" Tag ‹More›')],
  ['dsl-missing-word', inModel('person‹›')],
  ['dsl-unknown-statement', inModel('‹sofwareSystem› Shop')],
  ['dsl-misplaced-statement', 'workspace {\n‹person› User\n}'],
  ['dsl-misplaced-statement', 'workspace {\n  model {\n    person User {\n  ‹views› {\n  }\n}'],
  ['dsl-invalid-arrow', inModel('a = person A\nb = person B\na ‹-->› b')],
  ['dsl-missing-close', '‹workspace {›\n  model {\n  }\n'],
  ['dsl-missing-close', 'workspace {\n  model {\n  }\n  ‹views { theme default }›\n}'],
  ['dsl-too-many-words', 'workspace { model ‹{› } views { } }'],
  ['dsl-missing-close', 'workspace "N" {\n  ‹model { user = person "U" }›\n}'],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na ‹=>› b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na ‹- >› b Uses')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na ‹-->›b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na‹->› b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na ‹->›b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na‹->›b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\na ‹--http->› b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B\n‹->› b')],
  ['dsl-unknown-statement', inModel('a = person A\nb = person B {\n  ‹=>› a\n}')],
  ['dsl-missing-word', inModel('a = person A\na ‹->›')],
  ['dsl-missing-word', inModel('a = person A {\n  ‹->›\n}')],
  ['dsl-unknown-statement', inModel('a = person A {\n  ‹}}›')],
  ['dsl-unknown-statement', 'workspace {\n  model {\n  ‹}}›'],
  ['dsl-unknown-statement', inModel('a = person A {\n  properties {\n    b c\n  ‹}}›')],
  ['dsl-unknown-statement', 'workspace {\n  views {\n    dynamic * {\n    ‹}}}›'],
  ['dsl-missing-word', inViews('dynamic shop {\n  ‹1› web -> db\n}')],
  ['dsl-missing-word', inViews('dynamic shop {\n  ‹1› : web -> db\n}')],
  ['dsl-unknown-identifier', inViews('dynamic shop {\n  ‹1:web› -> db\n}')],
  ['dsl-unknown-identifier', inViews('dynamic shop {\n  ‹autolayot› lr 300\n}')],
  ['dsl-unknown-statement', inViews('dynamic shop {\n  web ‹- >› db\n}')],
  ['dsl-unknown-statement', inViews('dynamic shop {\n  web‹->›db\n}')],
  ['dsl-extra-close', 'workspace {\n}\n‹}›'],
  ['dsl-no-workspace', '‹›'],
  ['dsl-repeated-block', 'workspace {\n  model {\n  }\n  ‹model› {\n  }\n}'],
  ['dsl-removed-keyword', inModel('‹enterprise› Big {\n  person User\n}')],
  ['dsl-removed-keyword', inViews('‹branding› {\n  logo a.png\n}')],
  ['dsl-text-block', 'workspace {\n  description ‹"""\n  """›\n}\n'],
  ['dsl-text-block', 'workspace {\n  # see ‹"""›\n}\n'],
  ['dsl-invalid-identifier', inModel('‹a+b› = person A')],
  ['dsl-duplicate-identifier', inModel('a = person A\n‹a› = person B')],
  ['dsl-second-identifier', inModel('a = person A\n‹b› = !element a')],
  ['dsl-identifier-missing', inModel('person A\n‹a› = !element Person://A')],
  ['dsl-unknown-identifier', inModel('user = person A\nuser -> ‹usr›')],
  ['dsl-wrong-kind', inViews('container ‹user› {\n}')],
  ['dsl-nothing-found', inModel('!elements ‹element.tag==None› {\n}')],
  ['dsl-empty-name', inModel('person ‹""›')],
  ['dsl-duplicate-name', inModel('person A\nperson ‹A›')],
  ['dsl-duplicate-relationship', inModel('a = person A\nb = person B\na -> b\n‹a -> b›')],
  [
    'dsl-relationship-not-permitted',
    inModel('a = person A\ndeploymentEnvironment E {\n  n = deploymentNode N\n  ‹n -> a›\n}'),
  ],
  [
    'dsl-relationship-to-parent',
    inModel('s = softwareSystem S {\n  c = container C\n  ‹s -> c›\n}'),
  ],
  ['dsl-no-relationship', inViews('dynamic shop {\n  ‹db -> web›\n}')],
  ['dsl-invalid-expression', inViews('systemLandscape {\n  include ‹->›\n}')],
  ['dsl-invalid-value', inViews('styles {\n  element A {\n    shape ‹Blob›\n  }\n}')],
  ['dsl-invalid-url', inModel('person A {\n  url ‹nowhere›\n}')],
  ['dsl-invalid-property', inModel('person A {\n  properties {\n    name ‹""›\n  }\n}')],
  [
    'dsl-duplicate-perspective',
    inModel('person A {\n  perspectives {\n    P x\n    ‹P› y\n  }\n}'),
  ],
  ['dsl-nested-group', inModel('group A {\n  ‹group› B {\n  }\n}')],
  ['dsl-invalid-constant', '!const ‹a+b› c\nworkspace {\n}'],
  ['dsl-duplicate-constant', '!const a b\n!const ‹a› c\nworkspace {\n}'],
  ['dsl-invalid-view-key', inViews('systemLandscape ‹a/b› {\n}')],
  ['dsl-duplicate-view-key', inViews('systemLandscape a {\n}\nsystemContext shop ‹a› {\n}')],
  ['dsl-unknown-view', inViews('filtered ‹nope› include A\n')],
  [
    'dsl-view-not-filterable',
    inViews('systemLandscape a {\n  autolayout\n}\nfiltered ‹a› include A'),
  ],
  ['dsl-unknown-environment', inViews('deployment * ‹Live› {\n}')],
  ['dsl-not-in-view', inViews('systemLandscape {\n  include ‹web›\n}')],
  ['dsl-cannot-remove-scope', inViews('systemContext shop {\n  include *\n  exclude ‹shop›\n}')],
  ['dsl-no-content', inViews('‹image› * {\n}')],
  ['dsl-wrong-view', inViews('systemLandscape a {\n}\nfiltered a include A {\n  ‹autolayout›\n}')],
  ['dsl-file-missing', 'workspace {\n  !include ‹nope.dsl›\n}', files({})],
  ['dsl-outside-root', 'workspace {\n  !include ‹../a.dsl›\n}', files({})],
  [
    'dsl-file-unreadable',
    'workspace {\n  !include ‹a.dsl›\n}',
    files({ 'a.dsl': new Uint8Array([0x61, 0xff, 0x0a]) }),
  ],
  [
    'dsl-include-outside-workspace',
    '‹!include› a.dsl\nworkspace {\n}',
    files({ 'a.dsl': 'x = person X\n' }),
  ],
  ['dsl-extends-failed', 'workspace extends ‹a.json› {\n}', files({ 'a.json': '{' })],
  ['dsl-documentation', 'workspace {\n  !docs ‹docs›\n}', files({})],
  ['dsl-decisions', 'workspace {\n  !adrs ‹adr›\n}', files({})],
  ['dsl-theme', inViews('theme ‹dark.json›'), files({ 'dark.json': '{"elements": [' })],
  ['dsl-image', inViews('image * {\n  ‹plantuml› a.puml\n}'), files({ 'a.puml': 'a -> b\n' })],
  ['dsl-network', 'workspace extends ‹https://example.com/a.json› {\n}'],
  ['dsl-feature-off', 'workspace {\n  ‹!docs› docs\n}', { features: [] }],
  ['dsl-script', 'workspace {\n  ‹!script› groovy {\n    println "}"\n  }\n}'],
  ['dsl-plugin', 'workspace {\n  ‹!plugin› com.example.Plugin\n}'],
  [
    'dsl-components',
    inModel('softwareSystem S {\n  container C {\n    ‹!components› {\n      a b\n    }\n  }\n}'),
  ],
  ['dsl-limit', 'workspace {\n  model {\n    ‹person B›\n  }\n}', { limits: { lines: 2 } }],

  [
    'dsl-third-operand',
    inViews(
      'systemLandscape {\n  include ‹"element.tag==A && element.tag==B && element.tag==C"›\n}',
    ),
  ],
  ['dsl-brace-as-text', inViews('dynamic shop {\n  web -> db ‹{›\n  }\n}')],
  ['dsl-trailing-comment', inModel('person A ‹//› x')],
  [
    'dsl-unknown-deployment-group',
    inModel(
      's = softwareSystem S\ndeploymentEnvironment E {\n  deploymentNode N {\n    softwareSystemInstance s ‹g›\n  }\n}',
    ),
  ],
  ['dsl-unclosed-quote', inModel('person ‹"A›')],
  ['dsl-unclosed-quote', inModel('softwareSystem "Shop "‹Sells"› {\n}')],
  [
    'dsl-network-copy',
    'workspace {\n  !include ‹https://example.org/a.dsl›\n}',
    {
      hosts: ['example.org'],
      fetch: () => ({
        bytes: new Uint8Array(),
        contentType: 'text/plain',
        copy: { date: '2026-03-04', failure: 'the host does not answer' },
      }),
    },
  ],
  ['dsl-hidden-include', 'workspace {\n  !include ‹.›\n}', files({ 'a.dsl': 'nonsense' })],
  ['dsl-hidden-character', inModel('person "a‹\u202E›b"')],
  ['dsl-after-close', 'workspace {\n  model {\n  } ‹views› {\n}'],
  ['dsl-unclosed-text-block', 'workspace {\n}\nfoo ‹"""›\nbar\n'],
  ['dsl-out-of-range', inViews('styles {\n  element A {\n    opacity ‹200›\n  }\n}')],
  ['dsl-out-of-range', inViews('styles {\n  element A {\n    strokeWidth ‹0›\n  }\n}')],
  ['dsl-out-of-range', inViews('styles {\n  element A {\n    fontSize ‹-4›\n  }\n}')],
  ['dsl-out-of-range', inViews('styles {\n  element A {\n    width ‹-10›\n  }\n}')],
  ['dsl-out-of-range', inViews('styles {\n  relationship A {\n    thickness ‹-3›\n  }\n}')],
  ['dsl-out-of-range', inViews('styles {\n  relationship A {\n    position ‹150›\n  }\n}')],
  ['dsl-unknown-substitution', inModel(`person "‹\${NAME}›"`)],
];

const CASES = ROWS.map(([code, marked, options]) => ({ code, marked, options }));

describe('every code', () => {
  it.each(CASES)('$code at its place (%#)', ({ code, marked, options }) => {
    const start = marked.indexOf('‹');
    const text = marked.replace('‹', '').replace('›', '');
    const found = places(read(text, options).diagnostics);
    const lines = text.slice(0, start).split('\n');
    const place = `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
    const said = marked.slice(start + 1, marked.indexOf('›'));
    expect(found).toEqual([`${place} ${code} ${said}`]);
  });

  it('is in the table', () => {
    const covered = new Set(ROWS.map(([code]) => code));
    const elsewhere = new Set(['dsl-include-cycle']);
    const missing = Object.keys(CODES).filter(
      (code) => !covered.has(code as keyof typeof CODES) && !elsewhere.has(code),
    );
    expect(missing).toEqual([]);
  });

  it('can leave warnings out', () => {
    const { diagnostics } = read(inModel('person A // x'), { warnings: false });
    expect(diagnostics).toEqual([]);
  });
});
