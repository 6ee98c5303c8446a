import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

describe('help and version', () => {
  it.each<[readonly string[], RegExp]>([
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['help'], /^Usage: archfolio COMMAND/],
    [['help', 'cost'], /^Usage: cost[\s\S]*--users[\s\S]*Examples:/],
    [['help', 'adr', 'new'], /^usage: adr new/],
  ])('%j exits 0', async (args, message) => {
    const { code, stdout } = await runCli(args);
    expect(stdout).toMatch(message);
    expect(code).toBe(0);
  });
});

describe('what is named and not there', () => {
  it.each<[readonly string[], number, RegExp]>([
    [['check', 'nofile.dsl'], 2, /no file `nofile\.dsl`/],
    [['upgrade', 'nofile.dsl'], 2, /no file `nofile\.dsl`/],
    [['inspect', 'nofile.dsl'], 2, /no file `nofile\.dsl`/],
    [['export', 'nofile.dsl', '--format', 'json'], 2, /no file `nofile\.dsl`/],
    [['adr', 'show', '39'], 1, /Did you mean `00\d\d-/],
    [['help', 'cots'], 2, /Did you mean `cost`\?/],
  ])('%j', async (args, expected, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
  });
});

describe('numbers of users', () => {
  it.each<[string, RegExp]>([
    ['500,000', /write 500000/],
    ['500k', /Write 500000/],
    ['1,000,000', /write 1000000/],
    ['000', /whole numbers/],
    ['007', /whole numbers/],
    ['100,', /whole numbers/],
    ['100000,100000', /100000 twice/],
  ])('%s: wrong usage', async (users, message) => {
    const { code, stdout, stderr } = await runCli(['cost', '--users', users]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

it.each<[readonly string[]]>([
  [['cost', '--json']],
  [['cost', '--users', 'x', '--json']],
  [['cost', '--usres', '5', '--json']],
  [['check', 'nofile.dsl', '--json']],
])('%j prints one JSON document', async (args) => {
  const { code, stdout } = await runCli(args);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    diagnostics: [{ code: 'wrong-usage', severity: 'error' }],
    summary: { errors: 1, warnings: 0 },
  });
});
