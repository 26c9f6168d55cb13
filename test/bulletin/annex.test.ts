import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ItemSheet, ReportSheet, ReportValueRow } from '../../db/queries/reports.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { annexXlsx } from '../../src/bulletin/annex.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';

const value = (of: Partial<ReportValueRow>) =>
  ({
    indicator: 'x',
    what: '办理时限',
    comparator: '<=',
    target: 21,
    up_to: null,
    measured_in: '个工作日',
    value: null,
    no_data: null,
    no_data_accepted: 0,
    ...of,
  }) as ReportValueRow;
const sheet = (unit: string, status: ReportStatus, values: ReportValueRow[] = []) =>
  ({
    report: { unit, status, round: 1, first_submitted_at: null },
    items: [{ title: '措施14', values, progress: '', problems: '', next_steps: '' } as unknown as ItemSheet],
  }) as unknown as ReportSheet;
const made = () =>
  annexXlsx({
    period: { id: '2026Q4', due_on: '2027-01-08' } as never,
    notice: indexNotice(defaultNotice()),
    sheets: [
      sheet('power', 'accepted', [
        value({ raw: '约18个工作日', value: 18 }),
        value({ comparator: 'reduce', target: 30, measured_in: '%', raw: '15％', value: 15 }),
        value({ raw: '暂无数据：年底统计', no_data: '年底统计' }),
      ]),
      sheet('audit', 'draft', [value({ raw: '9', value: 9 })]),
      sheet('finance', 'none'),
      sheet('commerce', 'returned'),
    ],
  });

it('has numbers that can be counted with, a percentage with its word, and nothing of what is not handed in', async () => {
  const bytes = await made();
  const [filing, targets] = readXlsx(bytes).map(({ rows }) => rows.map(({ cells }) => cells));
  expect(filing?.slice(2).map((cells) => cells[1])).toEqual(['采纳', '未报送', '未报送', '退回']);
  expect(targets?.slice(2).map((cells) => cells.slice(3))).toEqual([
    ['≤ 21 个工作日', '18', '达到'],
    ['压缩 30%', '压缩 15%', '未达到'],
    ['≤ 21 个工作日', '暂无数据：年底统计', '未报送'],
    ['≤ 21 个工作日', '', '未报送'],
  ]);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<c r="E3" s="\d+"><v>18<\/v>/);
});
