import { syncBuiltinESMExports } from 'node:module';

/**
 * Keeps code that is not ours from ending the process: `process.exit` throws until the function that
 * comes back is called, so that the call is found where it stands.
 */
export function forbidExit(): () => void {
  const { exit } = process;
  process.exit = (code) => {
    throw new Error(`It calls \`process.exit(${code ?? ''})\`, which would end Archfolio.`);
  };
  // For `import { exit } from 'node:process'`.
  syncBuiltinESMExports();
  return () => {
    process.exit = exit;
    syncBuiltinESMExports();
  };
}
