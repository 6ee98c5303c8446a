import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder } from '../support/content.ts';

const OLD = {
  'old.dsl':
    '\uFEFFworkspace "Old" {\r\n  model {\r\n    !include people.dsl\r\n  }\r\n  views {\r\n    branding {\r\n    }\r\n  }\r\n}\r\n',
  'people.dsl': 'enterprise "Firm" {\n  !include staff.dsl\n}\n',
  'staff.dsl': `!constant ROLE "Clerk" \nclerk = person "\${ROLE}" // said twice\n`,
};

const NEW = {
  'old.dsl':
    '\uFEFFworkspace "Old" {\r\n  model {\r\n    !include people.dsl\r\n  }\r\n  views {\r\n  }\r\n}\r\n',
  'people.dsl': 'group "Firm" {\n  !include staff.dsl\n}\n',
  'staff.dsl': `!const ROLE "Clerk" \nclerk = person "\${ROLE}" // said twice\n`,
};

const filesIn = (root: string) =>
  Object.fromEntries(
    readdirSync(root).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );

describe('upgrade', () => {
  it('shows a diff that can be applied, and changes nothing', async () => {
    const root = contentFolder(OLD);
    const { code, stdout } = await runCli(['upgrade', 'old.dsl'], root);
    expect({ code, files: filesIn(root) }).toEqual({ code: 0, files: OLD });
    writeFileSync(join(root, 'a.diff'), stdout);
    const { status } = spawnSync('git', ['apply', 'a.diff'], { cwd: root });
    expect({ status, ...filesIn(root) }).toEqual({ status: 0, 'a.diff': stdout, ...NEW });
  });

  it('writes the workspace and what it includes, once', async () => {
    const root = contentFolder(OLD);
    expect((await runCli(['upgrade', 'old.dsl', '--write'], root)).code).toBe(0);
    expect(filesIn(root)).toEqual(NEW);
    const again = await runCli(['upgrade', 'old.dsl'], root);
    expect({ code: again.code, diff: again.stdout }).toEqual({ code: 0, diff: '' });
  });

  it.each([
    [['nothing.dsl'], 'no file'],
    [['workspace.json'], 'JSON'],
    [[], 'missing'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await runCli(
      ['upgrade', ...args],
      contentFolder({ 'workspace.json': '{}' }),
    );
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
  });

  it('leaves a file that is no text alone', async () => {
    const root = contentFolder({});
    writeFileSync(join(root, 'latin.dsl'), Buffer.from('!constant A \xE9', 'latin1'));
    const { code, stderr } = await runCli(['upgrade', 'latin.dsl', '--write'], root);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('utf-8') });
    expect(readFileSync(join(root, 'latin.dsl'), 'latin1')).toBe('!constant A \xE9');
  });
});
