import { spawnSync } from 'node:child_process';

/** The number of `renameat2` in Linux's table of system calls, by the name that Node gives a processor. */
const RENAMEAT2: Readonly<Record<string, number>> = { x64: 316, arm64: 276, riscv64: 276 };

/**
 * Has two entries of one disk change places in a single step, so that nobody ever finds either place
 * empty. False where the system has no such step, or nothing that asks for it: Node has no name for
 * this call, but `mv` of coreutils 9.5 and Perl, which is on nearly every Linux, have.
 */
export function exchange(a: string, b: string): boolean {
  if (process.platform !== 'linux') return false;
  const call = RENAMEAT2[process.arch];
  const tries: readonly (readonly [program: string, args: readonly string[]])[] = [
    ['mv', ['--exchange', '--no-target-directory', '--', a, b]],
    // AT_FDCWD is -100, RENAME_EXCHANGE 2.
    ...(call === undefined
      ? []
      : [
          [
            'perl',
            ['-e', `exit !!syscall ${call}, -100, $ARGV[0], -100, $ARGV[1], 2`, a, b],
          ] as const,
        ]),
  ];
  return tries.some(
    ([program, args]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0,
  );
}
