import type { Head, StoredRecord } from '#search/format.ts';
import type { IndexFiles } from '#search/query.ts';
import type { SiteRoot } from '../site-root.ts';

/** What the first file of an index says: the head, and where the others lie. */
interface First {
  readonly head: Head;
  readonly folder: string;
}

/** What the files of an index call when they are there, with their number and content. */
interface Receiver {
  index(number: number, content: First): void;
  places(number: number, content: readonly string[]): void;
  texts(number: number, content: readonly StoredRecord[]): void;
}

declare global {
  interface Window {
    archfolioSearch?: Receiver;
  }
}

/**
 * The index of the site as scripts: each hands its content to a function of the page, so that nothing
 * is fetched and the same files work over HTTP and from a disk.
 */
export function indexFiles(root: SiteRoot): IndexFiles {
  const index = scripts<First>(async () => root.address('/search/index.js'));
  const file = (name: string) => async (number: number) =>
    root.address(`${(await index.ask(0)).folder}${name}-${number}.js`);
  const places = scripts<readonly string[]>(file('places'));
  const texts = scripts<readonly StoredRecord[]>(file('texts'));
  window.archfolioSearch = {
    index: index.receive,
    places: places.receive,
    texts: texts.receive,
  };
  return {
    head: async () => (await index.ask(0)).head,
    places: places.ask,
    texts: texts.ask,
  };
}

/** Files of one kind, each loaded once. */
interface Scripts<Content> {
  readonly ask: (number: number) => Promise<Content>;
  readonly receive: (number: number, content: Content) => void;
}

function scripts<Content>(addressOf: (number: number) => Promise<string>): Scripts<Content> {
  const asked = new Map<number, Promise<Content>>();
  const waiting = new Map<number, (content: Content) => void>();
  const load = async (number: number) => {
    const script = document.createElement('script');
    script.src = await addressOf(number);
    return new Promise<Content>((resolve, reject) => {
      waiting.set(number, resolve);
      script.addEventListener('error', () => {
        // It may have been the network: the next question asks again.
        asked.delete(number);
        reject(new Error(`Not loaded: ${script.src}`));
      });
      document.head.append(script);
    });
  };
  return {
    ask(number) {
      const loading = asked.get(number) ?? load(number);
      asked.set(number, loading);
      return loading;
    },
    receive: (number, content) => waiting.get(number)?.(content),
  };
}
