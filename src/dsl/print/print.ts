import type { Workspace } from '#model/workspace.ts';
import type { WorkspaceDraft } from '../resolve/draft.ts';
import type { ModelDraft } from '../resolve/model.ts';
import { thaw } from '../resolve/thaw.ts';
import { type Block, block, blockOf, render } from './block.ts';
import type { Pen } from './elements.ts';
import { ownTags, properties } from './items.ts';
import { modelBlock } from './model.ts';
import { Names } from './names.ts';
import { DOLLAR, type Losses, Quoter } from './quote.ts';
import { styles } from './styles.ts';
import { themeLines, viewBlock } from './views.ts';

/** A workspace as text. */
export interface Printed {
  readonly text: string;
  /** What of the workspace the text does not say, in sentences. */
  readonly losses: readonly string[];
}

/**
 * A workspace as a text of today's DSL that reads back as the same workspace, with the same ids where
 * they are without gaps. What the language has no words for is left out and told.
 */
export function printWorkspace(workspace: Workspace): Printed {
  const { draft, model, views } = thaw(workspace);
  const losses: Losses = new Set();
  const quoter = new Quoter(losses);
  const names = new Names(model);
  const pen: Pen = { names, quoter };
  nameWhatIsUsed(model, names);
  // What views name gets its name before the model is written.
  const shown = views.views.flatMap((view) => viewBlock(view, { ...pen, model, draft, losses }));
  noteLosses(draft, model, losses);
  const own = block('workspace', [
    ...(names.hierarchical ? [block('!identifiers hierarchical')] : []),
    ...properties(draft, quoter, ['structurizr.dsl']),
    ...configuration(draft, pen),
    writtenModel(model, pen),
    block('views {', [
      ...properties({ properties: draft.viewProperties }, quoter),
      ...shown,
      ...styles(draft.elementStyles, draft.relationshipStyles, quoter),
      ...themeLines(draft.themes, pen),
      ...terminology(draft, pen),
    ]),
  ]);
  const head = `workspace ${quoter.quote(draft.name)} ${quoter.quote(draft.description ?? '')} {`;
  const before = quoter.usesDollar ? [block(`!const ${DOLLAR} "$"`)] : [];
  return { text: render([...before, { ...own, head }]), losses: [...losses] };
}

/** What is taken out of a deployment is found on the way, and has to be named from the start. */
function writtenModel(model: ModelDraft, pen: Pen): Block {
  for (;;) {
    const before = pen.names.size;
    const written = modelBlock(model, pen);
    if (pen.names.size === before) return written;
  }
}

/** Ends of relationships and what runs in deployments are named before anything is written. */
function nameWhatIsUsed({ elements, relationships }: ModelDraft, names: Names): void {
  for (const element of elements) {
    if (element.instanceOf) names.full(element.instanceOf);
    // Without a name before it, this would be an assignment.
    if (element.name === '=') names.full(element);
  }
  for (const { source, destination, linked } of relationships) {
    if (linked) continue;
    names.full(source);
    names.full(destination);
  }
}

function configuration({ scope, visibility, users }: WorkspaceDraft, { quoter }: Pen): Block[] {
  const members = users.map(({ username, role }) =>
    block(`${quoter.quote(username)} ${role === 'ReadWrite' ? 'write' : 'read'}`),
  );
  return blockOf('configuration', [
    ...(scope ? [block(`scope ${scope.toLowerCase()}`)] : []),
    ...(visibility ? [block(`visibility ${visibility.toLowerCase()}`)] : []),
    ...blockOf('users', members),
  ]);
}

const TERMS = [
  'person',
  'softwareSystem',
  'container',
  'component',
  'deploymentNode',
  'infrastructureNode',
  'relationship',
] as const;

const SYMBOLS = {
  SquareBrackets: 'square',
  RoundBrackets: 'round',
  CurlyBrackets: 'curly',
  AngleBrackets: 'angle',
  DoubleAngleBrackets: 'double-angle',
  None: 'none',
} as const;

function terminology({ terminology: terms, metadataSymbols }: WorkspaceDraft, pen: Pen): Block[] {
  return blockOf('terminology', [
    ...TERMS.flatMap((term) => {
      const word = terms[term];
      return word ? [block(`${term} ${pen.quoter.quote(word)}`)] : [];
    }),
    ...(metadataSymbols ? [block(`metadata ${SYMBOLS[metadataSymbols]}`)] : []),
  ]);
}

function noteLosses(draft: WorkspaceDraft, model: ModelDraft, losses: Losses): void {
  const documented = [draft.documentation, ...model.elements.map((one) => one.documentation)];
  const isDocumented = documented.some(
    (one) => one && one.sections.length + one.decisions.length + one.images.length > 0,
  );
  if (isDocumented) losses.add('Pages and decisions are files: add !docs and !decisions.');
  if (draft.id !== 0 || draft.revision)
    losses.add('The id and the revision of a workspace are not part of the DSL.');
  if (draft.terminology.enterprise) losses.add('The word for enterprises is no longer there.');
  if (model.relationships.some(({ interactionStyle, linked }) => interactionStyle && !linked)) {
    losses.add('Interaction styles of relationships are not part of the DSL.');
  }
  const items = [...model.elements, ...model.relationships];
  if (items.some((item) => ownTags(item).some((tag) => tag.includes(',')))) {
    losses.add('A comma in a tag separates two tags.');
  }
  const ids = items.map(({ id }) => Number(id)).sort((a, b) => a - b);
  if (ids.some((id, at) => id !== at + 1)) losses.add('Ids are counted anew, without gaps.');
}
