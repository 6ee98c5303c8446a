import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './atomic-write.ts';

/** Makes a folder and those above it that are missing; gives the first of them, if there was one. */
export function makeFolder(path: string): string | undefined {
  try {
    return mkdirSync(path, { recursive: true });
  } catch (error) {
    // Of a disk that can only be read, Node says here that something is not there.
    if (codeOf(error) === 'ENOENT') requireWritable(dirname(path));
    throw error;
  }
}

/** Throws what the disk says where nothing can be written in a folder, or in which it would be made. */
export function requireWritable(folder: string): void {
  if (existsSync(folder)) accessSync(folder, constants.W_OK);
  else requireWritable(dirname(folder));
}
