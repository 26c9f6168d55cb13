import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { UserError } from '../errors.ts';
import { exportPeriod } from '../report-files/export.ts';
import { type PeriodId, parsePeriod } from '../reports/period.ts';
import { type CliCommand, UsageError } from './command.ts';

/** `export PERIOD --out DIR`: what is kept of a period, as files, with a manifest. */
export const exportFiles: CliCommand = {
  usage: 'export 2026Q4 --out DIR [--json] [--tenant ID]',
  summary: '导出一期的报送材料和校验清单 manifest.json；有多个租户时要写 --tenant',
  async run({ args: [said], options, targets, terminal, now }) {
    const out = options['out'];
    if (said === undefined || typeof out !== 'string' || out === '')
      throw new UsageError('请写上报送期和输出目录，例如：export 2026Q4 --out ./out');
    const period = periodOf(said);
    const { database, knowledge } = await targets.one();
    await migrate(database);
    const db = await openSqlite(database);
    try {
      const made = await exportPeriod({ db, notice: knowledge().notice, clock: { now: () => now } }, period);
      await mkdir(out, { recursive: true });
      for (const { name, content } of made.files) await writeFile(join(out, name), content);
      if (options['json'] === true) terminal.print(JSON.stringify(made.manifest));
      else for (const file of made.manifest.files) terminal.print(`${file.sha256}  ${join(out, file.name)}`);
      return 0;
    } finally {
      await db.close();
    }
  },
};

function periodOf(said: string): PeriodId {
  try {
    return parsePeriod(said);
  } catch (error) {
    if (error instanceof UserError) throw new UsageError(error.message);
    throw error;
  }
}
