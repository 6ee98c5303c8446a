#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { didYouMean } from '#diagnostics/suggest.ts';
import { keepCompiled } from '#sources/compiled.ts';
import { reportFault, reportLate } from './fault.ts';
import { leaveWhenUnread, leaveWith } from './leaving.ts';
import { currentFolder, EXIT, type Ports, processPorts } from './ports.ts';

/** A command: one line for the help, and the module that runs it, loaded only when it is asked for. */
interface Entry {
  readonly summary: string;
  readonly run: (args: readonly string[], ports: Ports) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  build: {
    summary: 'build the site into dist/',
    run: async (args, ports) => (await import('./commands/build.ts')).runBuild(args, ports),
  },
  dev: {
    summary: 'show the site and follow every edit',
    run: async (args, ports) => (await import('./commands/dev.ts')).runDev(args, ports),
  },
  preview: {
    summary: 'serve what was built',
    run: async (args, ports) => (await import('./commands/preview.ts')).runPreview(args, ports),
  },
  check: {
    summary: 'find everything that is wrong with the content',
    run: async (args, ports) => (await import('./commands/check.ts')).runCheck(args, ports),
  },
  export: {
    summary: 'write a workspace as JSON, SVG, PNG, Mermaid, PlantUML or DOT files',
    run: async (args, ports) => (await import('./commands/export.ts')).runExport(args, ports),
  },
  inspect: {
    summary: 'hold a workspace against the official recommendations',
    run: async (args, ports) => (await import('./commands/inspect.ts')).runInspect(args, ports),
  },
  upgrade: {
    summary: 'rewrite words that the Structurizr DSL has dropped',
    run: async (args, ports) => (await import('./commands/upgrade.ts')).runUpgrade(args, ports),
  },
  cost: {
    summary: 'monthly spend at a number of users',
    run: async (args, ports) => (await import('./commands/cost.ts')).runCost(args, ports),
  },
  adr: {
    summary: 'keep decision records, as adr-tools does',
    run: async (args, ports) => (await import('./commands/adr-main.ts')).runAdrMain(args, ports),
  },
  new: {
    summary: 'begin a part of the portfolio, its gaps marked',
    run: async (args, ports) => (await import('./commands/new.ts')).runNew(args, ports),
  },
  share: {
    summary: 'draft posts from the facts of the portfolio',
    run: async (args, ports) => (await import('./commands/share.ts')).runShare(args, ports),
  },
  review: {
    summary: 'freeze a study for a reviewer, and read what reviewers said',
    run: async (args, ports) => (await import('./commands/review.ts')).runReview(args, ports),
  },
  drawings: {
    summary: 'measure drawings in a browser',
    run: async (args, ports) =>
      (await import('./commands/drawings.ts')).runDrawingsCommand(args, ports),
  },
  conformance: {
    summary: 'compare with what Structurizr makes of a corpus',
    run: async (args, ports) =>
      (await import('./commands/conformance.ts')).runConformance(args, ports),
  },
};

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return [
    'Usage: archfolio COMMAND [options]',
    '',
    'An architecture portfolio from Structurizr DSL, case studies, decision records and cost models.',
    '',
    'Commands:',
    ...rows,
    '',
    'Each has --help with an example. In the project they are npm scripts of the same names:',
    '  npm run cost -- --users 500000',
    '',
  ].join('\n');
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Runs the command that the arguments name; gives its exit code. */
async function main([name, ...args]: readonly string[], ports: Ports): Promise<number> {
  if (name === '--version' || name === '-V') {
    ports.stdout(`${version()}\n`);
    return EXIT.success;
  }
  const [topic, ...more] = args;
  if (name === 'help' && topic !== undefined) {
    return await main(topic === 'adr' ? ['adr', 'help', ...more] : [topic, '--help'], ports);
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    ports.stdout(help());
    return EXIT.success;
  }
  if (name === undefined) {
    ports.stderr(help());
    return EXIT.usage;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry) return entry.run(args, ports);
  const hint = didYouMean(name, Object.keys(COMMANDS)) ?? 'Try `archfolio --help`.';
  ports.stderr(`error: unknown command \`${name}\`. ${hint}\n`);
  return EXIT.usage;
}

async function start(isDebug: boolean, ports: Ports): Promise<number> {
  if (currentFolder() === undefined) {
    ports.stderr('error: the folder that you are in is not there any more. Go to another one.\n');
    return EXIT.usage;
  }
  try {
    return await main(
      process.argv.slice(2).filter((arg) => arg !== '--debug'),
      ports,
    );
  } catch (error) {
    return reportFault(error, isDebug, ports);
  }
}

// Half of a short command's time goes into reading TypeScript; Node keeps what it read.
keepCompiled();
leaveWhenUnread();
const ports = processPorts();
const isDebug = process.argv.includes('--debug') || Boolean(ports.env.ARCHFOLIO_DEBUG);
await leaveWith(() => start(isDebug, ports), {
  endedEarly: () =>
    ports.stderr('error ended-early  Something ended the process before the command was done.\n'),
  threwLate: (error) => reportLate(error, isDebug, ports),
});
