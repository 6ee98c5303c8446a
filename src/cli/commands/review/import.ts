import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { Source } from '#diagnostics/source.ts';
import { checkReview, type PlacedComment } from '#portfolio/pages/review/check-review.ts';
import { readComments } from '#portfolio/pages/review/comments.ts';
import { loadPortfolio } from '#sources/load.ts';
import { readContent } from '../../content.ts';
import { EXIT, type Ports, wantsColor } from '../../ports.ts';
import { ExitCode, newCommand, requireFile, runCommand } from '../../program.ts';
import { costPlace } from './cost-place.ts';

interface Options {
  readonly root?: string;
  readonly json?: boolean;
}

/** A comment beside its place, as `--json` prints it. */
interface Listed {
  readonly address: string;
  readonly label: string;
  readonly text: string;
  /** Whether the study still has the place. */
  readonly exists: boolean;
  /** Where the place is written, from the content's root. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** `archfolio review import`: the comments of a review beside what they are about. */
export function runImport(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'review',
    'Lists the comments of a review beside what they are about, and says what is no more.',
    ports,
  )
    .usage('import FILE [options]')
    .argument('<file>', 'Markdown that a review page copied or downloaded')
    .option('--root <dir>', 'take the content from another folder')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run review -- import review-mobile-commerce.md\n  npm run review -- import issue.md --json\n',
    )
    .action(async (file: string, { root, json }: Options) => {
      requireFile(file, ports);
      const source = new Source(file, readFileSync(resolve(ports.cwd, file), 'utf8'));
      const review = readComments(source);
      const content = await readContent(root, {}, ports);
      const loaded = content.config && (await loadPortfolio(content.root, content.config));
      const broken = [...content.diagnostics, ...(loaded?.diagnostics ?? [])].filter(
        ({ severity }) => severity === 'error',
      );
      const checked = loaded?.portfolio
        ? checkReview(loaded.portfolio, review)
        : { comments: [], diagnostics: [] };
      const diagnostics = [...broken, ...review.diagnostics, ...checked.diagnostics];
      const comments = checked.comments.map((one) => listed(one, content.root));
      if (json) {
        const found = diagnosticsToJson(diagnostics);
        ports.stdout(`${JSON.stringify({ study: review.study, comments, ...found }, null, 2)}\n`);
      } else {
        ports.stdout(comments.map(told).join('\n'));
        tell(diagnostics, ports);
      }
      throw new ExitCode(hasErrors(diagnostics) ? EXIT.findings : EXIT.success);
    });
  return runCommand(command, args, ports);
}

function listed({ comment, anchor }: PlacedComment, root: string): Listed {
  const { address, label, text } = comment;
  const place = anchor?.span?.source.positionAt(anchor.span.start);
  const file = anchor?.span?.source.name ?? anchor?.file;
  return {
    address,
    label,
    text,
    exists: anchor !== undefined,
    ...(file !== undefined && { file }),
    ...(place ?? (file !== undefined ? costPlace(root, file, address) : {})),
  };
}

function told({ address, label, text, file, line, column, exists }: Listed): string {
  const where = file === undefined ? '' : [file, line, column].filter(Boolean).join(':');
  const head = exists ? `${where}\n  ${label}  ${address}` : `no more: ${label}  ${address}`;
  return `${head}\n${text.replace(/^(?=.)/gm, '    ')}\n`;
}

function tell(diagnostics: readonly Diagnostic[], ports: Ports): void {
  if (diagnostics.length === 0) return;
  ports.stderr(`\n${renderDiagnostics(diagnostics, { color: wantsColor(ports) })}\n\n`);
  ports.stderr(`${renderSummary(diagnostics)}\n`);
}
