import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { PROJECT, runCli } from './cli.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The sample, built for `https://example.org`. */
    plainSite: string;
    /** The sample, built for `https://example.org/portfolio`. */
    basedSite: string;
  }
}

/** Builds the sample once for a suite, with and without a base path. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = `${PROJECT}/.cache/test-sites-${project.name}`;
  rmSync(folder, { recursive: true, force: true });
  const site = ['--site', 'https://example.org'];
  await build(['build', ...site, '--output', `${folder}/plain`]);
  await build(['build', ...site, '--base', '/portfolio', '--output', `${folder}/based`]);
  project.provide('plainSite', `${folder}/plain`);
  project.provide('basedSite', `${folder}/based`);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function build(args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runCli(args);
  if (code !== 0) throw new Error(`The sample does not build.\n${stdout}\n${stderr}`);
}
