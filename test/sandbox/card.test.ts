import { describe, expect, test } from 'vitest';
import { CardProblem } from '../../sandbox/card/problem.ts';
import { validateCard } from '../../sandbox/card/validate.ts';

const references = {
  hasImage: (key: string) => key === 'img_known',
  hasPerson: (openId: string) => openId === 'ou_known',
  mayMentionAll: false,
};
const plain = (content: string) => ({ tag: 'plain_text', content });
const md = (content: string, more: object = {}) => ({ tag: 'markdown', content, ...more });
const submit = { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' };
const form = (elements: unknown[], more: object = {}) => ({
  tag: 'form',
  name: 'f',
  elements: [...elements, submit],
  ...more,
});
const table = (more: object = {}) => ({
  tag: 'table',
  columns: [
    { name: 'unit', display_name: '单位' },
    { name: 'score', data_type: 'number' },
  ],
  rows: [{ unit: '财政局', score: 90 }],
  ...more,
});
const set = (...elements: unknown[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const panel = (...elements: unknown[]) => ({
  tag: 'collapsible_panel',
  header: { title: plain('x') },
  elements,
});
const card = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } });
const option = (value: string) => ({ text: plain(value), value });

function problemOf(of: Record<string, unknown>): CardProblem | undefined {
  try {
    validateCard(of, references);
    return undefined;
  } catch (error) {
    if (error instanceof CardProblem) return error;
    throw error;
  }
}

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

describe('cards that the platform refuses', () => {
  const cases: [string, Record<string, unknown>, number, string][] = [
    ['schema missing', { body: { elements: [] } }, 200621, 'schema'],
    [
      '1.0 elements at root',
      { schema: '2.0', elements: [] },
      200621,
      'unknown property, property: elements, path: ROOT',
    ],
    ['update_multi false', { schema: '2.0', config: { update_multi: false } }, 200621, 'update_multi'],
    [
      'old config',
      { schema: '2.0', config: { wide_screen_mode: true } },
      200621,
      'property: wide_screen_mode',
    ],
    ['header as text', { schema: '2.0', header: { title: '题' } }, 200621, 'ROOT -> header -> title'],
    [
      'unknown template',
      { schema: '2.0', header: { title: plain('x'), template: 'pink' } },
      200621,
      'template',
    ],
    ['action row', card({ tag: 'action', actions: [] }), 200861, 'unsupported tag action'],
    ['note', card({ tag: 'note', elements: [] }), 200861, 'unsupported tag note'],
    ['unknown tag', card({ tag: 'code_block' }), 200621, 'not support tag: code_block'],
    ['tag of a prototype', card({ tag: 'constructor' }), 200621, 'not support tag: constructor'],
    [
      'unknown property',
      card(md('x', { text_color: 'red' })),
      200621,
      'property: text_color, path: ROOT -> body -> elements -> [0](tag: markdown)',
    ],
    [
      'unknown property deep inside',
      card(set(md('x', { colour: 1 }))),
      200621,
      'columns -> [0](tag: column) -> elements -> [0](tag: markdown)',
    ],
    [
      'icon of an input',
      card({ tag: 'input', icon: { tag: 'standard_icon', token: 'x' } }),
      200621,
      'property: icon',
    ],
    [
      'label of a select',
      card({ tag: 'select_static', label: plain('x'), options: [option('a')] }),
      200621,
      'property: label',
    ],
    ['hex colour', card(md("<font color='#999999'>x</font>")), 200621, 'invalid color: #999999'],
    ['bad element_id', card(md('x', { element_id: '1a' })), 200621, 'element_id'],
    [
      'element_id twice',
      card(md('x', { element_id: 'a' }), md('y', { element_id: 'a' })),
      300301,
      'repeated',
    ],
    ['form in a column', card(set(form([]))), 11310, 'root'],
    ['table in a panel', card(panel(table())), 11310, 'root'],
    ['table in a form', card(form([table()])), 11310, 'root'],
    ['column outside a set', card({ tag: 'column', elements: [] }), 11310, 'column_set'],
    ['no column in a set', card({ tag: 'column_set', columns: [md('x')] }), 11310, 'column_set'],
    ['chart in a form', card(form([{ tag: 'chart', chart_spec: { type: 'bar' } }])), 11310, 'chart'],
    ['chart without type', card({ tag: 'chart', chart_spec: {} }), 200550, 'chart spec is invalid'],
    ['six containers in each other', card(set(panel(set(panel(set(panel(md('x')))))))), 11310, 'nested'],
    ['201 elements', card(...Array.from({ length: 201 }, () => md('x'))), 11310, 'element exceeds the limit'],
    [
      '101 plain_text in divs',
      card(...Array.from({ length: 101 }, () => ({ tag: 'div', text: plain('x') }))),
      11310,
      'exceeds',
    ],
    ['six tables', card(...Array.from({ length: 6 }, () => table())), 11310, 'card table number over limit'],
    [
      'tables of markdown count',
      card(
        ...Array.from({ length: 3 }, () => table()),
        panel(md('|a|b|\n|--|--|\n|1|2|\n\n|a|\n\n|a|b|\n|:-|-:|')),
        md('|a|b|\n|--|--|'),
      ),
      11310,
      'card table number over limit',
    ],
    [
      '51 columns',
      card(table({ columns: Array.from({ length: 51 }, (_, i) => ({ name: `c${i}` })), rows: [] })),
      200621,
      'columns',
    ],
    ['row without column', card(table({ rows: [{ place: 1 }] })), 200915, 'place'],
    ['cell of another type', card(table({ rows: [{ score: '90' }] })), 200914, '[0] score'],
    ['page of 11 rows', card(table({ page_size: 11 })), 200621, 'page_size'],
    ['form without submit', card({ tag: 'form', name: 'f', elements: [md('x')] }), 11310, 'no submit button'],
    ['form without name', card({ tag: 'form', elements: [submit] }), 200621, 'name'],
    ['nameless input in a form', card(form([{ tag: 'input' }])), 200530, 'name'],
    [
      'plain button in a form',
      card(form([{ tag: 'button', name: 'b', text: plain('x') }])),
      200621,
      'formActionType',
    ],
    ['submit outside a form', card(submit), 200621, 'formActionType only in form'],
    [
      'required outside a form',
      card({ tag: 'input', name: 'x', required: true }),
      200621,
      'required only in form',
    ],
    [
      'multi select outside a form',
      card({ tag: 'multi_select_static', options: [option('a')] }),
      11310,
      'only in form',
    ],
    ['name twice', card(form([{ tag: 'input', name: 'x' }]), { tag: 'input', name: 'x' }), 11310, 'repeated'],
    ['name twice, over two forms', card(form([]), { ...form([]), name: 'g' }), 11310, 'repeated'],
    [
      'option twice',
      card({ tag: 'select_static', options: [option('a'), option('a')] }),
      11310,
      'option value',
    ],
    [
      'initial option as object',
      card({ tag: 'select_static', options: [option('a')], initial_option: option('a') }),
      200621,
      'initial_option',
    ],
    ['picker without placeholder', card({ tag: 'date_picker' }), 200621, 'placeholder'],
    ['wrong initial date', card({ tag: 'date_picker', initial_date: '28.12.2026' }), 200621, 'initial_date'],
    [
      'callback with a text',
      card({ tag: 'button', text: plain('x'), behaviors: [{ type: 'callback', value: 'x' }] }),
      200621,
      'value',
    ],
    ['button text of 101', card({ tag: 'button', text: plain('x'.repeat(101)) }), 200621, 'text'],
    ['input for 1,001', card({ tag: 'input', max_length: 1001 }), 200621, 'max_length'],
    [
      'checker with four buttons',
      card({
        tag: 'checker',
        button_area: { buttons: [1, 2, 3, 4].map(() => ({ tag: 'button', text: plain('x') })) },
      }),
      200621,
      'buttons',
    ],
    [
      'picture that does not exist',
      card({ tag: 'img', img_key: 'img_x', alt: plain('') }),
      200570,
      'image key img_x',
    ],
    ['picture without alt', card({ tag: 'img', img_key: 'img_known' }), 200621, 'alt'],
    [
      'picture in markdown by address',
      card(md('![x](https://example.com/a.png)')),
      200570,
      'image key https',
    ],
    ['unknown person in markdown', card(md('<at id=ou_x></at>')), 100290, 'ou_x'],
    ['one unknown of many', card(md("<at ids='ou_known,ou_x'></at>")), 100290, 'ou_x'],
    ['unknown person chip', card(md("<person id='ou_x'></person>")), 100290, 'ou_x'],
    ['unknown person', card({ tag: 'person', user_id: 'ou_x' }), 100290, 'ou_x'],
    ['all in a panel', card(panel(md('<at id=all></at>'))), 100290, 'all'],
    [
      'all in lark_md',
      card({ tag: 'div', text: { tag: 'lark_md', content: '<at id="all"></at>' } }),
      100290,
      'all',
    ],
  ];
  test.each(cases)('%s', (_name, of, subCode, words) => {
    const problem = problemOf(of);
    expect(problem?.ext()).toContain(`ErrCode: ${subCode};`);
    expect(problem?.ext()).toContain(words);
  });
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
