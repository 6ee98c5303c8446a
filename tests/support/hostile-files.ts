import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { readXml } from '#pictures/xml.ts';

/** What turns a line round, moves a terminal or carries what nobody sees: as itself … */
const RAW = /[[\p{Cc}\p{Bidi_Control}\p{Cs}\u{E0000}-\u{E007F}]--[\t\n\r\u061C\u200E\u200F]]/v;
/** … and as an escape of JSON or an entity. */
const ESCAPED =
  /\\u(?:00(?:0[0-8bcef]|1[\da-f]|7f|[89][\da-f])|202[a-e]|206[6-9]|db40)|&#(?:x(?:202[a-e]|206[6-9]|1b)|823[4-8]|27);/i;

/** The client's own code says which characters it folds; texts of an index are no code. */
const OWN_CODE = /^_\/(?!search-[^/]*\/).*\.js$/;

/** What is hidden in a text of a site. */
export function hiddenFault(name: string, text: string): string | undefined {
  const found = RAW.exec(text) ?? (OWN_CODE.test(name) ? undefined : ESCAPED.exec(text));
  return found ? `it holds ${JSON.stringify(found[0])} at ${found.index}` : undefined;
}

const TEXTS = /\.(?:html|js|svg|xml|json|ics|txt)$/;

/** What a file that is no page may not be or have, by its ending. */
const RULES: Readonly<Record<string, (text: string) => string | undefined>> = {
  '.svg': (text) =>
    xmlFault(text) ?? (/<script|\son\w+="|foreignObject/.test(text) ? 'it runs' : undefined),
  '.xml': xmlFault,
  '.json': (text) => {
    try {
      JSON.parse(text);
      return undefined;
    } catch {
      return 'it is no JSON';
    }
  },
  '.ics': (text) =>
    text.split('\r\n').find((line) => line !== '' && !/^(?: |[A-Z-]+[:;])/.test(line)),
  '.pdf': (text) => {
    const bare = text.replace(STREAM, '');
    const whole = bare + streamsOf(text);
    const acts =
      /\/(?:JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|GoTo[RE]|SubmitForm|ImportData|RichMedia|Movie|Rendition)\b|\/URI\s*\((?!https?:|mailto:)/;
    const said = [...bare.matchAll(/\(\xFE\xFF((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, written = '']) =>
      Buffer.from(written.replace(/\\([\s\S])/g, '$1'), 'latin1')
        .swap16()
        .toString('utf16le'),
    );
    return acts.exec(whole)?.[0] ?? hiddenFault('', said.join(' '));
  },
};

/** A packed part of a PDF. */
const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/g;

/** What the packed parts of a PDF hold, but for pictures. */
function streamsOf(text: string): string {
  return [...text.matchAll(STREAM)]
    .map(({ 1: packed = '', index }) => {
      if (text.slice(Math.max(0, index - 300), index).includes('/Image')) return '';
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

function xmlFault(text: string): string | undefined {
  const read = readXml(text);
  return 'fault' in read ? read.fault : undefined;
}

/** What is wrong with the files of a site, and how many of them were looked at. */
export function faultsOfFiles(folder: string): {
  readonly faults: string[];
  readonly seen: number;
} {
  let seen = 0;
  const faults = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const rule = RULES[extname(name)];
    if (!rule && !TEXTS.test(name)) return [];
    seen += 1;
    const text = readFileSync(join(folder, name), name.endsWith('.pdf') ? 'latin1' : 'utf8');
    const found = [rule?.(text), TEXTS.test(name) ? hiddenFault(name, text) : undefined];
    return found.filter((fault) => fault !== undefined).map((fault) => `${name}: ${fault}`);
  });
  return { faults, seen };
}
