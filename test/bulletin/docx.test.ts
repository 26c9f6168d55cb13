import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulletinDocx } from '../../src/bulletin/docx.ts';
import type { BulletinPart } from '../../src/bulletin/parts.ts';

const part = (id: string, title: string, text: string): BulletinPart => ({ id, title, text });
const PARTS: readonly BulletinPart[] = [
  part('head:issuer', '发文机关', '某区优化营商环境工作领导小组办公室'),
  part('head:title', '标题', '关于2026年第四季度工作情况的通报'),
  part('head:to', '主送', '各成员单位'),
  part('head:copies', '抄送', '领导小组组长'),
  part('overall', '总体情况', '已报送3家。\n<w:p/>&"引号"\u0007响铃'),
  part('group:1', '开办企业专项工作小组', '进展。\n1.第一项。\n（1）第一点。'),
  part('group:2', '办理建筑许可专项工作小组', '进展。'),
  part('problems', '存在问题', '没有。'),
];

let files: Record<string, string>;
let document: string;
beforeAll(async () => {
  const bytes = await bulletinDocx({ parts: PARTS, year: '2027', isDraft: true });
  files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  document = files['word/document.xml'] ?? '';
});

/** The paragraph that says this. */
function paragraph(words: string): string {
  const found = document.match(/<w:p>.*?<\/w:p>/gs)?.find((one) => one.includes(words));
  if (found === undefined) throw new Error(`no paragraph says ${words}`);
  return found;
}

describe('the bulletin as docx, GB/T 9704-2012', () => {
  it('is A4 with margins 37, 35, 28, 26 mm', () => {
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const margins = /<w:pgMar ([^>]*)>/.exec(document)?.[1] ?? '';
    expect(margins).toContain('w:top="2098"');
    expect(margins).toContain('w:bottom="1984"');
    expect(margins).toContain('w:left="1587"');
    expect(margins).toContain('w:right="1474"');
  });

  it('has a grid that 22 lines of 28 characters fit, and a twenty-third or twenty-ninth does not', () => {
    const [, pitch, space] =
      /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"/.exec(document) ?? [
        document,
      ];
    const height = 16838 - 2098 - 1984;
    const width = 11906 - 1587 - 1474;
    const character = (16 + Number(space) / 4096) * 20;
    expect(Math.floor(height / Number(pitch))).toBe(22);
    expect(Math.floor(width / character)).toBe(28);
  });

  it('sets 22 lines of 28 characters also where a reader knows no grid: fixed lines, characters a little closer', () => {
    const styles = files['word/styles.xml'] ?? '';
    const normal =
      /<w:style w:type="paragraph"[^>]*w:styleId="Normal".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    const line = Number(/<w:spacing w:line="(\d+)" w:lineRule="exact"\/>/.exec(normal)?.[1]);
    const closer = Number(/<w:spacing w:val="(-\d+)"\/>/.exec(normal)?.[1]);
    expect(normal).toContain('<w:snapToGrid w:val="0"/>');
    expect(normal).toContain('<w:sz w:val="32"/>');
    expect(Math.floor((16838 - 2098 - 1984) / line)).toBe(22);
    expect(Math.floor((11906 - 1587 - 1474) / (320 + closer))).toBe(28);
  });

  it('keeps the issuer in one line of the red head, at least 一号, and in one line of the signature', async () => {
    const longest = '某市某某某某某某示范区优化营商环境工作领导小组办公室';
    const parts = PARTS.map((one) => (one.id === 'head:issuer' ? { ...one, text: longest } : one));
    const bytes = await bulletinDocx({ parts, year: '2027', isDraft: false });
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const [, scale, size] = /<w:w w:val="(\d+)%?"\/>.*?<w:sz w:val="(\d+)"\/>/s.exec(xml) ?? [];
    expect(Number(size)).toBeGreaterThanOrEqual(52);
    const width = (longest.length + 2) * Number(size) * 10 * (Number(scale) / 100);
    expect(width).toBeLessThan(11906 - 1587 - 1474);
    expect(width).toBeGreaterThan(0.9 * (11906 - 1587 - 1474));
    const signature = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].find(
      ([one]) => one.includes(`>${longest}<`) && one.includes('w:jc w:val="right"'),
    )?.[0];
    const right = Number(/w:right="(\d+)"/.exec(signature ?? '')?.[1]);
    expect(longest.length * (320 - 6) + right).toBeLessThan(11906 - 1587 - 1474);
    expect(xml).not.toContain('送审稿');
  });

  it('sets the title in 小标宋 2号, level 1 in 黑体, level 2 in 楷体, the body in 仿宋, all 3号', () => {
    expect(paragraph('关于2026年第四季度工作情况的通报')).toMatch(/方正小标宋简体.*w:sz w:val="44"/);
    expect(paragraph('一、总体情况')).toMatch(/黑体.*w:sz w:val="32"/);
    expect(paragraph('（一）开办企业专项工作小组')).toMatch(/楷体_GB2312.*w:sz w:val="32"/);
    expect(paragraph('已报送3家')).toMatch(/仿宋_GB2312.*w:sz w:val="32"/);
    expect(paragraph('已报送3家')).toContain('w:firstLineChars="200"');
  });

  it('numbers 一、（一）1.（1）', () => {
    const words = document.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|');
    const order = [
      '一、总体情况',
      '二、各专项工作小组进展',
      '（一）开办企业',
      '1.第一项',
      '（1）第一点',
      '（二）办理',
      '三、存在问题',
    ];
    const places = order.map((one) => words.indexOf(one));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('has a red head with the year, its number left open, and the red line', () => {
    expect(paragraph('领导小组办公室文件')).toContain('w:color w:val="FF0000"');
    expect(paragraph('〔2027〕')).toMatch(/<w:bottom w:val="single" w:color="FF0000"/);
    expect(paragraph('〔2027〕')).toContain('〔2027〕　号');
    expect(document).toContain('（送审稿）');
  });

  it('numbers odd pages at the right, even ones at the left, one character in, 4号 宋体', () => {
    expect(files['word/settings.xml']).toContain('w:evenAndOddHeaders');
    const footers = Object.entries(files).filter(([name]) => /word\/footer\d+\.xml/.test(name));
    const sides = footers.map(([, xml]) => [
      /w:jc w:val="(\w+)"/.exec(xml)?.[1],
      /w:ind ([^/]*)\//.exec(xml)?.[1],
    ]);
    expect(sides).toContainEqual(['right', 'w:right="280"']);
    expect(sides).toContainEqual(['left', 'w:left="280"']);
    for (const [, xml] of footers) expect(xml).toMatch(/宋体.*w:sz w:val="28".*— .*PAGE.* —/s);
  });

  it('says what a correction corrects below the title', async () => {
    const bytes = await bulletinDocx({ parts: PARTS, year: '2027', isDraft: false, correction: '一处数字' });
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/工作情况的通报.*（更正：一处数字）.*各成员单位/s);
  });

  it('has 版记 end at the foot of the type area, without a floating frame', () => {
    const rows = [...document.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="exact"/g)].map(([, height]) =>
      Number(height),
    );
    const above = Number(
      /w:line="(\d+)" w:lineRule="exact"[^<]*\/><\/w:pPr><\/w:p><w:tbl>/.exec(document)?.[1],
    );
    const used = above + rows.reduce((sum, height) => sum + height, 0);
    expect(rows).toHaveLength(2);
    expect(16838 - 2098 - 1984 - used).toBeGreaterThanOrEqual(20);
    expect(16838 - 2098 - 1984 - used).toBeLessThan(120);
    expect(document).not.toContain('w:tblpPr');
  });

  it('ends with 抄送 and 印发 on an even page', () => {
    expect(document.trimEnd()).toMatch(/抄送：领导小组组长。.*印发.*<w:type w:val="evenPage"\/>/s);
  });

  it('takes what people wrote as text', () => {
    expect(document).toContain('&lt;w:p/&gt;&amp;');
    expect(document).toContain('响铃');
    expect(document).not.toContain('\u0007');
  });

  it('keeps 署名 and the date on the page of the last line of the text', () => {
    const all = document.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const last = all.findIndex((one) => one.includes('没有。'));
    const date = all.findIndex((one) => one.includes('2027年　月　日<'));
    expect(date).toBeGreaterThan(last);
    expect(all.slice(last, date).every((one) => one.includes('<w:keepNext/>'))).toBe(true);
    expect(all[date]).not.toContain('<w:keepNext/>');
    expect(paragraph('进展。')).not.toContain('<w:keepNext/>');
  });
});
