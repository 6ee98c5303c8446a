import type { Command } from 'commander';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics } from '#diagnostics/render.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { contentRoot } from '../content-root.ts';
import { EXIT, inColor, type Ports, wantsColor } from '../ports.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { type Answers, answer } from './cost/answer.ts';
import { loadModels, loadPrices, type Models, type Prices } from './cost/load.ts';
import { type RawOptions, type Request, readOptions } from './cost/options.ts';
import { questionOf } from './cost/question.ts';
import { render } from './cost/render.ts';
import { paintFor } from './cost/text.ts';

const EXAMPLES = `
Examples:
  npm run cost -- --users 500000
  npm run cost -- --users 100000,500000 --compare
  npm run cost -- --users 500000 --explain cdn.egress
  npm run cost -- --users 500000 --breaks --sensitivity --quantiles
  npm run cost -- --users 500000 --budget 12000 --json
  npm run cost -- --users 500000 --diff main --budget +10% --format markdown
  npm run cost -- --users 500000 --model iot-ingestion --diff order-processing
  npm run cost -- --users 500000 --levers --break-even nat,endpoints
  npm run cost -- --list-meters fargate --region eu-west-1
  npm run cost -- --meter s3.standard=500 --meter dt.internet_out=12000
  npm run cost -- --audit --format markdown
`;

/** `archfolio cost`: monthly spend at a number of users, why, and what breaks first. */
export function runCost(args: readonly string[], ports: Ports): Promise<number> {
  return runCommand(costCommand(ports), args, ports);
}

/** The command with its options; its action ends with an exit code. */
export function costCommand(ports: Ports): Command {
  return newCommand(
    'cost',
    'Monthly spend at a number of users: why, and what breaks first.',
    ports,
  )
    .option('--users <n[,n…]>', 'how many users; several to see each')
    .option('--model <id>', 'one model; all of them unless given')
    .option('--region <region>', 'whose prices', 'us-east-1')
    .option(
      '--commitment <terms>',
      'none, 1y or 3y where the price book has a rate; rds=3y:all-upfront:70% for a part',
      'none',
    )
    .option('--free-tier', "subtract the account's always-free allowances")
    .option('--scenario <drivers>', 'low, likely or high', 'likely')
    .option('--choose <a[,b…]>', 'options of the models that their designs did not take')
    .option('--compare', 'several numbers of users side by side')
    .option('--diff <other>', 'from another model, region, price book (a file) or git revision')
    .option('--budget <amount>', 'exit 1 when a total is above it; with --diff also +10% or +500')
    .option('--format <format>', 'table, json, csv, markdown or focus', 'table')
    .option('--json', 'print one JSON document')
    .option('--explain <line>', 'the chain from users to a line, a component or a dimension')
    .option('--curve', 'from 1,000 to 5 million users, with every step named')
    .option('--breaks', 'every capacity and the users that use it up')
    .option('--break-even <a,b>', 'the users at which one option gets cheaper than another')
    .option('--sensitivity', 'what each driver does to the total')
    .option('--quantiles', 'P10, P50 and P90 over the ranges of all drivers')
    .option('--seed <n>', 'another draw of the quantiles')
    .option('--currency <code>', 'another currency, at the rate of cost-models/prices.yaml')
    .option('--levers [share]', 'what would save most; 2% of the total at least unless given')
    .option('--meter <dimension=quantity...>', 'price meters without a model')
    .option('--list-meters [words...]', 'what can be metered: units and prices, by service')
    .option('--audit', 'what studies claim (claims.yaml) beside what it comes to')
    .option('--root <dir>', 'take the models from another folder')
    .addHelpText('after', EXAMPLES)
    .action(async (raw: RawOptions) => {
      throw new ExitCode(await run(raw, ports));
    });
}

async function run(raw: RawOptions, ports: Ports): Promise<number> {
  const request = readOptions(raw);
  const orCurrent = request.meters.length > 0 || request.listMeters !== undefined;
  const root = contentRoot(raw.root, ports, { orCurrent });
  if (request.audit) return await runAudit(root, request, ports);
  const prices = await loadPrices(root, request);
  if (request.listMeters) {
    const { listMeters, renderMeterList } = await import('./cost/list-meters.ts');
    const paint = paintFor(wantsColor(ports));
    const list = renderMeterList(listMeters(request, prices), request, prices, paint);
    ports.stdout(inColor(list, ports));
    return finish(prices.diagnostics, ports);
  }
  if (request.meters.length > 0) {
    const { priceRequest, renderMeters } = await import('./cost/meters.ts');
    const priced = priceRequest(request, prices);
    const text = renderMeters(priced, request, paintFor(wantsColor(ports)));
    ports.stdout(inColor(text, ports));
    return finish(prices.diagnostics, ports);
  }
  if (request.diff !== undefined) {
    const [{ compareWith }, { renderDiffs }] = await Promise.all([
      import('./cost/diff.ts'),
      import('./cost/diff-text.ts'),
    ]);
    const diffs = await compareWith(request.diff, request, prices, { root, ports });
    const text = renderDiffs(diffs, request, paintFor(wantsColor(ports)));
    ports.stdout(inColor(text, ports));
    return finish(diffs.diagnostics, ports);
  }
  const models = loadModels(root, request);
  const answers = await answer(request, models, prices);
  await checkExplained(request, answers, models, prices);
  const text = await render(answers, request, ports);
  ports.stdout(request.format === 'table' ? inColor(text, ports) : text);
  return finish(answers.diagnostics, ports);
}

async function runAudit(root: string, request: Request, ports: Ports): Promise<number> {
  // A region without prices is wrong usage, as everywhere.
  await loadPrices(root, request);
  const { audit, renderAudit } = await import('./cost/audit.ts');
  const audited = await audit(root, request);
  const text = renderAudit(audited, request, paintFor(wantsColor(ports)));
  ports.stdout(inColor(text, ports));
  return finish(audited.diagnostics, ports);
}

/** Findings go to standard error; errors among them are exit code 1. */
function finish(diagnostics: readonly Diagnostic[], ports: Ports): number {
  if (diagnostics.length > 0) {
    const text = renderDiagnostics(diagnostics, { color: wantsColor(ports) });
    ports.stderr(inColor(`${text}\n`, ports));
  }
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.success;
}

/** A line that no model has is wrong usage; a demand is not a line, and leads to those it goes into. */
async function checkExplained(
  request: Request,
  { documents, diagnostics }: Answers,
  { models: loaded }: Models,
  prices: Prices,
): Promise<void> {
  const { explain } = request;
  if (explain === undefined || hasErrors(diagnostics)) return;
  const models = documents.flatMap((document) => document.models);
  if (models.some(({ explanations = [] }) => explanations.length > 0)) return;
  const known = models.flatMap(({ components }) =>
    components.flatMap(({ id, lines }) => [id, ...lines.map((line) => line.id)]),
  );
  const { linesFrom } = await import('#cost/explain/explain.ts');
  for (const { model, source } of loaded) {
    const question = questionOf({ model, source }, request, prices, request.users[0] ?? 1);
    const [line] = linesFrom(model, question, explain);
    if (line === undefined) continue;
    throw new UsageError(
      `\`${explain}\` is a demand of ${model.id} and no line. --model ${model.id} --explain ${line} shows how it comes about, and what it becomes.`,
    );
  }
  const hint = didYouMean(explain, known) ?? 'The table shows their names.';
  throw new UsageError(`No line, component or dimension is called \`${explain}\`. ${hint}`);
}
