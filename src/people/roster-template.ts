import writeXlsxFile from 'write-excel-file/universal';
import type { NoticeNames } from './notice-names.ts';
import { ROLE_NAMES } from './texts.ts';

const HEADINGS = ['单位', '姓名', '手机', '角色'];

/** An xlsx roster to fill in: a row for each unit, the number's column as text so that no digit is lost. */
export async function rosterTemplate({ units }: NoticeNames): Promise<Uint8Array> {
  const heading = HEADINGS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = units.map((unit) => [
    { value: unit.name },
    null,
    { value: '', type: String, format: '@' },
    { value: ROLE_NAMES.liaison },
  ]);
  const file = writeXlsxFile([heading, ...rows], {
    sheet: '联络员名册',
    columns: [{ width: 28 }, { width: 12 }, { width: 16 }, { width: 12 }],
  });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
