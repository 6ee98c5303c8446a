import type { Diagnostic, DiagnosticDetail } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { type Code, diagnostic } from './codes.ts';
import { trim } from './lexer/characters.ts';
import { type LogicalLine, spanOfLine } from './lexer/lines.ts';
import {
  DEFAULT_LIMITS,
  type DecisionFolder,
  FEATURES,
  type Feature,
  type Limits,
  type ParseOptions,
} from './options.ts';
import { Archetypes } from './parser/archetypes.ts';
import type { Context } from './parser/context.ts';
import type { Statement } from './parser/statement.ts';
import { Problem } from './problem.ts';
import type { WorkspaceDraft } from './resolve/draft.ts';
import { Identifiers } from './resolve/identifiers.ts';
import { ModelDraft } from './resolve/model.ts';
import { ViewSet } from './resolve/views.ts';

/** A constant or variable; the values of text blocks are filled in when they are used. */
export interface Constant {
  readonly value: string;
  readonly kind: 'constant' | 'variable' | 'text-block';
}

/** A file that is being read, and the line that included it. */
export interface Frame {
  readonly source: Source;
  /** Its path as the reference puts it together, `..` left in. */
  readonly path: string;
  readonly includedBy: LogicalLine | undefined;
}

/** An open block: what it is about, and the statement that opened it. */
export interface Block {
  readonly context: Context;
  readonly opener: LogicalLine | undefined;
  /** Runs at the closing brace; what it throws is reported there. */
  readonly onClose?: (() => void) | undefined;
}

/** A statement that is put off, with its block, and where it stands. */
export interface Waiting {
  readonly lines: readonly LogicalLine[];
  readonly names: readonly string[];
  readonly blocks: readonly Block[];
  readonly frames: readonly Frame[];
}

/** What all files of one reading share, over a workspace and the ones it extends. */
export interface Shared {
  readonly options: ParseOptions;
  readonly limits: Limits;
  readonly diagnostics: Diagnostic[];
  readonly files: Set<string>;
  /** Every text that was read as DSL, by its name. */
  readonly sources: Map<string, Source>;
  /** Where each theme is named that is no file. */
  readonly themeSpans: Map<string, Span>;
  /** Where each picture is named that came into the workspace as a data URI. */
  readonly pictureSpans: Map<string, Span>;
  /** What `!adrs` read, in the order of the statements. */
  readonly decisionFolders: DecisionFolder[];
  readonly used: {
    lines: number;
    includes: number;
    steps: number;
    shown: number;
    substituted: number;
    uuids: number;
    hints: number;
    errors: number;
    officialGiven: boolean;
  };
  /** Set when a limit is reached; nothing more is read. */
  stopped: boolean;
}

/** Starts the reading of a workspace. */
export function share(options: ParseOptions): Shared {
  return {
    options,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    diagnostics: [],
    files: new Set(),
    sources: new Map(),
    themeSpans: new Map(),
    pictureSpans: new Map(),
    decisionFolders: [],
    used: {
      lines: 0,
      includes: 0,
      steps: 0,
      shown: 0,
      substituted: 0,
      uuids: 0,
      hints: 0,
      errors: 0,
      officialGiven: false,
    },
    stopped: false,
  };
}

/** The state of reading one workspace: what is defined so far, and which blocks are open. */
export class Session {
  readonly shared: Shared;
  draft: WorkspaceDraft | undefined;
  model = new ModelDraft();
  views = new ViewSet();
  identifiers = new Identifiers();
  archetypes = new Archetypes();
  constants = new Map<string, Constant>();
  /** The workspace was not empty when it was extended. */
  extending = false;
  /** Nothing was read from another file, so the source can travel with the workspace. */
  portable = true;
  /** Blocks that may stand once, and did. */
  readonly seen = new Set<'workspace' | 'model' | 'views'>();
  readonly blocks: Block[] = [];
  readonly frames: Frame[] = [];
  /** The block that was closed last, to be opened again when a brace too many closed it. */
  lastClosed: { block: Block; closer: LogicalLine; around: Block | undefined } | undefined;
  /** The first brace that is indented deeper than what it closes: it may be one too many. */
  oddCloser: LogicalLine | undefined;
  /** Relationships that are put off until their ends are defined, where that is permitted. */
  readonly waiting: Waiting[] = [];
  /** Reading ended at a fault in the lines, so blocks that are open are no fault of their own. */
  cutShort = false;
  /** Whether these are being carried out now. */
  replaying = false;
  /** The statement before was in the wrong block. */
  astray = false;
  /** A statement that was reported and is carried out as what it may mean; it is not reported again. */
  recovering: LogicalLine | undefined;
  /** What the last definition without a block would have opened, and where. */
  unopened: { readonly block: Block; readonly around: Block | undefined } | undefined;
  /** Blocks that were closed for a missing brace; as many braces too many are forgiven. */
  forgiven = 0;

  /** Carries out `workspace extends`, which reads another workspace first. */
  readonly extend: (session: Session, st: Statement) => void;

  constructor(shared: Shared, extend: (session: Session, st: Statement) => void) {
    this.shared = shared;
    this.extend = extend;
  }

  get options(): ParseOptions {
    return this.shared.options;
  }

  get context(): Context | undefined {
    return this.blocks.at(-1)?.context;
  }

  /** The workspace; statements that reach it are only dispatched within one. */
  get workspace(): WorkspaceDraft {
    if (this.draft) return this.draft;
    throw new Problem('dsl-no-workspace', undefined, undefined, {
      message: 'No workspace is open here.',
    });
  }

  open(context: Context, st: Statement | undefined, onClose?: () => void): void {
    if (this.blocks.length >= this.shared.limits.blockDepth) {
      this.stop(`Blocks are nested more than ${this.shared.limits.blockDepth} deep.`, st?.whole);
    }
    this.blocks.push({ context, opener: st?.line, onClose });
  }

  /** Opens the block that a definition may have; without one it is noted, in case a brace is missing. */
  offer(context: Context, st: Statement): void {
    if (st.opensBlock) this.open(context, st);
    else {
      const block = { context, opener: st.line };
      this.unopened = { block, around: this.blocks.at(-1) };
    }
  }

  isOn(feature: Feature): boolean {
    return (this.options.features ?? FEATURES).includes(feature);
  }

  /** Refuses a statement whose feature is turned off. */
  requireFeature(feature: Feature, what: string, span: Span): void {
    if (this.isOn(feature)) return;
    throw new Problem(
      'dsl-feature-off',
      `${what} (feature structurizr.feature.dsl.${feature} is not enabled)`,
      span,
    );
  }

  /** Reports a problem of a statement, unless it only follows from one that was reported. */
  report(problem: Problem, line: LogicalLine): void {
    if (problem.detail.consequence || line === this.recovering) return;
    const { code, message, detail } = problem;
    const span = problem.span ?? spanOfLine(line);
    const related = [...(detail.related ?? []), ...this.#includeChain()];
    this.#add(code, message, span, {
      ...(detail.hint && { hint: detail.hint }),
      ...(related.length > 0 && { related }),
      ...this.#official(problem, line),
    });
  }

  /** Reports something that belongs to no statement. */
  reportAt(code: Code, message: string, span: Span, detail: DiagnosticDetail = {}): void {
    this.#add(code, message, span, detail);
  }

  /** Reports what the reference passes over in silence. */
  warn(code: Code, message: string, span: Span, hint?: string): void {
    if (this.options.warnings === false) return;
    this.#add(code, message, span, hint ? { hint } : {});
  }

  /** Counts work that grows with the model, so that hostile input comes to an end. */
  spend(steps: number, span: () => Span): void {
    const { used, limits } = this.shared;
    used.steps += steps;
    if (used.steps > limits.steps)
      this.stop('The views and expressions of this file are too large.', span());
  }

  /** Counts and looks through the whole model once. */
  spendModel(span: () => Span): void {
    this.spend(this.model.elements.length + this.model.relationships.length, span);
  }

  /** Counts what a view shows beyond what it did. */
  spendShown(added: number, span: () => Span): void {
    const { used, limits } = this.shared;
    used.shown += added;
    if (used.shown > limits.shown) this.stop('The views of this file show too much.', span());
  }

  /** Ends all reading. */
  stop(message: string, span: Span | undefined): never {
    const consequence = this.shared.stopped;
    this.shared.stopped = true;
    throw new Problem('dsl-limit', undefined, span, { message, consequence });
  }

  /** The reference's message for a problem, if it is the first that it would give. */
  #official({ official, detail }: Problem, line: LogicalLine): { official?: string } {
    const { used } = this.shared;
    if (official === undefined || used.officialGiven) return {};
    used.officialGiven = true;
    if (detail.bare) return { official };
    let message = withPlace(official, line);
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const by = this.frames[at]?.includedBy;
      if (by) message = withPlace(message, by);
    }
    return { official: message };
  }

  #includeChain(): { message: string; span: Span }[] {
    return this.frames
      .flatMap(({ includedBy }) => includedBy ?? [])
      .map((line) => ({ message: 'Included from here.', span: spanOfLine(line) }))
      .reverse();
  }

  #add(code: Code, message: string, span: Span, detail: DiagnosticDetail): void {
    const { diagnostics, limits } = this.shared;
    if (diagnostics.length >= limits.diagnostics) {
      this.shared.stopped = true;
      return;
    }
    const added = diagnostic(code, message, span, detail);
    if (added.severity === 'error') this.shared.used.errors++;
    diagnostics.push(added);
  }
}

function withPlace(message: string, line: LogicalLine): string {
  const words = message.endsWith('.') ? message.slice(0, -1) : message;
  return `${words} at line ${line.number}: ${trim(line.text.replace(/^\uFEFF/, ''))}`;
}
