import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ownDocxText } from '../../src/bulletin/own-docx.ts';

const TYPES = '[Content_Types].xml';
const docx = (parts: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        [TYPES]: '<Types/>',
        'word/document.xml':
          '<w:document><w:body><w:p><w:r><w:t>已报送</w:t></w:r><w:r><w:t>12家 &amp; 3</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:body></w:document>',
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

describe('the office’s own docx', () => {
  it('is read by paragraph, runs joined', () => {
    expect(ownDocxText(docx())).toBe('已报送12家 & 3\n乙\n');
  });

  it.each([
    ['what is no zip', strToU8('hello'), '不是有效的 docx'],
    ['an empty file', new Uint8Array(), '不是有效的 docx'],
    ['a torn zip', docx().slice(0, 80), '不是有效的 docx'],
    [
      'a workbook',
      zipSync({ [TYPES]: strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') }),
      '不是有效的 docx',
    ],
    ['a document without a body', docx({ 'word/document.xml': '<html/>' }), '不是有效的 docx'],
    ['macros', docx({ 'word/vbaProject.bin': 'x' }), '带宏'],
    ['controls', docx({ 'word/activeX/activeX1.xml': 'x' }), '带宏'],
    [
      'a docm under another name',
      docx({ [TYPES]: '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' }),
      '带宏',
    ],
    ['a locked or old file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), '密码'],
  ])('refuses %s', (_, bytes, says) => {
    expect(() => ownDocxText(bytes)).toThrow(says);
  });

  it('refuses what would unpack to more than 30 MB', () => {
    const bytes = zipSync({
      [TYPES]: strToU8('<Types/>'),
      'word/media/a.bmp': new Uint8Array(31 * 1024 * 1024),
    });
    expect(() => ownDocxText(bytes)).toThrow('太大');
  });
});
