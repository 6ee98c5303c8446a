import { split } from '../lexer/characters.ts';
import type { ElementDraft, RelationshipDraft } from '../resolve/draft.ts';
import { compareIds, isStatic, type ModelDraft } from '../resolve/model.ts';
import { canonicalName, canonicalRelationshipName } from '../resolve/names.ts';
import { type Block, block } from './block.ts';
import { elementBlock, type Pen, relationshipBlock } from './elements.ts';
import { itemBody, properties } from './items.ts';
import type { NameContext } from './names.ts';
import { Rehearsal } from './rehearsal.ts';

/** A block on the way to a statement. */
type Step =
  | { readonly kind: 'element'; readonly element: ElementDraft }
  | { readonly kind: 'group' | 'environment'; readonly name: string };

interface Frame {
  readonly path: readonly Step[];
  readonly block: Block;
}

type Item = ElementDraft | RelationshipDraft;

/** `model { … }`: statements in the order of ids, so that reading them gives the same ids. */
export function modelBlock(model: ModelDraft, pen: Pen): Block {
  return new ModelPrinter(model, pen).print();
}

class ModelPrinter {
  readonly #model: ModelDraft;
  readonly #pen: Pen;
  readonly #rehearsal: Rehearsal;
  readonly #separator: string | undefined;
  readonly #root: Frame;
  readonly #opened = new Set<string>();
  #stack: Frame[];

  constructor(model: ModelDraft, pen: Pen) {
    this.#model = model;
    this.#pen = pen;
    this.#rehearsal = new Rehearsal(model);
    this.#separator = model.properties.get('structurizr.groupSeparator');
    this.#root = { path: [], block: block('model {', properties(model, pen.quoter)) };
    this.#stack = [this.#root];
  }

  print(): Block {
    const items = inOrder(this.#model);
    const next = nextElements(items);
    for (const [at, item] of items.entries()) {
      if (item.type === 'element') this.#element(item);
      else if (!this.#rehearsal.automatic.has(item)) this.#relationship(item, next[at]);
    }
    for (const environment of [...this.#rehearsal.unwanted.keys()]) this.#removals(environment);
    this.#changes();
    return this.#root.block;
  }

  #element(element: ElementDraft): void {
    const path = this.#pathOf(element);
    const { block: around } = this.#open(path);
    const own = elementBlock(element, this.#pen);
    around.body.push(own);
    this.#stack.push({ path: [...path, { kind: 'element', element }], block: own });
    this.#rehearsal.add(element);
  }

  #relationship(relationship: RelationshipDraft, next: ElementDraft | undefined): void {
    const { source, destination } = relationship;
    const isDeployed = !isStatic(source) || !isStatic(destination);
    const environment = source.environment ?? destination.environment;
    if (isDeployed && environment !== undefined) this.#removals(environment);
    const strategy = this.#rehearsal.relate(relationship);
    const [ahead, from, to] = [
      next ? this.#pathOf(next) : [],
      this.#pathOf(source),
      this.#pathOf(destination),
    ];
    const isPlace = ({ path }: Frame) => {
      if (!isDeployed && path.some(({ kind }) => kind === 'environment')) return false;
      return startsWith(ahead, path) || (startsWith(from, path) && startsWith(to, path));
    };
    while (this.#stack.length > 1) {
      const top = this.#top;
      if (isPlace(top) && relationshipBlock(relationship, contextOf(top), this.#pen)) break;
      this.#stack.pop();
    }
    const { body } = this.#top.block;
    if (strategy) body.push(block(`!impliedRelationships ${STRATEGY_WORDS[strategy]}`));
    const own = relationshipBlock(relationship, contextOf(this.#top), this.#pen);
    if (own) body.push(own);
  }

  /** Takes out what the environment makes by itself and the workspace does not have. */
  #removals(environment: string): void {
    const gone = this.#rehearsal.clear(environment);
    if (gone.length === 0) return;
    const { body } = this.#open([{ kind: 'environment', name: environment }]).block;
    for (const { source, destination, description } of gone) {
      const [from, to] = [source, destination].map((end) =>
        this.#pen.names.within({ environment }, this.#rehearsal.original(end)),
      );
      body.push(block(`${from} -/> ${to} ${this.#pen.quoter.quote(description ?? '')} {`));
    }
  }

  /** What is said of relationships that come by themselves. */
  #changes(): void {
    this.#stack = [this.#root];
    for (const relationship of this.#rehearsal.automatic) {
      const body = itemBody(relationship, this.#pen.quoter);
      if (body.length === 0) continue;
      const name = this.#pen.quoter.quote(canonicalRelationshipName(relationship));
      this.#root.block.body.push(block(`!relationship ${name}`, body));
    }
  }

  get #top(): Frame {
    return this.#stack.at(-1) ?? this.#root;
  }

  /** Goes to the block at a path: what is open stays open, what was closed is opened again. */
  #open(path: readonly Step[]): Frame {
    while (this.#stack.length > 1 && !startsWith(path, this.#top.path)) this.#stack.pop();
    const depth = this.#top.path.length;
    const last = path.findLastIndex(({ kind }, at) => at >= depth && kind !== 'group');
    if (last >= 0) this.#enter(path.slice(0, last + 1));
    for (let at = this.#top.path.length; at < path.length; at++) {
      const step = path[at];
      if (step?.kind !== 'group') continue;
      this.#push(path.slice(0, at + 1), `group ${this.#pen.quoter.quote(step.name)} {`);
    }
    return this.#top;
  }

  /** Opens an environment, or goes back into one or into an element. */
  #enter(path: readonly Step[]): void {
    const step = path.at(-1);
    const { names, quoter } = this.#pen;
    this.#stack = [this.#root];
    if (step?.kind === 'element') {
      const { element } = step;
      const name = names.known(element) ?? quoter.quote(canonicalName(element));
      this.#push(path, `!element ${name} {`);
    } else if (step?.kind === 'environment' && this.#opened.has(step.name)) {
      this.#push(path, `!element ${names.environment(step.name)} {`);
    } else if (step) {
      this.#opened.add(step.name);
      const name = names.environment(step.name);
      this.#push(path, `${name} = deploymentEnvironment ${quoter.quote(step.name)} {`);
      for (const group of this.#deploymentGroups(step.name)) {
        const own = `${names.deploymentGroup(step.name, group)} = deploymentGroup`;
        this.#top.block.body.push(block(`${own} ${quoter.quote(group)}`));
      }
    }
  }

  #push(path: readonly Step[], head: string): void {
    const own = block(head);
    this.#top.block.body.push(own);
    this.#stack.push({ path, block: own });
  }

  #deploymentGroups(environment: string): Set<string> {
    const inside = this.#model.elements.filter((element) => element.environment === environment);
    return new Set(inside.flatMap(({ deploymentGroups }) => [...deploymentGroups]));
  }

  #pathOf({ parent, environment, group }: ElementDraft): Step[] {
    const around: Step[] = parent
      ? [...this.#pathOf(parent), { kind: 'element', element: parent }]
      : environment === undefined
        ? []
        : [{ kind: 'environment', name: environment }];
    if (group === undefined) return around;
    const names = this.#separator ? split(group, this.#separator) : [group];
    return [...around, ...names.map((name) => ({ kind: 'group' as const, name }))];
  }
}

const STRATEGY_WORDS = {
  none: 'false',
  'unless-any': 'true',
  'unless-same':
    'com.structurizr.model.CreateImpliedRelationshipsUnlessSameRelationshipExistsStrategy',
} as const;

/** Where names are looked for in a block. */
function contextOf({ path }: Frame): NameContext {
  const step = path.findLast(({ kind }) => kind !== 'group');
  if (!step) return undefined;
  return step.kind === 'element' ? step.element : { environment: step.name };
}

/** In the order of ids, but nothing before what it is part of or about. */
function inOrder({ elements, relationships }: ModelDraft): Item[] {
  const ordered = new Set<Item>();
  const visit = (item: Item | undefined): void => {
    if (!item || ordered.has(item)) return;
    const before =
      item.type === 'element' ? [item.parent, item.instanceOf] : [item.source, item.destination];
    for (const other of before) visit(other);
    ordered.add(item);
  };
  for (const item of [...elements, ...relationships].sort((a, b) => compareIds(a.id, b.id)))
    visit(item);
  return [...ordered];
}

/** For each item, the element that comes after it. */
function nextElements(items: readonly Item[]): (ElementDraft | undefined)[] {
  const next: (ElementDraft | undefined)[] = [];
  let following: ElementDraft | undefined;
  for (let at = items.length - 1; at >= 0; at--) {
    next[at] = following;
    const item = items[at];
    if (item?.type === 'element') following = item;
  }
  return next;
}

function startsWith(path: readonly Step[], start: readonly Step[]): boolean {
  return start.every((step, at) => isSame(step, path[at]));
}

function isSame(a: Step, b: Step | undefined): boolean {
  if (a.kind === 'element') return b?.kind === 'element' && a.element === b.element;
  return b?.kind === a.kind && a.name === b.name;
}
