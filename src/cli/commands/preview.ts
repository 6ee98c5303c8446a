import { existsSync } from 'node:fs';
import { readContent } from '../content.ts';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, portOption, runCommand } from '../program.ts';
import { serveSite } from '../site-server.ts';

interface Options {
  readonly root?: string;
  readonly port: number;
  readonly host?: string;
}

/** `archfolio preview`: serves what `build` wrote until it is stopped. */
export function runPreview(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'preview',
    'Serves what was built, with the headers that a host would send.',
    ports,
  )
    .option('--root <dir>', 'the content folder whose dist/ is served')
    .addOption(portOption())
    .option('--host <address>', 'listen on this address instead of localhost')
    .addHelpText('after', '\nExample:\n  npm run preview -- --port 8080\n')
    .action(async ({ root, port, host }: Options) => {
      const content = await readContent(root, {}, ports);
      const folder = `${content.root}/dist`;
      if (!existsSync(folder)) {
        ports.stderr('error: nothing has been built yet. Run `npm run build` first.\n');
        throw new ExitCode(EXIT.findings);
      }
      const base = content.config?.base ?? '/';
      const server = await serveSite({ folder, base, port, host });
      ports.stdout(`Serving ${server.origin}${base}  (Ctrl+C stops)\n`);
      await new Promise<void>((done) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
      });
      await server.stop();
    });
  return runCommand(command, args, ports);
}
