import type { Documentation, Element, Properties, Relationship } from './elements.ts';
import type { ViewConfiguration } from './styles.ts';
import type { View } from './views.ts';

export interface User {
  readonly username: string;
  readonly role: 'ReadOnly' | 'ReadWrite';
}

export interface WorkspaceConfiguration {
  readonly scope?: 'Landscape' | 'SoftwareSystem';
  readonly visibility?: 'Private' | 'Public';
  readonly users: readonly User[];
}

/** What tools note in a workspace's JSON about its last change; text that comes from the DSL has none. */
export interface WorkspaceRevision {
  readonly version?: string;
  /** As the JSON has it: `yyyy-MM-dd'T'HH:mm:ss'Z'`. */
  readonly lastModifiedDate?: string;
  readonly lastModifiedUser?: string;
  readonly lastModifiedAgent?: string;
  readonly thumbnail?: string;
}

/**
 * A Structurizr workspace, flat: elements and relationships in the order of their ids, parents by
 * id. The nesting of Structurizr's JSON is made in `to-json.ts` and undone in `from-json.ts`.
 */
export interface Workspace {
  readonly id: number;
  readonly name: string;
  readonly description?: string;
  readonly properties: Properties;
  readonly configuration: WorkspaceConfiguration;
  readonly revision?: WorkspaceRevision;
  readonly documentation: Documentation;
  /** The JSON that it was read from has no field for documentation, and gets none. */
  readonly undocumented?: true;
  readonly modelProperties: Properties;
  readonly elements: readonly Element[];
  readonly relationships: readonly Relationship[];
  /** In the order of their `order`. */
  readonly views: readonly View[];
  readonly viewConfiguration: ViewConfiguration;
}
