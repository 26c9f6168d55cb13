import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DiskSpace } from './disk-check.ts';

/** What is free where a database lies, and how large it is. Node only. */
export async function diskSpace(databasePath: string): Promise<DiskSpace> {
  const [disk, file] = await Promise.all([statfs(dirname(databasePath)), stat(databasePath)]);
  return { free: disk.bavail * disk.bsize, database: file.size };
}
