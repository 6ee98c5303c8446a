import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { diagnostic } from './codes.ts';
import { readDocumentation } from './from-json-documentation.ts';
import { readElements } from './from-json-elements.ts';
import { readViewConfiguration } from './from-json-styles.ts';
import { readViews } from './from-json-views.ts';
import { defined, FieldFault, Fields } from './json-fields.ts';
import { readJson } from './json-source.ts';
import { validate } from './validate.ts';
import type { Workspace, WorkspaceConfiguration } from './workspace.ts';

/** What reading a workspace's JSON gives: the workspace, or what is wrong with it. */
export interface JsonResult {
  readonly workspace: Workspace | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a workspace from Structurizr's JSON, with the checks that the reference makes when it loads
 * one. The first finding carries the reference's message. Never throws.
 */
export function workspaceFromJson(source: Source): JsonResult {
  const document = readJson(source);
  if ('message' in document) {
    const { message, span } = document;
    const official = 'Could not read JSON';
    return failed([diagnostic('workspace-json-syntax', message, span, { official })]);
  }
  try {
    const { workspace, places } = readWorkspace(new Fields(source, document));
    const diagnostics = validate(workspace, places);
    return diagnostics.length > 0 ? failed(diagnostics) : { workspace, diagnostics };
  } catch (fault) {
    if (!(fault instanceof FieldFault)) throw fault;
    const { message, span, official } = fault;
    return failed([diagnostic('workspace-json-type', message, span, { official })]);
  }
}

function failed(diagnostics: readonly Diagnostic[]): JsonResult {
  return { workspace: undefined, diagnostics };
}

function readWorkspace(fields: Fields) {
  const { elements, relationships, modelProperties, places } = readElements(fields.object('model'));
  const views = readViews(fields.object('views'), elements, places);
  const description = fields.text('description');
  const revision = defined({
    version: fields.text('version'),
    lastModifiedDate: fields.text('lastModifiedDate'),
    lastModifiedUser: fields.text('lastModifiedUser'),
    lastModifiedAgent: fields.text('lastModifiedAgent'),
    thumbnail: fields.text('thumbnail'),
  });
  const workspace: Workspace = {
    id: fields.number('id') ?? 0,
    name: fields.text('name') ?? '',
    ...(description && { description }),
    ...(Object.keys(revision).length > 0 && { revision }),
    properties: fields.record('properties'),
    configuration: readConfiguration(fields.object('configuration')),
    documentation: readDocumentation(fields.object('documentation')),
    ...(!fields.object('documentation') && { undocumented: true as const }),
    modelProperties,
    elements,
    relationships,
    views,
    viewConfiguration: readViewConfiguration(fields.object('views')?.object('configuration')),
  };
  return { workspace, places };
}

function readConfiguration(fields: Fields | undefined): WorkspaceConfiguration {
  if (!fields) return { users: [] };
  return {
    ...defined({
      scope: fields.choice('scope', ['Landscape', 'SoftwareSystem'] as const),
      visibility: fields.choice('visibility', ['Private', 'Public'] as const),
    }),
    users: fields
      .objects('users')
      .map((user) => ({
        username: user.text('username') ?? '',
        role: user.choice('role', ['ReadOnly', 'ReadWrite'] as const) ?? ('ReadOnly' as const),
      }))
      .sort((a, b) => (a.username < b.username ? -1 : 1)),
  };
}
