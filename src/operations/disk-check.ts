import { type Check, check } from './check.ts';

/** In bytes. */
export interface DiskSpace {
  free: number;
  database: number;
}

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;
/** Backups of a week and more lie beside the database, and one is written before an old one goes. */
const TIMES_DATABASE = 3;

export function diskCheck({ free, database }: DiskSpace): Check {
  const says = `数据盘剩余 ${(free / GIGABYTE).toFixed(1)} GB，数据库 ${Math.ceil(database / MEGABYTE)} MB`;
  const ok = free >= Math.max(GIGABYTE, TIMES_DATABASE * database);
  return check('disk', ok, says, '清理磁盘或扩容；写满后收到的消息会存不下来，备份也会失败');
}
