import type { Card, Element, PlainText } from '../cards/elements.ts';
import { plain } from '../cards/elements.ts';
import { withoutMarks } from './card-text.ts';

/** Card JSON 1.0: where one person of a group is shown something, the platform takes no 2.0. */
export interface BriefCard {
  config: { wide_screen_mode: true };
  header: { title: PlainText; template: string };
  elements: BriefElement[];
}
type BriefElement = { tag: 'div'; text: PlainText } | { tag: 'hr' } | { tag: 'note'; elements: PlainText[] };

const MOST_ROWS = 15;
/** About what a phone shows in one row. */
const LETTERS_A_ROW = 20;
const REST_IS_DIRECT = '完整内容和按钮已发到单聊';

/**
 * A card in short: its words without marks, at most 15 rows on a phone, in nothing of which anything is parsed.
 *
 * @returns `isWhole`: nothing is missing in it, neither words nor anything to press. Else it says where the rest is.
 */
export function briefOf(card: Card): { brief: BriefCard; isWhole: boolean } {
  const found: Found = { paragraphs: headOf(card), isWhole: true };
  collect(card.body.elements, found);
  const { shown, isCut } = cut(found.paragraphs);
  const isWhole = found.isWhole && !isCut;
  const rest: BriefElement[] = [{ tag: 'hr' }, { tag: 'note', elements: [plain(REST_IS_DIRECT)] }];
  const brief: BriefCard = {
    config: { wide_screen_mode: true },
    header: {
      title: plain(card.header?.title.content ?? card.config.summary.content),
      template: card.header?.template ?? 'blue',
    },
    elements: [
      ...shown.map((content) => ({ tag: 'div' as const, text: plain(content) })),
      ...(isWhole ? [] : rest),
    ],
  };
  return { brief, isWhole };
}

interface Found {
  paragraphs: string[];
  isWhole: boolean;
}

function headOf({ header }: Card): string[] {
  const words = [header?.subtitle?.content, ...(header?.text_tag_list ?? []).map((tag) => tag.text.content)];
  const line = words.filter((word) => word !== undefined && word !== '').join(' · ');
  return line === '' ? [] : [line];
}

/** Only what can be read as it stands; what is folded, pressed, filled in or a table is the rest. */
function collect(elements: readonly Element[], found: Found): void {
  for (const element of elements) {
    switch (element.tag) {
      case 'markdown':
        add(found, element['content']);
        break;
      case 'div':
        add(found, (element['text'] as PlainText | undefined)?.content);
        break;
      case 'column_set':
        for (const column of element['columns'] as { elements: Element[] }[]) collect(column.elements, found);
        break;
      case 'hr':
        break;
      default:
        found.isWhole = false;
    }
  }
}

function add(found: Found, content: unknown): void {
  const words = typeof content === 'string' ? withoutMarks(content).trim() : '';
  if (words !== '') found.paragraphs.push(words);
}

/** What fits into the rows, line by line; one line that is too long by itself is cut. */
function cut(paragraphs: readonly string[]): { shown: string[]; isCut: boolean } {
  const shown: string[] = [];
  let rows = MOST_ROWS;
  for (const paragraph of paragraphs) {
    const kept: string[] = [];
    for (const line of paragraph.split('\n')) {
      const letters = [...line];
      const needs = Math.max(1, Math.ceil(letters.length / LETTERS_A_ROW));
      if (needs > rows) {
        const isFirst = shown.length === 0 && kept.length === 0;
        const part = isFirst ? letters.slice(0, rows * LETTERS_A_ROW).join('') : '';
        return { shown: [...shown, [...kept, `${part}……`].join('\n')], isCut: true };
      }
      kept.push(line);
      rows -= needs;
    }
    shown.push(kept.join('\n'));
  }
  return { shown, isCut: false };
}
