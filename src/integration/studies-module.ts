import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { StudyEntry } from '#portfolio/portfolio.ts';
import { currentSite } from './bridge.ts';

const NAME = 'virtual:archfolio/studies';
/** The id of the module, as Vite keeps it. */
export const STUDIES = `\0${NAME}`;

/**
 * Serves the texts of all studies as one module: `slug/page` to the component that renders it. The
 * content may stand outside the project, where no `node_modules` is; what its compiled text imports
 * is then looked up from here.
 */
export function studiesModule(contentRoot: string): Plugin {
  const project = fileURLToPath(new URL('../../package.json', import.meta.url));
  return {
    name: 'archfolio:studies',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id === NAME) return STUDIES;
      const bare = /^(?:@[\w-]+\/)?[\w-]/.test(id);
      if (!bare || !importer?.startsWith(contentRoot) || importer.includes('/node_modules/'))
        return null;
      return this.resolve(id, project, { skipSelf: true });
    },
    load(id) {
      if (id !== STUDIES) return null;
      return moduleText(currentSite().portfolio.studies, contentRoot);
    },
  };
}

/** `import` and one table; names of files are written as JSON, so that none can break out. */
function moduleText(studies: readonly StudyEntry[], contentRoot: string): string {
  const pages = studies.flatMap(({ study }) =>
    study.pages.map((page) => ({
      key: `${study.slug}/${page.name}`,
      file: `${contentRoot}/${page.source.name}`,
    })),
  );
  const imports = pages.map(
    ({ file }, index) => `import page${index} from ${JSON.stringify(file)};`,
  );
  const entries = pages.map(({ key }, index) => `  ${JSON.stringify(key)}: page${index},`);
  return [...imports, 'export const studyBodies = {', ...entries, '};', ''].join('\n');
}
