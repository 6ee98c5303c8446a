/** A package as a lock file has it, as far as we look. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly packages: Record<string, LockedPackage>;
}

export function readLock(text: string): LockFile {
  return JSON.parse(text);
}

/** Optional parts that a package names and the lock file lacks. */
export function missingParts({
  packages,
}: LockFile): { name: string; version: string; by: string }[] {
  return Object.entries(packages).flatMap(([by, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name]) => !packages[`node_modules/${name}`] && !packages[`${by}/node_modules/${name}`],
      )
      .map(([name, range]) => ({ name, version: range.replace(/^[\^~]/, ''), by })),
  );
}
