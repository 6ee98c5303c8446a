import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE, writeFiles } from '../support/content.ts';

/** What the tool writes: not what our own reading would give, so that one can tell them apart. */
const RECORDED = {
  id: 0,
  name: 'Read by the tool',
  configuration: {},
  documentation: {},
  model: { people: [{ id: '1', name: 'Reader', tags: 'Element,Person' }] },
  properties: { 'structurizr.inspection.error': '3' },
  views: { configuration: { styles: {}, terminology: {} } },
};

/**
 * A stand-in with the words and the habits of the tool: it takes `export -workspace F -format json
 * -output D`, says what it does, and refuses a file that holds nonsense in the tool's manner.
 */
function standIn(refusal: string): string {
  return `#!/bin/sh
echo "$TZ $*" > "$(dirname "$0")/called"
[ "$1 $2 $4 $5 $6" = "export -workspace -format json -output" ] || { echo "Unknown command: $1"; exit 1; }
if grep -q nonsense "$3"; then
  ${refusal}
  exit 1
fi
echo "Exporting workspace from $3"
echo " - exporting with JsonWorkspaceExporter"
stem=$(basename "$3"); stem=\${stem%.*}
cp "$(dirname "$0")/recorded.json" "$7/$stem.json"
echo " - finished"
`;
}

/** The command line of 2025 prints a stack on standard error. */
const OF_2025 = standIn(`{
    echo "com.structurizr.dsl.StructurizrDslParserException: Unexpected tokens at line 3 of $3: nonsense here"
    echo "	at com.structurizr.dsl.StructurizrDslParser.parse(StructurizrDslParser.java:1)"
  } >&2`);

/** The application of 2026 says it in one line. */
const OF_2026 = standIn('echo "Unexpected tokens at line 3 of $3: nonsense here"');

function withTool(name: string, script: string) {
  const root = contentFolder({
    'small.dsl': SMALL_WORKSPACE,
    'bad.dsl': 'workspace {\n  model {\n    nonsense here\n  }\n}\n',
    [`bin/${name}`]: script,
    'bin/recorded.json': JSON.stringify(RECORDED),
  });
  const tool = join(root, 'bin', name);
  chmodSync(tool, 0o755);
  return { root, tool, path: `${join(root, 'bin')}${delimiter}${process.env.PATH}` };
}

const EXPORT = ['export', 'small.dsl', '--format', 'json', '--output', '-', '--engine'];

describe.each([
  ['structurizr.sh', OF_2025],
  ['structurizr-cli', OF_2025],
  ['structurizr', OF_2026],
])('the tool as %s', (name, script) => {
  it('is found on the PATH and its JSON is passed on', async () => {
    const { root, path, tool } = withTool(name, script);
    const { code, stdout } = await runCli([...EXPORT, 'structurizr-cli'], root, { PATH: path });
    const { name: title, properties } = JSON.parse(stdout);
    expect({ code, title, properties }).toEqual({
      code: 0,
      title: RECORDED.name,
      properties: RECORDED.properties,
    });
    const called = readFileSync(join(root, 'bin/called'), 'utf8');
    expect(called).toMatch(
      /^UTC export -workspace \S+\/small\.dsl -format json -output \S+archfolio-engine-\S+\n$/,
    );
    expect(tool).toContain(name);
  });

  it('is named by STRUCTURIZR_CLI, and its message has its place', async () => {
    const { root, tool } = withTool(name, script);
    const args = ['check', 'bad.dsl', '--json', '--engine', 'structurizr-cli'];
    const { code, stdout } = await runCli(args, root, { STRUCTURIZR_CLI: tool });
    expect({ code, found: JSON.parse(stdout).diagnostics }).toEqual({
      code: 1,
      found: [
        {
          code: 'engine-error',
          severity: 'error',
          message: 'Unexpected tokens.',
          file: 'bad.dsl',
          line: 3,
          column: 5,
          endLine: 3,
          endColumn: 18,
          official: 'Unexpected tokens at line 3: nonsense here',
        },
      ],
    });
  });
});

describe('an engine', () => {
  it('says how to get the tool where it is missing', async () => {
    const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
    for (const extra of [{ PATH: root }, { STRUCTURIZR_CLI: 'nowhere/structurizr.sh' }]) {
      const { code, stderr } = await runCli([...EXPORT, 'structurizr-cli'], root, extra);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/engine-missing[\s\S]*STRUCTURIZR_CLI/),
      });
    }
  });

  it('may be a command with words of its own', async () => {
    const { root, tool } = withTool('structurizr.sh', OF_2026);
    const { code, stdout } = await runCli([...EXPORT, 'structurizr-cli'], root, {
      STRUCTURIZR_CLI: `sh ${tool}`,
    });
    expect({ code, title: JSON.parse(stdout).name }).toEqual({ code: 0, title: RECORDED.name });
  });

  it('is our own unless another is asked for, and only one of two', async () => {
    const { root, tool } = withTool('structurizr.sh', OF_2025);
    const own = await runCli([...EXPORT, 'native'], root, { STRUCTURIZR_CLI: tool });
    expect(JSON.parse(own.stdout).name).toBe('Small');
    expect((await runCli([...EXPORT, 'other'], root)).code).toBe(2);
  });

  it('can be that of the whole content', async () => {
    const { root, tool } = withTool('structurizr.sh', OF_2025);
    writeFiles(root, { 'workspace.dsl': 'workspace {\n  model {\n    nonsense here\n  }\n}\n' });
    const args = ['check', '--root', root, '--json', '--engine', 'structurizr-cli'];
    const { stdout } = await runCli(args, root, { STRUCTURIZR_CLI: tool });
    const codes = JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
    expect(codes).toContain('engine-error');
  });
});

it('writes a workspace as DSL, and tells what that can not say', async () => {
  const placed = {
    ...RECORDED,
    views: { systemLandscapeViews: [{ key: 'k', order: 1, elements: [{ id: '1', x: 9, y: 9 }] }] },
  };
  const root = contentFolder({ 'small.json': JSON.stringify(placed) });
  const args = ['export', 'small.json', '--format', 'dsl', '--output', '.'];
  const { code, stderr } = await runCli(args, root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('warning: Places') });
  const over = await runCli(['export', 'small.dsl', '--format', 'dsl'], root);
  expect(over).toMatchObject({ code: 2, stderr: expect.stringContaining('over the workspace') });
  const again = await runCli(['check', 'small.dsl'], root);
  expect(again).toMatchObject({ code: 0, stdout: 'No problems found.\n' });
});
