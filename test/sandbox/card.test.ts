import { describe, expect, test } from 'vitest';
import { card, form, md, option, panel, plain, problemOf, set, table } from './card-builders.ts';

describe('cards that the platform takes', () => {
  const whole = {
    schema: '2.0',
    config: { update_multi: true, width_mode: 'default', summary: { content: '预览' } },
    card_link: { url: 'https://example.com' },
    header: {
      title: plain('题'),
      subtitle: plain('副'),
      template: 'blue',
      text_tag_list: [{ tag: 'text_tag', text: plain('新'), color: 'green' }],
      icon: { tag: 'standard_icon', token: 'chat_outlined', color: 'blue' },
    },
    body: {
      direction: 'vertical',
      padding: '12px 12px 12px 12px',
      vertical_spacing: '8px',
      elements: [
        md("**好** <font color='red'>红</font> <at id=ou_known></at>", {
          text_size: 'notation',
          element_id: 'a_1',
        }),
        { tag: 'div', text: { tag: 'plain_text', content: 'x', text_color: 'grey' } },
        { tag: 'hr' },
        { tag: 'img', img_key: 'img_known', alt: plain('') },
        set(md('左'), {
          tag: 'button',
          text: plain('好'),
          behaviors: [{ type: 'callback', value: { a: 1 } }],
        }),
        panel(md('折叠')),
        table({ page_size: 5 }),
        { tag: 'chart', chart_spec: { type: 'bar', data: { values: [] } } },
        { tag: 'person', user_id: 'ou_known' },
        { tag: 'interactive_container', behaviors: [{ type: 'callback', value: {} }], elements: [md('x')] },
        form([
          {
            tag: 'input',
            name: 'progress',
            required: true,
            input_type: 'multiline_text',
            rows: 4,
            max_length: 1000,
          },
          { tag: 'select_static', name: 'unit', options: [option('a'), option('b')], initial_option: 'a' },
          { tag: 'multi_select_static', name: 'many', required: false, options: [option('a')] },
          { tag: 'date_picker', name: 'day', initial_date: '2026-12-28' },
          { tag: 'picker_datetime', name: 'at', placeholder: plain('时间') },
          { tag: 'checker', name: 'coordinate', text: plain('需协调') },
        ]),
        { tag: 'overflow', options: [{ text: plain('更多'), value: '1' }] },
        { tag: 'select_person', placeholder: plain('谁') },
      ],
    },
  };
  test('one with every component', () => expect(problemOf(whole)).toBeUndefined());
  test('an empty one', () => expect(problemOf({})).toBeUndefined());
  test('five tables', () =>
    expect(problemOf(card(...Array.from({ length: 5 }, () => table())))).toBeUndefined());
  test('200 elements', () =>
    expect(problemOf(card(...Array.from({ length: 200 }, () => md('x'))))).toBeUndefined());
  test('five containers in each other', () =>
    expect(problemOf(card(set(panel(set(panel(set(md('x'))))))))).toBeUndefined());
});

describe('what is data is not read as card', () => {
  test.each([
    ['an escaped mention', md('&#60;at id=all&#62;&#60;/at&#62;')],
    ['a mention in code', md('`<at id=all></at>`')],
    ['a mention in plain text', { tag: 'div', text: plain('<at id=all></at>') }],
    [
      'a value with a tag',
      {
        tag: 'button',
        text: plain('x'),
        behaviors: [
          { type: 'callback', value: { tag: 'markdown', content: '<at id=all></at>', img_key: 'x' } },
        ],
      },
    ],
    ['rows with a tag', { tag: 'table', columns: [{ name: 'a' }], rows: [{ a: '<at id=all></at>' }] }],
  ])('%s', (_name, element) => expect(problemOf(card(element))).toBeUndefined());
});
