import type { Span } from '#diagnostics/source.ts';
import { Problem } from '../problem.ts';
import type {
  ElementDraft,
  FilteredViewDraft,
  GraphViewDraft,
  ImageViewDraft,
  ViewDraft,
} from './draft.ts';
import type { ModelDraft } from './model.ts';
import { addElement } from './view.ts';

interface ViewInput {
  /** Empty where the author gives none. */
  readonly key: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly origin?: Span | undefined;
}

type GraphViewInput = ViewInput &
  Pick<GraphViewDraft, 'kind'> &
  Partial<Pick<GraphViewDraft, 'softwareSystem' | 'scope' | 'environment'>>;

/** The views of a workspace, in the order of their making. */
export class ViewSet {
  readonly views: ViewDraft[] = [];
  readonly #byKey = new Map<string, ViewDraft>();
  readonly #counters = new Map<string, number>();
  #lastOrder = 0;

  get(key: string): ViewDraft | undefined {
    return this.#byKey.get(key);
  }

  keys(): Iterable<string> {
    return this.#byKey.keys();
  }

  /** Adds a view with boxes and lines; a context view holds its system from the start. */
  addGraph(model: ModelDraft, input: GraphViewInput): GraphViewDraft {
    const view: GraphViewDraft = {
      ...this.#base(input, input.kind),
      type: 'graph',
      kind: input.kind,
      softwareSystem: input.softwareSystem,
      scope: input.scope,
      environment: input.environment,
      elements: new Map(),
      below: new Map(),
      relationships: new Map(),
      steps: [],
      autoLayout: undefined,
      animations: [],
      layout: {},
    };
    if (view.kind === 'SystemContext' && view.softwareSystem) {
      addElement(model, view, view.softwareSystem);
    }
    this.insert(view);
    return view;
  }

  addFiltered(
    input: ViewInput & Pick<FilteredViewDraft, 'base' | 'mode' | 'tags'>,
  ): FilteredViewDraft {
    const { base, mode, tags } = input;
    const view = { ...this.#base(input, 'Filtered'), type: 'filtered' as const, base, mode, tags };
    this.insert(view);
    return view;
  }

  addImage(input: ViewInput & { element: ElementDraft | undefined }): ImageViewDraft {
    const { element } = input;
    const base = this.#base(input, 'Image');
    const view: ImageViewDraft = { ...base, type: 'image', element, content: {} };
    this.insert(view);
    return view;
  }

  /** Takes over a view that has its key and order. */
  insert(view: ViewDraft): void {
    this.views.push(view);
    this.#byKey.set(view.key, view);
    this.#lastOrder = Math.max(this.#lastOrder, view.order);
  }

  /** What keeps a view from having a key: it is none, or another view has it. */
  keyProblem(key: string, span: Span | undefined): Problem | undefined {
    if (!PERMITTED_KEY.test(key)) {
      const official = 'View keys can only contain the following characters: a-zA-Z0-9_-';
      const hint =
        'The key comes first, then the description. Leave neither out when you give the other.';
      return new Problem('dsl-invalid-view-key', official, span, { hint });
    }
    const taken = this.#byKey.get(key);
    if (!taken) return undefined;
    const official = `A view with the key ${key} already exists.`;
    return new Problem('dsl-duplicate-view-key', official, span, {
      hint: 'Keys are addresses, so each view needs its own.',
      related: taken.origin && [{ message: 'The first one.', span: taken.origin }],
    });
  }

  #base({ key, title, description, origin }: ViewInput, prefix: string) {
    return {
      key: key || this.#makeKey(prefix),
      generatedKey: key === '',
      order: this.#lastOrder + 1,
      title,
      description,
      origin,
      properties: new Map<string, string>(),
    };
  }

  /** `Container-001`, …: the first that is free. */
  #makeKey(prefix: string): string {
    let counter = this.#counters.get(prefix) ?? 1;
    const format = () => `${prefix}-${String(counter).padStart(3, '0')}`;
    while (this.#byKey.has(format())) counter++;
    this.#counters.set(prefix, counter);
    return format();
  }
}

const PERMITTED_KEY = /^[a-zA-Z0-9_-]+$/;
