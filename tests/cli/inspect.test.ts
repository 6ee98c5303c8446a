import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE } from '../support/content.ts';

const SPOTLESS = `workspace "Spotless" {
  properties {
    structurizr.inspection.* ignore
  }
  configuration {
    scope softwaresystem
  }
  model {
    reader = person "Reader" "Reads pages."
    site = softwareSystem "Site" "Shows pages."
    reader -> site "Reads" "HTTPS"
  }
  views {
    systemContext site context {
      include *
    }
  }
}
`;

function inspectFile(text: string, ...options: string[]) {
  const root = contentFolder({ 'small.dsl': text });
  return runCli(['inspect', join(root, 'small.dsl'), ...options], root);
}

describe('inspect', () => {
  it('gives severity, type and message of each violation, and their number', async () => {
    const { code, stdout } = await inspectFile(SMALL_WORKSPACE, '--json');
    const { inspections, violations } = JSON.parse(stdout);
    expect({ code, violations }).toEqual({ code: 1, violations: inspections.length });
    expect(inspections.map(({ type }: { type: string }) => type)).toContain('workspace.scope');
    expect(inspections[0]).toEqual({
      severity: 'ERROR',
      type: expect.any(String),
      message: expect.any(String),
    });
  });

  it('can exit with the number, as the official tool does', async () => {
    const { stdout } = await inspectFile(SMALL_WORKSPACE, '--json');
    const { code } = await inspectFile(SMALL_WORKSPACE, '--official-exit');
    expect(code).toBe(JSON.parse(stdout).violations);
  });

  it('succeeds where nothing is to be said', async () => {
    expect(await inspectFile(SPOTLESS)).toEqual({
      code: 0,
      stdout: 'No violations.\n',
      stderr: '',
    });
  });

  it('puts the worst first', async () => {
    const text = SPOTLESS.replace('.* ignore', '.model.* info').replace(/ "Reads pages\."/, '');
    const { stdout } = await inspectFile(text.replace('    scope softwaresystem\n', ''), '--json');
    const { inspections } = JSON.parse(stdout);
    expect(inspections.map(({ severity }: { severity: string }) => severity)).toEqual([
      'ERROR',
      'INFO',
    ]);
  });

  it('says what is wrong with a workspace that can not be read', async () => {
    const { code, stdout } = await inspectFile(
      SMALL_WORKSPACE.replace('include', 'inclde'),
      '--json',
    );
    expect({ code, errors: JSON.parse(stdout).summary.errors }).toEqual({ code: 1, errors: 1 });
  });
});
