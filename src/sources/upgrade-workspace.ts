import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import type { SourceReader } from '#dsl/options.ts';
import { type ParseResult, parseWorkspace } from '#dsl/parse.ts';
import { readSource } from '#dsl/source.ts';
import { applyEdits, type Edit } from '#dsl/upgrade/edits.ts';
import { upgrade } from '#dsl/upgrade/upgrade.ts';
import { fileReader } from './file-reader.ts';
import { type Network, openNetwork } from './network.ts';
import { rootOf } from './workspace.ts';

/** A file of a workspace that is written in an older language. */
export interface FileUpgrade {
  /** Absolute. */
  readonly path: string;
  readonly source: Source;
  readonly edits: readonly Edit[];
  /** The whole new text, with the mark at its start that the old one had. */
  readonly text: string;
}

/** What upgrading a workspace comes to. */
export interface WorkspaceUpgrade {
  readonly files: readonly FileUpgrade[];
  /** What is wrong with the workspace afterwards. */
  readonly left: readonly Diagnostic[];
}

interface UpgradeOptions {
  /** What bounds the files that may be read. */
  readonly root?: string;
  readonly network?: Network;
}

/** A file beyond these is included by one that includes it. */
const ROUNDS = 20;

/**
 * Brings a workspace (.dsl) and the files that it includes or extends to today's language. Nothing is
 * written, and nothing outside `root` is read. A file that stands in a block that was not read before is found once the block can be read.
 */
export function upgradeWorkspace(
  file: string,
  cwd: string,
  { root = rootOf(resolve(cwd, file)), network = openNetwork([]) }: UpgradeOptions = {},
): WorkspaceUpgrade {
  const path = resolve(cwd, file);
  const disk = fileReader(root);
  const main = relative(root, path).split(sep).join('/');
  const originals = new Map<string, Read>();
  let edited = new Map<string, string>();
  for (let round = 0; ; round++) {
    const result = parse(main, overlay(disk, edited), network);
    if ('diagnostic' in result) return { files: [], left: [result.diagnostic] };
    const known = originals.size;
    for (const { name } of result.sources) {
      const read = originals.get(name) ?? readSource(name, { reader: disk });
      if ('source' in read && existsSync(resolve(root, name))) originals.set(name, read);
    }
    const upgrades = upgrade([...originals.values()].map(({ source }) => source));
    if (originals.size === known || round === ROUNDS) {
      const files = upgrades.map((one) => fileUpgrade(root, one, originals.get(one.source.name)));
      return { files, left: result.diagnostics };
    }
    edited = new Map(
      upgrades.map(({ source, edits }) => [source.name, applyEdits(source.text, edits)]),
    );
  }
}

interface Read {
  readonly source: Source;
  readonly byteOrderMark: boolean;
}

function parse(
  name: string,
  reader: SourceReader,
  { hosts, fetch }: Network,
): ParseResult | { diagnostic: Diagnostic } {
  const read = readSource(name, { reader });
  return 'diagnostic' in read
    ? read
    : parseWorkspace(read.source, { reader, env: process.env, hosts, fetch, warnings: false });
}

/** The disk as it will be. */
function overlay(disk: SourceReader, texts: ReadonlyMap<string, string>): SourceReader {
  const encoder = new TextEncoder();
  return {
    ...disk,
    readBytes: (path) => {
      const text = texts.get(path);
      return text === undefined ? disk.readBytes(path) : encoder.encode(text);
    },
  };
}

function fileUpgrade(
  root: string,
  { source, edits }: { source: Source; edits: readonly Edit[] },
  read: Read | undefined,
): FileUpgrade {
  const mark = read?.byteOrderMark ? '\uFEFF' : '';
  return {
    path: resolve(root, source.name),
    source,
    edits,
    text: mark + applyEdits(source.text, edits),
  };
}
