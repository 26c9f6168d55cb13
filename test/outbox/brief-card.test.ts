import { describe, expect, it } from 'vitest';
import { checkOldCard } from '../../sandbox/card/old.ts';
import { button, buttonRow, card, divider, folded, markdown, text } from '../../src/cards/elements.ts';
import { escapeMarkdown } from '../../src/cards/escape.ts';
import { briefOf } from '../../src/outbox/brief-card.ts';

const shown = (elements: Parameters<typeof card>[0]['elements'], subtitle?: string) =>
  briefOf(
    card({
      summary: '摘要',
      header: { title: '题', template: 'green', ...(subtitle !== undefined && { subtitle }) },
      elements,
    }),
  );
const paragraphs = ({ brief }: ReturnType<typeof briefOf>) =>
  brief.elements.flatMap((element) => (element.tag === 'div' ? [element.text.content] : []));
const notes = ({ brief }: ReturnType<typeof briefOf>) =>
  brief.elements.flatMap((element) => (element.tag === 'note' ? element.elements : []));
const press = button({ label: '按', value: { action: 'x' } });

describe('a card in short', () => {
  it('has its words in their order, no marks, and nothing in it is parsed', () => {
    const typed = '<at id=all></at> **粗** [点](https://x)';
    const brief = shown([markdown(`**${escapeMarkdown(typed)}**\n第二行`), divider(), text('小字')], '副题');
    expect(brief.isWhole).toBe(true);
    expect(paragraphs(brief)).toEqual(['副题', `${typed}\n第二行`, '小字']);
    expect(JSON.stringify(brief.brief)).not.toMatch(/lark_md|"markdown"|"schema"/);
    expect(brief.brief.header).toMatchObject({ title: { content: '题' }, template: 'green' });
    expect(notes(brief)).toEqual([]);
    expect(() => checkOldCard({ ...brief.brief })).not.toThrow();
  });

  it.each([
    ['buttons', [buttonRow([press])]],
    ['a folded part', [folded('通知原文', [markdown('原文')])]],
    ['a form', [{ tag: 'form', name: 'f', elements: [markdown('请填写')] }]],
    ['a table', [{ tag: 'table', columns: [], rows: [] }]],
    ['sixteen rows', [markdown(Array.from({ length: 16 }, (_, i) => `第${i}行`).join('\n'))]],
    ['a line of 400 letters', [markdown('长'.repeat(400))]],
  ])('with %s it says where the rest is', (_, elements) => {
    const brief = shown([markdown('开头'), ...elements]);
    expect(brief.isWhole).toBe(false);
    expect(notes(brief)).toEqual([{ tag: 'plain_text', content: '完整内容和按钮已发到单聊' }]);
    expect(paragraphs(brief)[0]).toBe('开头');
    expect(JSON.stringify(brief.brief)).not.toMatch(/原文|请填写|"按"/);
    expect(() => checkOldCard({ ...brief.brief })).not.toThrow();
  });

  it('fifteen rows are all there, of more the first and a mark', () => {
    const rows = (count: number) =>
      shown([markdown(Array.from({ length: count }, (_, i) => `第${i}行`).join('\n'))]);
    expect(rows(15).isWhole).toBe(true);
    expect(paragraphs(rows(16))[0]).toMatch(/第14行\n……$/);
    expect(paragraphs(shown([markdown('长'.repeat(400))]))[0]).toBe(`${'长'.repeat(300)}……`);
  });

  it('one that has no header is named by its summary', () => {
    const { brief } = briefOf(card({ summary: '摘要', elements: [markdown('话')] }));
    expect(brief.header.title.content).toBe('摘要');
  });
});
