import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { costPath, postPicturePath, schemaPath, studyPath, viewFilePath } from '../addresses.ts';
import { portfolioProblem } from '../codes.ts';
import { allRecords } from '../records.ts';
import type { Check, CheckInput } from './check.ts';

/** What disks take, in bytes: of a name, and of a path with room for the folder that the site stands in. */
const MOST = { name: 255, path: 800 };

/** Names that Windows keeps for devices, whatever follows a dot, and ends that it cuts off. */
const NOT_ON_WINDOWS = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)|\.$/i;

/** A page or file of the site, and what its address is made of. */
interface Place {
  readonly path: string;
  readonly of: string;
  readonly span?: Span | undefined;
  readonly file?: string | undefined;
}

/** Every page can be a file: on any disk, beside all others, also where capitals are not told apart. */
export const checkAddresses: Check = function* (input) {
  const known = new Map<string, Place>();
  for (const place of placesOf(input)) {
    const names = decoded(place.path);
    const folded = names.join('/').normalize('NFC').toLowerCase();
    const before = known.get(folded);
    known.set(folded, before ?? place);
    if (before) yield sameAddress(place, before);
    else yield* badNames(place, names);
  }
};

function* placesOf({ portfolio, modelSources }: CheckInput): Iterable<Place> {
  const { index, studies, log, attached, costs, addresses } = portfolio;
  for (const { study } of studies) {
    const { slug } = study;
    for (const { name, source } of study.pages)
      yield { path: studyPath(slug, name), of: source.name, file: source.name };
    for (const { id, source } of study.posts)
      yield { path: postPicturePath(slug, id, 'png'), of: source.name, file: source.name };
  }
  for (const { study, schema } of studies) {
    if (!schema) continue;
    const { name } = schema.source;
    yield { path: schemaPath(study.slug), of: name, file: name };
  }
  for (const { key, origin } of index.workspace.views)
    yield { path: viewFilePath(key), of: `the view ${key}`, span: origin };
  for (const { id, name, identifier, origin } of index.workspace.elements) {
    const path = addresses.elements.get(id);
    if (path !== undefined) yield { path, of: identifier || name, span: origin };
  }
  for (const record of allRecords({ log, attached })) {
    const { name } = record.source;
    yield { path: addresses.record(record), of: name, file: name };
  }
  for (const { id } of costs)
    yield { path: costPath(id), of: id, file: modelSources.get(id)?.name };
}

/** The names that a path is made of, as they stand on a disk. */
function decoded(path: string): string[] {
  return path.split('/').map((step) => {
    try {
      return decodeURIComponent(step);
    } catch {
      return step;
    }
  });
}

function sameAddress({ path, of, span, file }: Place, before: Place): Diagnostic {
  const message = `\`${of}\` would stand at ${short(path)}, where \`${before.of}\` stands.`;
  const hint =
    'Give one of the two another name: many disks do not tell capitals apart, and show one page for both.';
  return portfolioProblem('same-address', message, span, { file, hint });
}

function* badNames(
  { path, of, span, file }: Place,
  names: readonly string[],
): Iterable<Diagnostic> {
  const sizes = names.map((name) => new TextEncoder().encode(name).length);
  const longest = Math.max(...sizes);
  const all = sizes.reduce((sum, size) => sum + size + 1);
  if (longest > MOST.name || all > MOST.path) {
    const [what, size, most] =
      longest > MOST.name ? ['a name', longest, MOST.name] : ['a path', all, MOST.path];
    const message = `The address ${short(path)} has ${what} of ${size} bytes.`;
    const hint = `Disks take ${most}: give \`${short(of)}\` a shorter name.`;
    yield portfolioProblem('long-address', message, span, { file, hint });
  }
  const device = names.find((name) => NOT_ON_WINDOWS.test(name));
  if (device === undefined) return;
  const message = `Windows takes no file or folder called \`${device}\`.`;
  const hint = `The site can neither be built nor unpacked there until \`${of}\` has another name.`;
  yield portfolioProblem('windows-name', message, span, { file, hint });
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
