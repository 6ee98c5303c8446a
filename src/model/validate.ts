import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { canonicalName } from './canonical-name.ts';
import { type Code, diagnostic } from './codes.ts';
import type { Element, Relationship } from './elements.ts';
import type { Places } from './from-json-elements.ts';
import type { ElementId } from './ids.ts';
import type { GraphView, View } from './views.ts';
import type { Workspace } from './workspace.ts';

/** The reference's checks of a workspace that it loads, in its order; its first message is kept. */
export function validate(workspace: Workspace, places: Places): Diagnostic[] {
  const findings: { code: Code; message: string; span: Span | undefined; official: boolean }[] = [];
  const say = (code: Code, message: string, span: Span | undefined, official = true) =>
    findings.push({ code, message, span, official });
  const context = { workspace, places, say, elements: indexElements(workspace, places, say) };
  checkInstances(context);
  const relationships = indexRelationships(context);
  checkNames(context);
  checkDescriptions(context);
  for (const relationship of workspace.relationships) {
    const { linkedRelationship: linked } = relationship;
    if (linked === undefined || relationships.has(linked)) continue;
    const message = `The linked relationship with id "${linked}" is not found.`;
    say('workspace-json-missing', message, places.relationships.get(relationship));
  }
  checkViews(context, relationships);
  const first = findings.findIndex(({ official }) => official);
  return findings.map(({ code, message, span }, index) =>
    diagnostic(code, message, span, index === first ? { official: message } : {}),
  );
}

type Say = (code: Code, message: string, span: Span | undefined, official?: boolean) => void;

interface Context {
  readonly workspace: Workspace;
  readonly places: Places;
  readonly say: Say;
  readonly elements: ReadonlyMap<ElementId, Element>;
}

function indexElements({ elements }: Workspace, places: Places, say: Say): Map<ElementId, Element> {
  const index = new Map<ElementId, Element>();
  for (const element of elements) if (!index.has(element.id)) index.set(element.id, element);
  const lineage = {
    parent: (element: Element) =>
      'parent' in element && element.parent !== undefined ? index.get(element.parent) : undefined,
    instanceOf: (element: Element) =>
      'instanceOf' in element ? index.get(element.instanceOf) : undefined,
  };
  for (const element of elements) {
    if (index.get(element.id) === element) continue;
    const message = `The element ${canonicalName<Element>(element, lineage)} has a non-unique ID of ${element.id}.`;
    say('workspace-json-duplicate-id', message, places.elements.get(element));
  }
  return index;
}

function checkInstances({ workspace, places, say, elements }: Context): void {
  for (const element of workspace.elements) {
    if (!('instanceOf' in element)) continue;
    const isContainer = element.kind === 'ContainerInstance';
    const kind = isContainer ? 'Container' : 'SoftwareSystem';
    if (elements.get(element.instanceOf)?.kind === kind) continue;
    const what = isContainer ? 'container' : 'software system';
    const message = `A ${what} instance is associated with a ${what} (id=${element.instanceOf}) that does not exist in the model.`;
    say('workspace-json-missing', message, places.elements.get(element));
  }
}

function indexRelationships({
  workspace,
  places,
  say,
  elements,
}: Context): Map<string, Relationship> {
  const index = new Map<string, Relationship>();
  const ids = new Set<string>(elements.keys());
  for (const relationship of workspace.relationships) {
    const { id, source, destination, description } = relationship;
    const span = places.relationships.get(relationship);
    for (const end of [source, destination]) {
      if (elements.has(end)) continue;
      say('workspace-json-missing', `There is no element with the id "${end}".`, span, false);
    }
    if (index.has(id) || ids.has(id)) {
      const words = (end: ElementId) => {
        const element = elements.get(end);
        return element ? `{${end} | ${element.name} | ${element.description ?? null}}` : end;
      };
      const ends = `${words(source)} ---[${description ?? null}]---> ${words(destination)}`;
      say(
        'workspace-json-duplicate-id',
        `The relationship ${ends} has a non-unique ID of ${id}.`,
        span,
      );
    }
    index.set(id, relationship);
  }
  return index;
}

/** Names are unique among people and systems together, and in one container, system or node. */
function checkNames({ workspace, places, say, elements }: Context): void {
  const groups = Map.groupBy(workspace.elements, (element) => groupOf(element));
  for (const [group, members] of groups) {
    if (group === undefined) continue;
    const seen = new Set<string>();
    for (const element of members) {
      if (seen.has(element.name)) {
        say(
          'workspace-json-duplicate-name',
          taken(elements, element),
          places.elements.get(element),
        );
      }
      seen.add(element.name);
    }
  }
}

/** Elements in one group can't share a name. */
function groupOf(element: Element): string | undefined {
  switch (element.kind) {
    case 'Person':
    case 'SoftwareSystem':
      return 'top';
    case 'Container':
    case 'Component':
      return `in ${element.parent}`;
    case 'DeploymentNode':
      return element.parent ? `in ${element.parent}` : `environment ${element.environment}`;
    default:
      return undefined;
  }
}

function taken(elements: Context['elements'], element: Element): string {
  const { name, kind } = element;
  const parentId = 'parent' in element ? element.parent : undefined;
  const parent = (parentId === undefined ? undefined : elements.get(parentId)?.name) ?? '';
  if (kind === 'Container' || kind === 'Component') {
    return `A ${kind.toLowerCase()} named "${name}" already exists within "${parent}".`;
  }
  if (kind === 'DeploymentNode') {
    return element.parent
      ? `A deployment node named "${name}" already exists within "${parent}".`
      : `A top-level deployment node named "${name}" already exists for the environment named "${element.environment}".`;
  }
  return `A person or software system named "${name}" already exists.`;
}

function checkDescriptions({ workspace, places, say, elements }: Context): void {
  const seen = new Set<string>();
  for (const relationship of workspace.relationships) {
    const { source, destination, description = '' } = relationship;
    const key = JSON.stringify([source, destination, description]);
    if (seen.has(key)) {
      const [from, to] = [elements.get(source)?.name, elements.get(destination)?.name];
      const message = `A relationship with the description "${description}" already exists between "${from}" and "${to}".`;
      say('workspace-json-duplicate-relationship', message, places.relationships.get(relationship));
    }
    seen.add(key);
  }
}

const VIEW_ORDER: readonly View['kind'][] = [
  'Custom',
  'SystemLandscape',
  'SystemContext',
  'Container',
  'Component',
  'Dynamic',
  'Deployment',
  'Filtered',
  'Image',
];

function checkViews(context: Context, relationships: ReadonlyMap<string, Relationship>): void {
  const { workspace, places, say } = context;
  for (const [key, spans] of places.views) {
    if (spans.length < 2) continue;
    say('workspace-json-duplicate-key', `A view with the key ${key} already exists.`, spans[1]);
  }
  for (const kind of VIEW_ORDER) {
    for (const view of workspace.views) {
      if (view.kind !== kind) continue;
      const span = places.views.get(view.key)?.[0];
      const missing = missingSubject(context, view);
      if (missing) say('workspace-json-missing', missing, span);
      else if ('elements' in view) checkContent(context, view, relationships, span);
    }
  }
}

/** What a view says it is about, but is not there. */
function missingSubject({ workspace, elements }: Context, view: View): string | undefined {
  const absent = (what: string, id: string, kind: string) =>
    `The ${kind} view with key "${view.key}" is associated with ${what} (id=${id}), but that element does not exist in the model.`;
  const system = (id: ElementId, kind: string) =>
    elements.get(id)?.kind === 'SoftwareSystem' ? undefined : absent('a software system', id, kind);
  switch (view.kind) {
    case 'SystemContext':
      return system(view.softwareSystem, 'system context');
    case 'Container':
      return system(view.softwareSystem, 'container');
    case 'Component':
      return elements.has(view.container)
        ? undefined
        : absent('a container', view.container, 'component');
    case 'Dynamic':
      return view.scope && !elements.has(view.scope)
        ? absent('an element', view.scope, 'dynamic')
        : undefined;
    case 'Deployment':
      return view.softwareSystem && system(view.softwareSystem, 'deployment');
    case 'Image':
      return view.element && !elements.has(view.element)
        ? absent('an element', view.element, 'image')
        : undefined;
    case 'Filtered': {
      const base = workspace.views.find(({ key }) => key === view.baseView);
      const about = `The filtered view with key "${view.key}" is based upon a view (key=${view.baseView})`;
      if (!base) return `${about}, but that view does not exist in the workspace.`;
      return ['Dynamic', 'Custom', 'Filtered', 'Image'].includes(base.kind)
        ? `${about}, but that view is not a static or deployment view.`
        : undefined;
    }
    default:
      return undefined;
  }
}

function checkContent(
  { elements, say }: Context,
  view: GraphView,
  relationships: ReadonlyMap<string, Relationship>,
  span: Span | undefined,
): void {
  const absent = (what: string, id: string) =>
    `The view with key "${view.key}" references ${what} (id=${id}), but that ${what.slice(what.indexOf(' ') + 1)} does not exist in the model.`;
  for (const { id } of view.elements) {
    if (!elements.has(id)) say('workspace-json-missing', absent('an element', id), span);
  }
  for (const { id } of view.relationships) {
    if (!relationships.has(id)) say('workspace-json-missing', absent('a relationship', id), span);
  }
}
