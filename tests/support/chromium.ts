import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
] as const;

/** Whether `launchBrowser` starts the browser of the development dependency, the same on every machine. */
export function isOwnBrowser(): boolean {
  return isX64Linux() && process.env.CHROMIUM === undefined;
}

/**
 * A browser for tests: the one in the development dependency on x64 Linux, with its own copies of
 * system libraries where the machine lacks them; elsewhere Chromium or Chrome of the system, or of
 * CHROMIUM. Without any the run fails and says what to install.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM ?? (isX64Linux() ? undefined : SYSTEM.find(existsSync));
  if (own) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  if (!isX64Linux()) {
    throw new Error(
      'The browser tests need Chromium or Chrome: install one, or set CHROMIUM to its path.',
    );
  }
  const executablePath = await sparticuz.executablePath();
  // Not the package's own flags: with `--in-process-gpu` one launch in twelve ends by SIGSEGV, and its
  // lax security is nothing to test a policy under.
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  try {
    return await chromium.launch({ executablePath, args });
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error;
    const archive = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
    const libraries = `${await inflate(fileURLToPath(archive))}/lib`;
    return chromium.launch({
      executablePath,
      args,
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    });
  }
}

function isX64Linux(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}
