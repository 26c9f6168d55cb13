import { describe, expect, it } from 'vitest';
import { paragraphsOf, piecesOf, typedIn } from '../../src/bulletin/pieces.ts';

/** As the client sends what a form was prefilled with. */
const sent = (pieces: readonly string[]) =>
  Object.fromEntries(pieces.map((piece, index) => [`text_${index + 1}`, piece]));

describe('a section in the fields of a form', () => {
  it.each([
    ['short', '一段。'],
    ['long', Array.from({ length: 30 }, (_, index) => `${index}${'字'.repeat(97)}。`).join('\n')],
    [
      'of long paragraphs',
      ['甲'.repeat(1000), '乙'.repeat(999), '丙'.repeat(1001)].join('\n').slice(0, 2998),
    ],
  ])('%s comes back as it was, no field over 1,000', (_, text) => {
    const pieces = piecesOf(text);
    expect(pieces.every((piece) => piece.length <= 1000)).toBe(true);
    expect(pieces.length).toBeLessThanOrEqual(6);
    expect(typedIn(sent(pieces))).toBe(text);
  });

  it('has an empty field to go on in', () => {
    expect(piecesOf('一段。')).toEqual(['一段。', '']);
  });

  it('is cleared of what no paper shows', () => {
    expect(paragraphsOf('  甲\u0007 \r\n\r\n\n乙 ')).toBe('甲\n乙');
    expect(typedIn({ text_1: '甲', text_2: null, text_3: ' 乙 ' })).toBe('甲\n乙');
    expect(typedIn({})).toBe('');
  });
});
