import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { graph } from '#adr/commands/graph.ts';
import { linkRecords } from '#adr/commands/link.ts';
import { initialRecord, type NewRequest, newRecord } from '#adr/commands/new.ts';
import { showRecord } from '#adr/commands/show.ts';
import { setStatus, statusTable } from '#adr/commands/status.ts';
import { tableOfContents } from '#adr/commands/toc.ts';
import { memoryLog } from '../../unit/adr/support.ts';

const template = (name: string) =>
  readFileSync(new URL(`../../../src/adr/templates/${name}`, import.meta.url), 'utf8');

it('writes a log as adr-tools does, and goes on in MADR', async () => {
  const log = memoryLog();
  const create = (title: string, more: Partial<NewRequest> = {}) =>
    log.run((folder) =>
      newRecord(folder, {
        title,
        supersedes: [],
        links: [],
        date: '2024-05-06',
        status: 'Accepted',
        template: template('template.md'),
        ...more,
      }),
    ).stdout;
  const said = [
    log.run((folder) => initialRecord(folder, template('init.md'), '2024-05-06')).stdout,
    create('Call one service after the other'),
    create('R&D | "events" between \\ services', { supersedes: ['2'] }),
    create('Put a gateway before them', { links: ['events:Amends:Amended by', '1:Follows:Followed by'] }),
    create('Use MADR', { template: template('madr.txt'), status: 'proposed' }),
    create('Use MADR 4', { template: template('madr.txt'), status: 'accepted', supersedes: ['0005'] }),
    log.run((folder) => linkRecords(folder, { source: '6', verb: 'Clarifies', target: '1', reverse: 'Clarified by' })).stdout,
    log.run((folder) => setStatus(folder, '4', 'deprecated')).stdout,
    log.run((folder) => tableOfContents(folder, { intro: 'Intro\n', outro: 'Outro\n', prefix: 'adr/' })).stdout,
    log.run((folder) => graph(folder, { prefix: 'adr/', extension: '.html' })).stdout,
    log.run(statusTable).stdout,
    log.run((folder) => showRecord(folder, '5')).stdout,
  ];
  const files = [...log.texts].map(([name, text]) => `=== ${name}\n${text}`);
  await expect([...said, ...files].join('\n')).toMatchFileSnapshot('session.txt');
});
