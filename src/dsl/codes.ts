import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** Everything that this stage can say. Codes are permanent; the words behind them are not. */
export const CODES = {
  'dsl-too-many-words': { severity: 'error', meaning: 'A statement goes on after its end.' },
  'dsl-missing-word': { severity: 'error', meaning: 'A statement lacks something that it needs.' },
  'dsl-unknown-statement': {
    severity: 'error',
    meaning: 'No statement here starts with this word.',
  },
  'dsl-misplaced-statement': {
    severity: 'error',
    meaning: 'This statement belongs into another block.',
  },
  'dsl-invalid-arrow': { severity: 'error', meaning: 'Only `->` and `--name->` are arrows.' },
  'dsl-missing-close': { severity: 'error', meaning: 'A block has no closing brace.' },
  'dsl-extra-close': { severity: 'error', meaning: 'A closing brace has no block to close.' },
  'dsl-no-workspace': { severity: 'error', meaning: 'A file defines no workspace.' },
  'dsl-repeated-block': {
    severity: 'error',
    meaning: 'A block that may stand once is there twice.',
  },
  'dsl-removed-keyword': {
    severity: 'error',
    meaning: 'A word of an older version of the language.',
  },
  'dsl-text-block': {
    severity: 'error',
    meaning: 'A text block is empty or its indent is uneven.',
  },
  'dsl-invalid-identifier': {
    severity: 'error',
    meaning: 'An identifier has characters that it may not have.',
  },
  'dsl-duplicate-identifier': {
    severity: 'error',
    meaning: 'An identifier is used for two things.',
  },
  'dsl-second-identifier': {
    severity: 'error',
    meaning: 'One thing is given a second identifier.',
  },
  'dsl-identifier-missing': {
    severity: 'error',
    meaning: 'A thing without identifier is given one later.',
  },
  'dsl-unknown-identifier': { severity: 'error', meaning: 'An identifier stands for nothing.' },
  'dsl-wrong-kind': {
    severity: 'error',
    meaning: 'An identifier stands for something of another kind.',
  },
  'dsl-nothing-found': { severity: 'error', meaning: 'An expression or a name selects nothing.' },
  'dsl-empty-name': { severity: 'error', meaning: 'A name or tag is empty.' },
  'dsl-duplicate-name': {
    severity: 'error',
    meaning: 'Two things of a kind in one place share a name.',
  },
  'dsl-duplicate-relationship': {
    severity: 'error',
    meaning: 'Two relationships share ends and description.',
  },
  'dsl-relationship-not-permitted': {
    severity: 'error',
    meaning: 'These two kinds can have no relationship.',
  },
  'dsl-relationship-to-parent': {
    severity: 'error',
    meaning: 'A relationship joins an element and what holds it.',
  },
  'dsl-no-relationship': { severity: 'error', meaning: 'The model has no such relationship.' },
  'dsl-invalid-expression': { severity: 'error', meaning: 'An expression can not be read.' },
  'dsl-invalid-value': {
    severity: 'error',
    meaning: 'A value is not one of those that are possible.',
  },
  'dsl-invalid-url': { severity: 'error', meaning: 'A URL is not one.' },
  'dsl-invalid-property': {
    severity: 'error',
    meaning: 'A property lacks its name or value, or has a wrong one.',
  },
  'dsl-duplicate-perspective': {
    severity: 'error',
    meaning: 'One item has two perspectives of a name.',
  },
  'dsl-nested-group': {
    severity: 'error',
    meaning: 'Groups are nested, but there is no group separator.',
  },
  'dsl-invalid-constant': {
    severity: 'error',
    meaning: 'A constant has a name that it may not have.',
  },
  'dsl-duplicate-constant': { severity: 'error', meaning: 'A constant is defined twice.' },
  'dsl-invalid-view-key': {
    severity: 'error',
    meaning: 'A view key has characters that it may not have.',
  },
  'dsl-duplicate-view-key': { severity: 'error', meaning: 'Two views share a key.' },
  'dsl-unknown-view': { severity: 'error', meaning: 'No view has this key.' },
  'dsl-view-not-filterable': {
    severity: 'error',
    meaning: 'A filtered view has a base that it may not have.',
  },
  'dsl-unknown-environment': {
    severity: 'error',
    meaning: 'No deployment environment has this name.',
  },
  'dsl-not-in-view': {
    severity: 'error',
    meaning: 'An element can not be, or is not, in this view.',
  },
  'dsl-cannot-remove-scope': {
    severity: 'error',
    meaning: 'A context view can not lose its own system.',
  },
  'dsl-no-content': { severity: 'error', meaning: 'An image view shows nothing.' },
  'dsl-wrong-view': { severity: 'error', meaning: 'This kind of view has no such setting.' },
  'dsl-file-missing': {
    severity: 'error',
    meaning: 'A file or folder that is named is not there.',
  },
  'dsl-file-unreadable': {
    severity: 'error',
    meaning: 'A file can not be read as text in its encoding.',
  },
  'dsl-outside-root': {
    severity: 'error',
    meaning: 'A path leaves the folder that reading is bounded by.',
  },
  'dsl-include-cycle': { severity: 'error', meaning: 'Files include one another in a circle.' },
  'dsl-include-outside-workspace': {
    severity: 'error',
    meaning: 'A file is included before the workspace starts.',
  },
  'dsl-extends-failed': {
    severity: 'error',
    meaning: 'The workspace that is extended can not be read.',
  },
  'dsl-documentation': { severity: 'error', meaning: 'Documentation can not be imported.' },
  'dsl-decisions': { severity: 'error', meaning: 'Decision records can not be imported.' },
  'dsl-theme': { severity: 'error', meaning: 'A theme is missing or can not be read.' },
  'dsl-image': { severity: 'error', meaning: 'An image or drawing can not be used.' },
  'dsl-network': {
    severity: 'error',
    meaning: 'Something from the network is not permitted or not there.',
  },
  'dsl-feature-off': { severity: 'error', meaning: 'A part of the language is turned off.' },
  'dsl-script': { severity: 'error', meaning: 'Scripts are not run.' },
  'dsl-plugin': { severity: 'error', meaning: 'Plugins and other Java classes are not run.' },
  'dsl-components': {
    severity: 'error',
    meaning: 'Components are not searched for in compiled classes.',
  },
  'dsl-limit': {
    severity: 'error',
    meaning: 'The input is larger than a bound that guards against abuse.',
  },

  'dsl-third-operand': {
    severity: 'warning',
    meaning: 'Only two operands of an expression count.',
  },
  'dsl-brace-as-text': { severity: 'warning', meaning: 'A brace is read as text.' },
  'dsl-trailing-comment': {
    severity: 'warning',
    meaning: 'A comment behind a statement is read as words.',
  },
  'dsl-unknown-deployment-group': {
    severity: 'warning',
    meaning: 'A deployment group that does not exist has no effect.',
  },
  'dsl-unclosed-quote': { severity: 'warning', meaning: 'A quote has no partner.' },
  'dsl-after-close': {
    severity: 'warning',
    meaning: 'What stands behind a closing brace is not read.',
  },
  'dsl-network-copy': {
    severity: 'warning',
    meaning: 'An earlier copy stands for what could not be fetched.',
  },
  'dsl-hidden-include': {
    severity: 'warning',
    meaning: 'Files whose names start with a dot are not included.',
  },
  'dsl-hidden-character': {
    severity: 'warning',
    meaning:
      'A line holds characters that nobody sees, or that show it in another order: pages and drawings have U+FFFD.',
  },
  'dsl-unclosed-text-block': {
    severity: 'warning',
    meaning: 'A text block or continued line has no end and is not read.',
  },
  'dsl-out-of-range': {
    severity: 'warning',
    meaning: 'A number of a style is beyond what can be drawn.',
  },
  'dsl-unknown-substitution': {
    severity: 'warning',
    meaning: 'A substitution stands for nothing and stays as it is.',
  },
} as const satisfies CodeTable;

export type Code = keyof typeof CODES;

/** Words a finding of this stage. */
export const diagnostic = diagnosticsOf(CODES);
