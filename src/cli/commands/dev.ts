import { dev } from 'astro';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, portOption, runCommand } from '../program.ts';
import { prepareSite } from '../site.ts';

interface Options {
  readonly root?: string;
  readonly port: number;
  readonly host?: string;
}

/** `archfolio dev`: serves the site and follows every edit until it is stopped. */
export function runDev(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'dev',
    'Serves the site; an edit shows in the open page at once.',
    ports,
  )
    .option('--root <dir>', 'take the content from another folder')
    .addOption(portOption())
    .option('--host <address>', 'listen on this address instead of localhost')
    .addHelpText('after', '\nExample:\n  npm run dev -- --port 8080\n')
    .action(async ({ root, port, host }: Options) => {
      const site = await prepareSite(root, {}, ports);
      if (!site) throw new ExitCode(EXIT.findings);
      const server = await dev({
        ...site.astro,
        server: { port, ...(host !== undefined && { host }) },
      });
      const { address, port: at } = server.address;
      const name = address === '127.0.0.1' || address === '::1' ? 'localhost' : address;
      ports.stdout(
        `Serving http://${name}:${at}${site.content.config?.base ?? '/'}  (Ctrl+C stops)\n`,
      );
      await new Promise<void>((done) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
      });
      await server.stop();
    });
  return runCommand(command, args, ports);
}
