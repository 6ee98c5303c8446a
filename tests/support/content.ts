import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A content folder of its own, with these files; it goes when the test ends. */
export function contentFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'archfolio-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return root;
}

/** Writes files below a folder, with the folders that they need. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** The least workspace that has something to draw. */
export const SMALL_WORKSPACE = `workspace "Small" {
  model {
    reader = person "Reader"
    site = softwareSystem "Site" {
      pages = container "Pages" "Shows what was built." "HTML"
    }
    reader -> site.pages "Reads" "HTTPS"
  }
  views {
    container site containers {
      include *
      autolayout
    }
  }
}
`.replace('workspace "Small" {', 'workspace "Small" {\n  !identifiers hierarchical');

/** A study that goes with it: a draft, of which nothing is asked that it does not have. */
export const SMALL_STUDY = `---
title: The site
summary: It shows pages.
order: 1
system: site
draft: true
---
It shows pages.

<Diagram view="containers" />
`;

/** A cost model that goes with it, of the fewest parts. */
export const SMALL_MODEL = `import { defineCostModel, line } from 'archfolio/cost';

export default defineCostModel({
  id: 'site',
  title: 'The site',
  system: 'site',
  user: 'Anybody who reads a page in the month.',
  drivers: {
    traffic: {
      label: 'Pages that a reader looks at',
      unit: 'GB/user',
      low: 0.01,
      likely: 0.02,
      high: 0.05,
      basis: 'estimate',
      why: 'Ten pages of two megabytes.',
    },
  },
  demand: ({ users, drivers }) => ({ traffic: users.times(drivers.traffic) }),
  sizing: () => ({}),
  components: ({ demand }) => ({
    pages: {
      element: 'site.pages',
      title: 'Pages',
      lines: { out: line('To readers', 'dt.internet_out', demand.traffic) },
    },
  }),
});
`;
