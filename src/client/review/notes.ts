/** What a reviewer said about a place. */
export interface Note {
  /** The address of the place, below the base. */
  readonly anchor: string;
  /** What the place was called. */
  readonly label: string;
  readonly text: string;
}

/** The comments on a study, as this browser has them. */
export interface Notes {
  get(anchor: string): string;
  /** An empty text takes the comment away. */
  set(note: Note): void;
  /** All that there are, by address. */
  all(): Note[];
  clear(): void;
  /** Whether they are still there when the page is closed. */
  isKept(): boolean;
  /** The address that an entry of the storage is about; nothing for entries of others. */
  anchorOf(key: string): string | undefined;
}

/**
 * Opens the comments on a study. Each has an entry of its own, so that two tabs that comment on
 * different places never write over each other. What cannot be stored lasts as long as the page.
 */
export function openNotes(study: string, storage: Storage | undefined): Notes {
  const prefix = `archfolio.review ${study} `;
  const unkept = new Map<string, Note>();
  const stored = (key: string) => noteOf(key.slice(prefix.length), storage?.getItem(key) ?? null);
  const keys = () => Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
  const keep = ({ anchor, label, text }: Note): boolean => {
    try {
      if (text === '') storage?.removeItem(prefix + anchor);
      else storage?.setItem(prefix + anchor, JSON.stringify({ label, text }));
      return storage !== undefined;
    } catch {
      return false;
    }
  };
  return {
    get: (anchor) => (unkept.get(anchor) ?? stored(prefix + anchor))?.text ?? '',
    set(note) {
      if (keep(note) || note.text === '') unkept.delete(note.anchor);
      else unkept.set(note.anchor, note);
    },
    all() {
      const notes = new Map<string, Note>();
      for (const key of keys()) {
        const note = stored(key);
        if (note) notes.set(note.anchor, note);
      }
      for (const note of unkept.values()) notes.set(note.anchor, note);
      return [...notes.values()].sort((a, b) => (a.anchor < b.anchor ? -1 : 1));
    },
    clear() {
      unkept.clear();
      for (const key of keys()) storage?.removeItem(key);
    },
    isKept: () => storage !== undefined && unkept.size === 0,
    anchorOf: (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : undefined),
  };
}

/** The browser's storage; nothing where it is closed to the page. */
export function openStorage(): Storage | undefined {
  const probe = 'archfolio.review';
  try {
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return undefined;
  }
}

function noteOf(anchor: string, entry: string | null): Note | undefined {
  if (entry === null) return undefined;
  try {
    const { label, text }: { label?: unknown; text?: unknown } = JSON.parse(entry);
    if (typeof text !== 'string' || text === '') return undefined;
    return { anchor, label: typeof label === 'string' ? label : anchor, text };
  } catch {
    // Whatever it is, it is shown rather than lost.
    return { anchor, label: anchor, text: entry };
  }
}
