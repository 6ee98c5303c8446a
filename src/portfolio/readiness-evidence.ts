import type { Artifact } from '#case-study/artifacts.ts';
import { type Cut, cutSeconds } from '#case-study/lists/walkthrough.ts';
import type { Study } from '#case-study/study.ts';
import type { View } from '#model/views.ts';
import { viewTitle } from '#views/titles.ts';
import { costPath, schemaPath, studyPath, viewPath } from './addresses.ts';
import { formatClock, plural } from './format.ts';
import type { PageLink } from './pages/links.ts';
import { hasSchemaPage } from './pages/schema.ts';
import type { Portfolio, StudyEntry } from './portfolio.ts';

/** Where a study shows an artifact; nothing where it does not. */
type Finder = (entry: StudyEntry, portfolio: Portfolio) => readonly PageLink[];

/** How each artifact is found, and what to write where it is missing. */
export const EVIDENCE: Readonly<Record<Artifact, { find: Finder; write: string }>> = {
  context: {
    find: views('SystemContext'),
    write: 'a `systemContext` view of its system in the workspace',
  },
  containers: { find: views('Container'), write: 'a `container` view of its system' },
  components: { find: views('Component'), write: 'a `component` view of its key container' },
  sequences: { find: views('Dynamic'), write: 'a `dynamic` view of each critical flow' },
  schema: {
    find(entry, portfolio) {
      if (hasSchemaPage(entry)) return [{ text: 'Tables', href: schemaPath(entry.study.slug) }];
      return pagesWith(['ErDiagram', 'Schema'], /^(?:database )?schema$/i)(entry, portfolio);
    },
    write: '`schema.sql` beside it',
  },
  infrastructure: {
    find: views('Deployment'),
    write: 'a `deployment` view for each of the two sizes',
  },
  decisions: {
    find({ study, decisions }, { addresses }) {
      const [first] = decisions;
      if (!first || decisions.length < leastDecisions(study.meta.flagship)) return [];
      return [{ text: plural(decisions.length, 'decision'), href: addresses.record(first) }];
    },
    write: 'records of its three key decisions, five for the flagship: `npm run adr -- new …`',
  },
  nfrs: list('nfrs', 'requirement', 'Nfrs'),
  cost: {
    find: ({ cost }) => (cost ? [{ text: cost.title, href: costPath(cost.id) }] : []),
    write: 'a cost model in `cost-models/`, named by `costModel`',
  },
  risks: list('risks', 'risk', 'Risks'),
  runbook: {
    find: pagesWith(['Runbook'], /\brunbook\b/i),
    write: '`runbook.mdx`: alerts with thresholds, the first five minutes, the way back',
  },
  failures: list('failureModes', 'failure mode', 'FailureModes', 'failure-modes'),
  'trade-offs': {
    find({ decisions }, { addresses }) {
      return decisions
        .filter(({ consequences, options }) => {
          const argued = options.some(({ pros, cons }) => pros.length + cons.length > 0);
          return argued && (consequences?.givenUp.length ?? 0) > 0;
        })
        .map((record) => ({ text: record.title, href: addresses.record(record) }));
    },
    write: 'a decision that argues its options and says what was given up',
  },
  plain: {
    find: pagesWith(['PlainWords'], /\bplain words\b|\bwithout jargon\b/i, '5-min'),
    write: `a section “In plain words”, or ${cutOf('five')}`,
  },
  rollout: list('rollout', 'step', 'Rollout'),
  pitch: {
    find: pagesWith([], /\bpitch\b/i, '3-min'),
    write: cutOf('three'),
  },
  'deep-dive': {
    find: pagesWith([], /\bdeep dive\b/i, '15-min'),
    write: cutOf('fifteen'),
  },
};

/** How many records a study needs: three, or five where everything is asked. */
function leastDecisions(flagship: boolean): number {
  return flagship ? 5 : 3;
}

function views(kind: View['kind']): Finder {
  return (entry, { index }) =>
    entry.views
      .filter((view) => view.kind === kind)
      .map((view) => ({ text: viewTitle(index, view), href: viewPath(view.key) }));
}

/** A typed list of the study, shown where its component stands. */
function list(
  key: 'nfrs' | 'risks' | 'failureModes' | 'rollout',
  one: string,
  component: string,
  file: string = key,
): { readonly find: Finder; readonly write: string } {
  return {
    find({ study }) {
      const entries = study[key];
      if (entries.length === 0) return [];
      const page = pageUsing(study, component);
      return [
        { text: plural(entries.length, one), href: studyPath(study.slug, page?.name ?? 'index') },
      ];
    },
    write: `\`${file}.yaml\` beside it, and \`<${component} />\` in one of its pages`,
  };
}

/** What to write for a cut of the walkthrough. */
function cutOf(minutes: string): string {
  return `a walkthrough with a cut of ${minutes} minutes: \`walkthrough.yaml\`, and \`<Walkthrough />\` in a page`;
}

/** The first page of a study that shows what a component shows. */
function pageUsing({ pages }: Study, component: string): Study['pages'][number] | undefined {
  return pages.find(({ references }) => references.some((one) => one.component === component));
}

/** Pages that use a component, are named so, or have such a heading; or that show a walkthrough with a cut. */
function pagesWith(components: readonly string[], name: RegExp, cut?: Cut): Finder {
  return ({ study }) => {
    const pages = study.pages.flatMap((page): PageLink[] => {
      const href = studyPath(study.slug, page.name);
      if (page.references.some(({ component }) => components.includes(component))) {
        return [{ text: page.meta.title, href }];
      }
      if (page.name !== 'index' && (name.test(page.name) || name.test(page.meta.title))) {
        return [{ text: page.meta.title, href }];
      }
      const heading = page.headings.find(({ text }) => name.test(text));
      return heading ? [{ text: heading.text, href: `${href}#${heading.id}` }] : [];
    });
    const seconds = cut ? cutSeconds(study.walkthrough, cut) : 0;
    const walkthrough = pageUsing(study, 'Walkthrough');
    if (seconds === 0 || !walkthrough) return pages;
    const href = studyPath(study.slug, walkthrough.name);
    return [...pages, { text: `Walkthrough, ${formatClock(seconds)} min`, href }];
  };
}
