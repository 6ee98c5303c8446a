import { expect, it } from 'vitest';
import { schemaLine } from '#sources/list-schema.ts';

it.each([
  ['this project', '/portfolio', '/portfolio/', '../../src/case-study/schemas/slos.json'],
  [
    'a project that installed it',
    '/portfolio',
    '/portfolio/node_modules/archfolio/',
    '../../node_modules/archfolio/src/case-study/schemas/slos.json',
  ],
  ['content elsewhere', '/portfolio', '/opt/archfolio/', undefined],
  ['content below the package', '/opt/archfolio/examples', '/opt/archfolio/', undefined],
])('a list of %s', (_, root, packageFolder, path) => {
  const line = schemaLine(root, `${root}/case-studies/shop/slos.yaml`, 'slos', packageFolder);
  expect(line).toBe(path === undefined ? '' : `# yaml-language-server: $schema=${path}\n`);
});

it('of this package is found from where it lies', () => {
  const root = process.cwd();
  expect(schemaLine(root, `${root}/case-studies/shop/slos.yaml`, 'slos')).toBe(
    '# yaml-language-server: $schema=../../src/case-study/schemas/slos.json\n',
  );
});
