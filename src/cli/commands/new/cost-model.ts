import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Study } from '#case-study/study.ts';
import type { Element } from '#model/elements.ts';
import { Identifier } from '#model/ids.ts';
import { indexWorkspace } from '#model/index.ts';
import type { Workspace } from '#model/workspace.ts';
import { EXAMPLE, UNWRITTEN } from '#portfolio/checks/unwritten.ts';
import { loadStudies } from '#sources/studies.ts';
import { loadWorkspace } from '#sources/workspace.ts';
import { UsageError } from '../../program.ts';
import { type Request, type Scaffold, slugOf, writeNew } from './scaffold.ts';

/**
 * Begins a cost model of a system, which every container of it has a part in. The study that it is for
 * names it from then on, unless it names another.
 */
export function newCostModel({ root, name, study, system }: Request): Scaffold {
  const title = name.trim();
  const id = slugOf(title, 'A cost model');
  const { studies } = loadStudies(root);
  const { workspace } = loadWorkspace(root, { hosts: [] });
  const owner = study === undefined && system !== undefined ? undefined : ownerOf(studies, study);
  const element = systemCalled(workspace, system ?? owner?.meta.system ?? '');
  const path = `cost-models/${id}.ts`;
  if (id === 'audit') throw new UsageError('`audit` is the address of another page of the site.');
  const text = modelText(id, title, element, containersOf(workspace, element));
  const named = owner && nameModel(root, owner, id);
  writeNew(root, { [path]: text }, named);
  return { files: [path, ...(named ? [named.path] : [])] };
}

/** The study that is named, else the only one that has no model. */
function ownerOf(studies: readonly Study[], wanted: string | undefined): Study {
  const without = studies.filter(({ meta }) => meta.costModel === undefined);
  const found =
    wanted === undefined
      ? without.length === 1
        ? without[0]
        : undefined
      : studies.find(({ slug }) => slug === wanted);
  if (found) return found;
  const slugs = studies.map(({ slug }) => slug);
  throw new UsageError(
    wanted === undefined
      ? `Say what it is the cost of: --study ${slugs.join(' or --study ') || 'NAME'}, or --system IDENTIFIER.`
      : `There is no study \`${wanted}\`. There are ${slugs.join(', ') || 'none'}.`,
  );
}

function systemCalled(workspace: Workspace, wanted: string): Element {
  const element = indexWorkspace(workspace).byIdentifier(Identifier(wanted));
  if (element?.kind === 'SoftwareSystem') return element;
  throw new UsageError(`The workspace has no software system \`${wanted}\`.`);
}

function containersOf(workspace: Workspace, system: Element): Element[] {
  const index = indexWorkspace(workspace);
  return workspace.elements.filter(
    (one) => one.kind === 'Container' && index.lineage(one.id).includes(system),
  );
}

/** A study with the model's id below the system in its front matter; nothing where it has one. */
function nameModel(root: string, { slug, meta }: Study, id: string) {
  const path = `case-studies/${slug}/index.mdx`;
  if (meta.costModel !== undefined || !existsSync(join(root, path))) return undefined;
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text: text.replace(/^(system:[^\r\n]*)(\r?\n)/m, `$1$2costModel: ${id}$2`) };
}

/** Parts of a model: the first carries what there is to pay, the others are free for now. */
function partsText(elements: readonly Element[]): string {
  const taken = new Set<string>();
  return elements
    .map(({ name, identifier = '' }, place) => {
      const last = identifier.split('.').at(-1) ?? '';
      const key = /^[a-z][a-zA-Z0-9]*$/.test(last) && !taken.has(last) ? last : `part${place + 1}`;
      taken.add(key);
      const lines =
        place > 0
          ? '      lines: {},'
          : `      runs: [sizing.servers],
      lines: {
        servers: line('Servers', \`ec2.\${sizing.servers.size}\`, sizing.servers.running.hours()),
        egress: line('Answers to the internet', 'dt.internet_out', demand.answers),
      },`;
      return `    ${key}: {
      element: '${identifier}',
      title: ${quoted(name)},
${lines}
    },`;
    })
    .join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', ' ')}'`;
}

function modelText(
  id: string,
  title: string,
  system: Element,
  containers: readonly Element[],
): string {
  return `import { busyProcessors, defineCostModel, line, quantity, sized } from 'archfolio/cost';

// ${UNWRITTEN} where the figures below come from; a range that was guessed says so.
// ${EXAMPLE} { basis: 'measured', why: 'Gateway logs of October: 280 to 340 calls of a user.' }
const estimate = { basis: 'estimate', why: 'Until it is measured.' } as const;

export default defineCostModel({
  id: ${quoted(id)},
  title: ${quoted(title)},
  system: '${system.identifier ?? ''}',
  // ${UNWRITTEN} who counts as one user.
  // ${EXAMPLE} Anybody who opens the app in the month.
  user: 'Anybody who uses it in the month.',
  // ${UNWRITTEN} what a user asks of the system in a month, each figure with its range.
  // ${EXAMPLE} orders: { label: 'Orders of a user', unit: 'order/user', low: 0.5, likely: 1, high: 3, … }
  drivers: {
    calls: {
      label: 'Calls of a user',
      unit: 'request/user',
      low: 100,
      likely: 300,
      high: 900,
      ...estimate,
    },
    answer: {
      label: 'Size of an answer',
      unit: 'kB/request',
      low: 5,
      likely: 10,
      high: 30,
      ...estimate,
    },
    peak: {
      label: 'Busiest hour over the average',
      unit: 'ratio',
      low: 3,
      likely: 6,
      high: 9,
      ...estimate,
    },
  },
  demand({ users, drivers }) {
    const calls = users.times(drivers.calls);
    return {
      calls,
      atPeak: calls.perSecond().times(drivers.peak),
      answers: calls.times(drivers.answer).in('GB'),
    };
  },
  // ${UNWRITTEN} what is bought in steps, and the load that each size carries.
  // ${EXAMPLE} a database by its connections: sizes from db.r6g.large to db.r6g.4xlarge.
  sizing: ({ demand }) => ({
    servers: sized('Servers', {
      sizes: [{ name: 'm5.large', most: 500, CPU: quantity(2, 'vCPU') }],
      least: 2,
      carries: {
        CPU: {
          demand: busyProcessors(demand.atPeak.times(quantity(8, 'vCPU-ms/request'))),
          upTo: 0.6,
          fix: 'A larger size.',
        },
      },
    }),
  }),
  // ${UNWRITTEN} a line for each meter of each part; \`npm run cost -- --list-meters WORD\` shows the meters.
  // ${EXAMPLE} storage: line('Orders of a year', 'rds.storage', demand.stored)
  components: ({ sizing, demand }) => ({
${partsText(containers.length > 0 ? containers : [system])}
  }),
  perUnit: ['calls'],
});
`;
}
