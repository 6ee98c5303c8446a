import type { Theme } from './styles.ts';
import type { Workspace } from './workspace.ts';

/** The address that `theme default` of the DSL stands for. */
const DEFAULT_ADDRESS = 'https://static.structurizr.com/themes/default/theme.json';

const none = { properties: {} };

/** Structurizr's default theme; its few styles are known here, so that nothing is fetched for it. */
const DEFAULT_THEME: Theme = {
  name: DEFAULT_ADDRESS,
  elements: [
    { tag: 'Element', shape: 'RoundedBox', ...none },
    { tag: 'Software System', background: '#1168bd', color: '#ffffff', ...none },
    { tag: 'Container', background: '#438dd5', color: '#ffffff', ...none },
    { tag: 'Component', background: '#85bbf0', color: '#000000', ...none },
    { tag: 'Person', background: '#08427b', color: '#ffffff', shape: 'Person', ...none },
    { tag: 'Infrastructure Node', background: '#ffffff', ...none },
  ],
  relationships: [],
};

/**
 * The themes of a workspace that are at hand, in its order. Files are no part of it: the DSL makes their
 * styles the workspace's own. Addresses that were not fetched are left out.
 */
export function knownThemes({ viewConfiguration }: Workspace): Theme[] {
  const { themes, fetchedThemes = [] } = viewConfiguration;
  const known = [DEFAULT_THEME, ...fetchedThemes];
  return themes.flatMap((address) => known.find(({ name }) => name === address) ?? []);
}

/** Addresses of themes that are not at hand. */
export function unknownThemes(workspace: Workspace): string[] {
  const known = new Set(knownThemes(workspace).map(({ name }) => name));
  return workspace.viewConfiguration.themes.filter((address) => !known.has(address));
}
