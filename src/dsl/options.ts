/** What a path leads to. */
export interface FileInfo {
  readonly kind: 'file' | 'folder';
  /** Milliseconds since 1970; a MADR record without a date takes it. */
  readonly modified: number;
}

/**
 * The port to files. Paths are relative to the root, with `/`; `..` is resolved by the port, which
 * must refuse what leaves the root.
 */
export interface SourceReader {
  /** Nothing there: undefined. Outside the root: 'outside'. */
  stat(path: string): FileInfo | 'outside' | undefined;
  /** The bytes of a file that `stat` found. */
  readBytes(path: string): Uint8Array | undefined;
  /** The names in a folder that `stat` found, in any order. */
  list(path: string): readonly string[];
  /** The absolute path that the reference's messages show, without links or `..` resolved. */
  absolute(path: string): string;
}

/** A folder of decision records that `!adrs` attaches to an element, or to the workspace. */
export interface DecisionFolder {
  /** Absent where it is attached to the workspace. */
  readonly element?: string;
  /** Relative to the root. */
  readonly path: string;
  /** The names of its records, those that the statement leaves out aside. */
  readonly files: readonly string[];
}

/** What a fetch gave. */
export interface RemoteContent {
  readonly bytes: Uint8Array;
  /** The media type as the server sent it, e.g. `application/json; charset=utf-8`. */
  readonly contentType: string;
  /** Set when it is an earlier copy, since the network failed. */
  readonly copy?: { readonly date: string; readonly failure: string };
}

/** Why there is no content: the end of a sentence, such as `the server answers 404`. */
export interface FetchFailure {
  readonly failure: string;
}

/** The port to the network. Which hosts it may ask is settled before it is called. */
export type Fetch = (url: string) => RemoteContent | FetchFailure;

/** Parts of the language that can be turned off, named as the reference names its features. */
export const FEATURES = [
  'environment',
  'filesystem',
  'include',
  'documentation',
  'decisions',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Bounds that turn hostile input into a diagnostic. */
export interface Limits {
  /** Logical lines over all files. */
  readonly lines: number;
  /** Files that include one another. */
  readonly includeDepth: number;
  /** Blocks within blocks; what goes deeper could not be read back from its JSON. */
  readonly blockDepth: number;
  /** Characters of one token after `${…}` is filled in. */
  readonly tokenLength: number;
  /** Characters that substitutions may make in all. */
  readonly substituted: number;
  /** Files that are included, each counted as often as it is. */
  readonly includes: number;
  /** Files and folders that are looked at. */
  readonly files: number;
  /** Steps of looking through the model for views, expressions and bulk statements. */
  readonly steps: number;
  /** Elements and relationships. */
  readonly items: number;
  /** Elements and relationships that all views show, each counted as often as it is shown. */
  readonly shown: number;
  /** Diagnostics, after which reading stops. */
  readonly diagnostics: number;
}

export const DEFAULT_LIMITS: Limits = {
  lines: 1_000_000,
  includeDepth: 64,
  includes: 10_000,
  files: 100_000,
  steps: 40_000_000,
  blockDepth: 200,
  tokenLength: 1_000_000,
  substituted: 50_000_000,
  items: 250_000,
  shown: 3_000_000,
  diagnostics: 500,
};

/** How a workspace is read. Every part has a safe default: no files, no network, no environment. */
export interface ParseOptions {
  readonly reader?: SourceReader;
  /** Environment variables for `${…}`. Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<Limits>;
  /** Hosts whose content `fetch` may be asked for, as `isPermitted` takes them. Default: none. */
  readonly hosts?: readonly string[];
  readonly fetch?: Fetch;
  /** Default: every feature. */
  readonly features?: readonly Feature[];
  /** Name of the encoding of an extended workspace's file, for TextDecoder. Default: `utf-8`. */
  readonly encoding?: string;
  /** Names of themes that are at hand without a path or an address. Default: none. */
  readonly installedThemes?: readonly string[];
  /** Milliseconds since 1970: the date of an adr-tools record that has none. Default: 0. */
  readonly now?: number;
  /** Whether to report what the reference passes over in silence. Default: true. */
  readonly warnings?: boolean;
  /** Whether the file began with a byte order mark, which the embedded source keeps. Default: no. */
  readonly byteOrderMark?: boolean;
  /** Whether the workspace carries its own source, as the reference's does. Default: true. */
  readonly embedSource?: boolean;
}
