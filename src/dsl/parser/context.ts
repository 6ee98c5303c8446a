import type { Perspective } from '#model/elements.ts';
import type { ColorScheme } from '#model/styles.ts';
import type { LogicalLine } from '../lexer/lines.ts';
import type {
  Draft,
  ElementDraft,
  ElementStyleDraft,
  FilteredViewDraft,
  GraphViewDraft,
  GroupDraft,
  ImageViewDraft,
  PerspectiveHolder,
  RelationshipDraft,
  RelationshipStyleDraft,
  StepDraft,
} from '../resolve/draft.ts';
import type { Sequence } from '../resolve/dynamic.ts';
import type { Archetype } from './archetypes.ts';
import type { Statement } from './statement.ts';

export interface ElementContext {
  readonly kind: 'element';
  readonly element: ElementDraft;
  /** Set in a group within the element. */
  readonly group?: GroupDraft | undefined;
}

export interface ModelContext {
  readonly kind: 'model';
  readonly group?: GroupDraft | undefined;
}

export interface EnvironmentContext {
  readonly kind: 'environment';
  readonly name: string;
  readonly group?: GroupDraft | undefined;
  /** In a `-/>` block: the relationship that it takes away. */
  readonly replaces?: RelationshipDraft | undefined;
}

export interface ElementsContext {
  readonly kind: 'elements';
  readonly elements: readonly ElementDraft[];
  readonly outer: Context | undefined;
}

export interface ImageContext {
  readonly kind: 'image';
  readonly view: ImageViewDraft;
  scheme: ColorScheme | undefined;
}

export interface DynamicContext {
  readonly kind: 'dynamic';
  readonly view: GraphViewDraft;
  readonly sequence: Sequence;
  /** In a parallel block: whether the block itself has steps. */
  readonly parallel?: { holdsSteps: boolean } | undefined;
}

/** `!docs` or `!adrs` with a block. */
export interface ImportContext {
  readonly kind: 'import';
  readonly exclude: string[];
}

export interface PutOffContext {
  readonly kind: 'put-off';
  readonly lines: LogicalLine[];
  /** Blocks that are open in it, itself included. */
  depth: number;
}

/** Stores one pair of a `properties` block; `st` is for what it has to say about the value. */
export type AddProperty = (name: string, value: string, st: Statement) => void;

/** What a block is about. */
export type Context =
  | { readonly kind: 'workspace' }
  | ModelContext
  | ElementContext
  | { readonly kind: 'relationship'; readonly relationship: RelationshipDraft }
  | { readonly kind: 'relationships'; readonly relationships: readonly RelationshipDraft[] }
  | ElementsContext
  | EnvironmentContext
  | { readonly kind: 'archetypes' }
  | { readonly kind: 'archetype'; readonly archetype: Archetype }
  | { readonly kind: 'properties'; readonly add: AddProperty }
  | { readonly kind: 'perspectives'; readonly holders: readonly PerspectiveHolder[] }
  | { readonly kind: 'perspective'; readonly perspective: Draft<Perspective> }
  | { readonly kind: 'views' }
  | { readonly kind: 'view'; readonly view: GraphViewDraft }
  | DynamicContext
  | { readonly kind: 'step'; readonly step: StepDraft }
  | { readonly kind: 'filtered'; readonly view: FilteredViewDraft }
  | ImageContext
  | { readonly kind: 'animation'; readonly view: GraphViewDraft }
  | { readonly kind: 'styles'; readonly scheme: ColorScheme | undefined }
  | { readonly kind: 'element-style'; readonly style: ElementStyleDraft }
  | { readonly kind: 'relationship-style'; readonly style: RelationshipStyleDraft }
  | { readonly kind: 'terminology' }
  | { readonly kind: 'configuration' }
  | { readonly kind: 'users' }
  | ImportContext
  | { readonly kind: 'comment' }
  /** The block of a relationship that is carried out later. */
  | PutOffContext
  /** The lines of a script, up to one that is `}` alone. */
  | { readonly kind: 'script' }
  /** A block that is not carried out, because its statement failed or is refused. */
  | { readonly kind: 'skipped' };

export type ContextOf<Kind extends Context['kind']> = Extract<Context, { kind: Kind }>;
