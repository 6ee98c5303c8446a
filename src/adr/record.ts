import type { Source, Span } from '#diagnostics/source.ts';

/** A piece of a record and where it stands. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

/** Which conventions a record follows; `other` has none of their marks. */
export type AdrFormat = 'adr-tools' | 'madr2' | 'madr3' | 'madr4' | 'log4brains' | 'other';

/**
 * What a status means. `unknown` is a status in words that no convention knows, or none at all: then
 * its label is empty.
 */
export type StatusKind =
  | 'proposed'
  | 'accepted'
  | 'rejected'
  | 'deprecated'
  | 'partly-superseded'
  | 'superseded'
  | 'unknown';

/** One status that a record has or had. */
export interface StatusEntry {
  readonly kind: StatusKind;
  /** The recognised word in lower case (`approved`, `on hold`), empty when there is none. */
  readonly word: string;
  /** As written, without marks of Markdown: `Accepted (lazy consensus)`. */
  readonly label: string;
  /** Struck through: a status that the record no longer has. */
  readonly struck: boolean;
  /** The date beside it, if any. */
  readonly date?: AdrDate | undefined;
  /** Where it is written; absent for a record without any status. */
  readonly span?: Span | undefined;
}

/** The status that a record claims; see `effectiveStatus` for what the log makes of it. */
export interface AdrStatus extends StatusEntry {
  readonly place: 'front-matter' | 'line' | 'section' | 'nowhere';
  /** Every status in the order of the text, this one included. */
  readonly history: readonly StatusEntry[];
}

/** A date as an author wrote it, and what it means. */
export interface AdrDate {
  /** `YYYY-MM-DD`; absent when the text is no date of the calendar. */
  readonly iso?: string | undefined;
  readonly text: string;
  /** `ambiguous` was read day first, as adr-tools does, but month first is a date as well. */
  readonly form: 'iso' | 'day-first' | 'month-first' | 'ambiguous' | 'words' | 'unreadable';
  readonly place: 'front-matter' | 'line' | 'file-name';
  readonly span?: Span | undefined;
}

/** What one record says about another. `relates` is any other verb, `mention` a link in prose. */
export type Relation =
  | 'supersedes'
  | 'superseded-by'
  | 'amends'
  | 'amended-by'
  | 'relates'
  | 'mention';

/** A link from one record to another, or to a number. */
export interface AdrLink {
  readonly relation: Relation;
  /** As written before the link: `Amended by`; empty for a mention. */
  readonly verb: string;
  /** Only a part of the target is concerned: `Partly superseded by`. */
  readonly partly: boolean;
  readonly text: string;
  /** Path inside the log, when the link is a relative path. */
  readonly file?: string | undefined;
  /** Number of the target, from its file name, its address or its text. */
  readonly number?: number | undefined;
  /** The address as written; absent for a bare `ADR-0012`. */
  readonly href?: string | undefined;
  readonly place: 'front-matter' | 'line' | 'status' | 'links' | 'body';
  readonly span: Span;
}

/** What a section is about, under whatever heading its format gives it. */
export type SectionRole =
  | 'status'
  | 'context'
  | 'drivers'
  | 'options'
  | 'decision'
  | 'consequences'
  | 'pros-and-cons'
  | 'confirmation'
  | 'links'
  | 'more-information'
  | 'other';

/** A section of a record, in the order of the file. */
export interface AdrSection {
  readonly heading: string;
  readonly level: number;
  readonly role: SectionRole;
  /** The body with its subsections, as written. */
  readonly markdown: string;
  /** Heading and body. */
  readonly span: Span;
  /** The body alone. */
  readonly body: Span;
  readonly children: readonly AdrSection[];
}

/** An option that was considered. */
export interface AdrOption {
  readonly name: string;
  /** What is said about it beside arguments, as Markdown; may be empty. */
  readonly description: string;
  readonly chosen: boolean;
  readonly pros: readonly Located[];
  readonly cons: readonly Located[];
  readonly neutral: readonly Located[];
  readonly span: Span;
}

/** What follows from the decision, as far as the record sorts it. Texts are Markdown. */
export interface AdrConsequences {
  readonly gained: readonly Located[];
  readonly givenUp: readonly Located[];
  readonly neutral: readonly Located[];
  /** Items that the record does not sort. */
  readonly unsorted: readonly Located[];
  /** The whole text, as Markdown, wherever it stands. */
  readonly markdown: string;
  readonly span: Span;
}

/** One entry of a record's front matter, or of the list under its title. */
export interface AdrField {
  /** As written. */
  readonly key: string;
  /** The value as YAML reads it; a text in a list under the title. */
  readonly value: unknown;
  readonly span: Span;
  /** Of a list or map, its entries in their order. */
  readonly parts?: readonly Span[] | undefined;
}

/** A relationship of the model, named by its ends: `shop.orders -> shop.kafka: Publishes`. */
export interface RelationshipTie {
  readonly source: string;
  readonly destination: string;
  readonly description: string;
  readonly span: Span;
}

/** What an option costs: a cost model, or parameters for it. The option is named or numbered. */
export interface OptionCost {
  /** Name of the option, or its 1-based place. */
  readonly option: string;
  readonly model?: string | undefined;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** The entry of this option. */
  readonly span: Span;
}

/** What ties a record to the model and to cost models; checked where those are known. */
export interface AdrTies {
  /** Identifiers of elements, from `elements:` and from `element:` links in the context. */
  readonly elements: readonly Located[];
  readonly relationships: readonly RelationshipTie[];
  /** `model` or `model/line`, from `costs:` and from `cost:` links in the context. */
  readonly costs: readonly Located[];
  /** Slugs of case studies, from `studies:`. */
  readonly studies: readonly Located[];
  readonly optionCosts: readonly OptionCost[];
}

/** An architecture decision record. Nothing of the file is lost: `source` is its text. */
export interface AdrRecord {
  readonly source: Source;
  /** Path inside the log: `0003-use-kafka.md`. */
  readonly file: string;
  /** `0003-use-kafka`; the address on the site. */
  readonly id: string;
  readonly slug: string;
  readonly number?: number | undefined;
  readonly format: AdrFormat;
  /** Without number or prefix; `heading` has it as written. */
  readonly title: string;
  readonly heading: Located;
  readonly status: AdrStatus;
  readonly date?: AdrDate | undefined;
  readonly deciders: readonly Located[];
  readonly consulted: readonly Located[];
  readonly informed: readonly Located[];
  readonly tags: readonly Located[];
  /** Every link to another record, in the order of the text; the next four are parts of it. */
  readonly links: readonly AdrLink[];
  readonly supersedes: readonly AdrLink[];
  readonly supersededBy: readonly AdrLink[];
  readonly amends: readonly AdrLink[];
  readonly amendedBy: readonly AdrLink[];
  /** Text before the first section, without metadata, as Markdown. */
  readonly preamble: string;
  readonly sections: readonly AdrSection[];
  readonly options: readonly AdrOption[];
  /** The option chosen, as the decision names it, also when no listed option bears that name. */
  readonly chosen?: Located | undefined;
  readonly consequences?: AdrConsequences | undefined;
  readonly ties: AdrTies;
  readonly frontMatter: readonly AdrField[];
  /** `Key: value` lines between title and first section. */
  readonly metadata: readonly AdrField[];
}
