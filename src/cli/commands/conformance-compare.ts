import type { Json } from '#model/to-json.ts';

type JsonObject = { readonly [name: string]: Json };

const MADE_UP = /00000000-0000-4000-[89]000-\d{12}/g;
const UUID = /[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}/g;
/** What the goldens hold in the place of a random or time-dependent value. */
const PLACEHOLDER = /^\{(?:now|mtime)\}$/;
const REENCODED = /^data:image\/(?:png|jpeg);base64,/;

/** A document with `{uuid}` for every name that nobody wrote, as in the goldens. */
export function maskMadeUp(json: Json): Json {
  if (typeof json === 'string') return json.replace(MADE_UP, '{uuid}');
  if (isArray(json)) return json.map(maskMadeUp);
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, maskMadeUp(value)]));
}

/** The path of the first place where two documents differ; the order of fields does not count. */
export function firstDifference(
  actual: Json | undefined,
  expected: Json | undefined,
  path = '$',
): string | undefined {
  if (isArray(actual) && isArray(expected)) {
    for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
      const difference = firstDifference(actual[index], expected[index], `${path}[${index}]`);
      if (difference) return difference;
    }
    return undefined;
  }
  if (isObject(actual) && isObject(expected)) {
    if (isImage(expected) && actual.name === expected.name) return undefined;
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const difference = firstDifference(actual[name], expected[name], `${path}.${name}`);
      if (difference) return difference;
    }
    return undefined;
  }
  return same(actual, expected) ? undefined : `${path}: ${show(actual)} | ${show(expected)}`;
}

function same(actual: Json | undefined, expected: Json | undefined): boolean {
  if (actual === expected) return true;
  if (typeof actual !== 'string' || typeof expected !== 'string') return false;
  if (PLACEHOLDER.test(expected)) return true;
  if (expected.includes('{uuid}') && actual.replace(UUID, '{uuid}') === expected) return true;
  return REENCODED.test(expected) && REENCODED.exec(actual)?.[0] === REENCODED.exec(expected)?.[0];
}

/** PNG and JPEG images of documentation, which the reference encodes anew. */
function isImage(json: JsonObject): boolean {
  return (
    (json.type === 'image/png' || json.type === 'image/jpeg') && typeof json.content === 'string'
  );
}

/**
 * A document in which everything that has an id goes by what it says instead, and lists that hold
 * such things are sorted: for files whose ids depend on the reference's memory addresses.
 */
export function byContent(json: Json): Json {
  const names = new Map<string, string>();
  nameElements(json, '', names);
  nameRelationships(json, names);
  return renamed(json, names);
}

function nameElements(json: Json, path: string, names: Map<string, string>): void {
  if (isArray(json)) for (const item of json) nameElements(item, path, names);
  if (!isObject(json)) return;
  const { id, name, containerId, softwareSystemId, instanceId, environment } = json;
  const own = `${path}/${name ?? ''}${containerId ?? ''}${softwareSystemId ?? ''}${instanceId ?? ''}${environment ?? ''}`;
  const isElement = typeof id === 'string' && !('sourceId' in json) && 'tags' in json;
  if (isElement) names.set(id, own);
  for (const value of Object.values(json)) nameElements(value, isElement ? own : path, names);
}

function nameRelationships(json: Json, names: Map<string, string>): void {
  if (isArray(json)) for (const item of json) nameRelationships(item, names);
  if (!isObject(json)) return;
  const { id, sourceId, destinationId, description } = json;
  if (typeof id === 'string' && typeof sourceId === 'string') {
    names.set(
      id,
      `${names.get(sourceId)} -> ${names.get(String(destinationId))}: ${description ?? ''}`,
    );
  }
  for (const value of Object.values(json)) nameRelationships(value, names);
}

const REFERENCES = [
  'id',
  'sourceId',
  'destinationId',
  'elementId',
  'softwareSystemId',
  'containerId',
];

function renamed(json: Json, names: ReadonlyMap<string, string>): Json {
  if (isArray(json)) {
    const items = json.map((item) =>
      typeof item === 'string' ? (names.get(item) ?? item) : renamed(item, names),
    );
    return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isObject(json)) return json;
  // Which of several relationships another was made from depends on the addresses, too.
  const { linkedRelationshipId: _linked, ...others } = json;
  const fields = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      REFERENCES.includes(name) && typeof value === 'string'
        ? (names.get(value) ?? value)
        : renamed(value, names),
    ]),
  );
}

function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function isArray(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
