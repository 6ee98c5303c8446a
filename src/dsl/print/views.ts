import type { AutoLayout } from '#model/views.ts';
import { DEFAULT_AUTO_LAYOUT } from '../parser/view-content.ts';
import type {
  FilteredViewDraft,
  GraphViewDraft,
  ImageViewDraft,
  ViewDraft,
  WorkspaceDraft,
} from '../resolve/draft.ts';
import type { ModelDraft } from '../resolve/model.ts';
import { isRemote } from '../resolve/urls.ts';
import { type Block, block, blockOf } from './block.ts';
import type { Pen } from './elements.ts';
import { properties } from './items.ts';
import type { Losses } from './quote.ts';
import { steps } from './steps.ts';
import { ghosts, viewContent, wordLines } from './view-content.ts';

/** What printing views needs to know. */
export interface ViewPrinting extends Pen {
  readonly model: ModelDraft;
  readonly draft: WorkspaceDraft;
  readonly losses: Losses;
}

/** One view; nothing where the language has no words for it. */
export function viewBlock(view: ViewDraft, printing: ViewPrinting): Block[] {
  if (view.type === 'image') return imageBlock(view, printing);
  return view.type === 'filtered' ? filteredBlock(view, printing) : [graphBlock(view, printing)];
}

function graphBlock(view: GraphViewDraft, printing: ViewPrinting): Block {
  const { model, losses } = printing;
  const isDynamic = view.kind === 'Dynamic';
  const { includes, excludes, isExact } = isDynamic
    ? steps(model, view, printing)
    : viewContent(model, view, printing);
  const animated = animations(view, printing);
  const isAnimatedFirst = ghosts(view).length > 0;
  if (!isExact) losses.add(`The view ${view.key} shows something that its words can't say.`);
  if (view.layout.boundaryVisible !== undefined) {
    losses.add('Whether outer boundaries are drawn is not part of the DSL.');
  }
  if (isPlaced(view)) losses.add('Places of boxes and lines are not part of the DSL.');
  return block(`${headOf(view, printing)} {`, [
    ...includes,
    ...(isAnimatedFirst ? animated : []),
    ...excludes,
    ...autoLayout(view.autoLayout),
    ...(isAnimatedFirst ? [] : animated),
    ...settings(view, printing),
  ]);
}

function headOf(view: GraphViewDraft, { names }: ViewPrinting): string {
  const system = view.softwareSystem ? names.full(view.softwareSystem) : '*';
  const scope = view.scope ? names.full(view.scope) : '*';
  const key = keyOf(view);
  switch (view.kind) {
    case 'SystemLandscape':
      return `systemLandscape${key}`;
    case 'SystemContext':
      return `systemContext ${system}${key}`;
    case 'Container':
      return `container ${system}${key}`;
    case 'Component':
      return `component ${scope}${key}`;
    case 'Dynamic':
      return `dynamic ${scope}${key}`;
    case 'Deployment':
      return `deployment ${system} ${names.environment(view.environment ?? '')}${key}`;
    case 'Custom':
      return `custom${key}`;
  }
}

/** A key that was made up is made up again. */
function keyOf({ key, generatedKey }: ViewDraft): string {
  return generatedKey ? '' : ` "${key.replace(/[^a-zA-Z0-9_-]/g, '_')}"`;
}

/** What every kind of view can say of itself. */
function settings(view: ViewDraft, { draft, quoter }: ViewPrinting): Block[] {
  return [
    ...(view.title ? [block(`title ${quoter.quote(view.title)}`)] : []),
    ...(view.description ? [block(`description ${quoter.quote(view.description)}`)] : []),
    ...(draft.defaultView === view.key ? [block('default')] : []),
    ...properties(view, quoter),
  ];
}

const DIRECTIONS = { TopBottom: 'tb', BottomTop: 'bt', LeftRight: 'lr', RightLeft: 'rl' } as const;

function autoLayout(layout: AutoLayout | undefined): Block[] {
  if (!layout) return [];
  const normal = DEFAULT_AUTO_LAYOUT;
  const words = [
    [DIRECTIONS[layout.rankDirection], DIRECTIONS[normal.rankDirection]],
    [layout.rankSeparation, normal.rankSeparation],
    [layout.nodeSeparation, normal.nodeSeparation],
    [layout.edgeSeparation, normal.edgeSeparation],
    [layout.vertices, normal.vertices],
  ] as const;
  const last = words.findLastIndex(([value, otherwise]) => value !== otherwise);
  const said = words.slice(0, Math.max(last + 1, 1)).map(([value]) => ` ${value}`);
  return [block(`autoLayout${said.join('')}`)];
}

/** Nodes of a deployment come along with what they hold. */
function animations({ animations: all }: GraphViewDraft, { names }: ViewPrinting): Block[] {
  const lines = all.flatMap(({ elements }) => {
    const words = [...elements]
      .filter(({ kind }) => kind !== 'DeploymentNode')
      .map((element) => names.full(element));
    return words.length > 0 ? [block(words.join(' '))] : [];
  });
  return blockOf('animation', lines);
}

function isPlaced({ elements, relationships, steps: all, layout }: GraphViewDraft): boolean {
  return (
    Object.keys(layout).some((field) => field !== 'boundaryVisible') ||
    [...elements.values()].some(({ x, y }) => x !== 0 || y !== 0) ||
    [...relationships.values(), ...all].some(
      ({ vertices, layout: own }) => vertices.length > 0 || Object.keys(own).length > 0,
    )
  );
}

function filteredBlock(view: FilteredViewDraft, printing: ViewPrinting): Block[] {
  const { base, mode, tags } = view;
  const { losses, quoter } = printing;
  if (base.autoLayout || base.kind === 'Dynamic' || base.kind === 'Custom') {
    losses.add(`The filtered view ${view.key} has a base that today's language does not permit.`);
    return [];
  }
  const words = [`"${base.key}"`, mode.toLowerCase(), quoter.quote(tags.join(','))];
  return [block(`filtered ${words.join(' ')}${keyOf(view)}`, settings(view, printing))];
}

function imageBlock(view: ImageViewDraft, printing: ViewPrinting): Block[] {
  const { content, contentLight, contentDark } = view.content;
  const { names, quoter, losses } = printing;
  const all = [content, contentLight, contentDark].flatMap((one) => one ?? []);
  if (all.length === 0 || !all.every(isRemote)) {
    losses.add(`The image view ${view.key} holds an image, which only a file can bring.`);
    return [];
  }
  losses.add(`The image view ${view.key} is read from its address.`);
  const image = (address: string | undefined) =>
    address === undefined ? [] : [block(`image ${quoter.quote(address)}`)];
  const head = `image ${view.element ? names.full(view.element) : '*'}${keyOf(view)} {`;
  const body = [
    ...image(content),
    ...blockOf('light', image(contentLight)),
    ...blockOf('dark', image(contentDark)),
  ];
  return [block(head, [...body, ...settings(view, printing)])];
}

/** `themes …` in lines of bounded width. */
export function themeLines(themes: readonly string[], { quoter }: Pen): Block[] {
  const [only, ...others] = themes;
  if (only !== undefined && others.length === 0) return [block(`theme ${quoter.quote(only)}`)];
  return wordLines(
    'themes',
    themes.map((theme) => quoter.quote(theme)),
  );
}
