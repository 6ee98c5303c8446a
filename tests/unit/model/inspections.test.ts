import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { inspect } from '#model/inspections.ts';
import { scopeViolation } from '#model/scope.ts';

function read(text: string) {
  const { workspace } = parseWorkspace(new Source('workspace.dsl', text));
  if (!workspace) throw new Error('no workspace');
  return workspace;
}

const types = (text: string) =>
  inspect(read(text)).map(({ type, severity }) => `${severity} ${type}`);

describe('inspections', () => {
  it('name what a model lacks', () => {
    const found = types('workspace {\n  model {\n    a = person A\n    softwareSystem B\n  }\n}');
    expect(found).toContain('ERROR model.person.description');
    expect(found).toContain('ERROR model.element.disconnected');
  });

  it('take their severity from properties, the nearest first', () => {
    const found = types(
      'workspace {\n  model {\n    properties {\n      structurizr.inspection.model.person.description warning\n    }\n    a = person A {\n      properties {\n        structurizr.inspection.model.element.disconnected ignore\n      }\n    }\n  }\n}',
    );
    expect(found).toContain('WARNING model.person.description');
    expect(found).toContain('IGNORE model.element.disconnected');
  });
});

describe('scope', () => {
  const workspace = (scope: string, systems: string) =>
    read(`workspace {\n  model {\n${systems}\n  }\n  configuration {\n    scope ${scope}\n  }\n}`);
  const detailed = (name: string) => `softwareSystem ${name} {\n  container C\n}`;

  it('of one system has one system with containers', () => {
    expect(scopeViolation(workspace('softwareSystem', detailed('A')))).toBeUndefined();
    expect(
      scopeViolation(workspace('softwareSystem', `${detailed('A')}\n${detailed('B')}`)),
    ).toMatch(/software system/);
  });

  it('of a landscape has none', () => {
    expect(scopeViolation(workspace('landscape', 'softwareSystem A'))).toBeUndefined();
    expect(scopeViolation(workspace('landscape', detailed('A')))).toMatch(/landscape/i);
  });
});
