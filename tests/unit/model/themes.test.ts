import { expect, it } from 'vitest';
import { knownThemes, unknownThemes } from '#model/themes.ts';
import { styleSheet } from '#views/styles.ts';
import { dslOf, indexOf } from '../../support/workspaces.ts';

it('knows the default theme by its name, and no other address', () => {
  const views = 'theme default \n theme https://example.org/theme.json';
  const index = indexOf(dslOf('user = person "User"', views));
  const [theme, ...others] = knownThemes(index.workspace);
  expect(others).toEqual([]);
  expect(unknownThemes(index.workspace)).toEqual(['https://example.org/theme.json']);
  const [user] = index.workspace.elements;
  const style = user && theme && styleSheet(index, [theme]).node(user);
  expect(style?.light).toEqual({ background: '#08427b', color: '#ffffff' });
});
