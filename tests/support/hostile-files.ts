import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readXml } from '#pictures/xml.ts';

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
  '.pdf': (text) =>
    /\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile)\b|\/URI\s*\((?!https?:|mailto:)/.exec(
      text,
    )?.[0],
};

function xmlFault(text: string): string | undefined {
  const read = readXml(text);
  return 'fault' in read ? read.fault : undefined;
}

/** What is wrong with the files of a site that are no pages, and how many of them were looked at. */
export function faultsOfFiles(folder: string): {
  readonly faults: string[];
  readonly seen: number;
} {
  let seen = 0;
  const faults = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const rule = RULES[extname(name)];
    if (!rule) return [];
    seen += 1;
    const fault = rule(readFileSync(join(folder, name), name.endsWith('.pdf') ? 'latin1' : 'utf8'));
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
  return { faults, seen };
}
