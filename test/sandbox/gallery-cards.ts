import { crc32, deflateSync } from 'node:zlib';
import { plain } from './card-builders.ts';

/** Whom and what the cards of the gallery name. */
export interface GalleryParts {
  openIds: string[];
  imageKey: string;
}

const option = (value: string, text: string) => ({ text: plain(text), value });
const callback = (value: object) => [{ type: 'callback', value }];
const button = (text: string, more: object = {}) => ({ tag: 'button', text: plain(text), ...more });
const column = (elements: object[], more: object = {}) => ({ tag: 'column', elements, ...more });

const MARKDOWN = [
  '# 一级标题',
  '## 二级标题',
  '**加粗** *斜体* ~~删除~~ `代码` <font color=\'red\'>红字 <font color="green">绿字</font></font> :OK:',
  '- 第一项',
  '- 第二项',
  '  1. 子项',
  '',
  '> 引用通知原文',
  '',
  '---',
  "[链接](https://example.com) [不是链接](javascript:alert) <text_tag color='blue'>标签</text_tag> <number_tag>3</number_tag>",
  "<local_datetime millisecond='1798419600000' format_type='date_num'></local_datetime><br><raw>**原样**</raw>",
  '转义：&#60;at id=all&#62;&#60;/at&#62; &#60;b&#62; 1 &#60; 2 <未知标签>',
  '```js',
  'const a = 1 < 2;',
  '```',
].join('\n');

const MARKDOWN_TABLE = [
  '| 单位 | 得分 |',
  '| :-- | --: |',
  ...['财政局', '税务局', '住建局', '城管局', '教育局', '司法局', '审计局'].map(
    (unit, n) => `| ${unit} | ${95 - n} |`,
  ),
].join('\n');

/** A card with everything that only shows something. */
export function displayCard({ openIds: [first = '', second = ''], imageKey }: GalleryParts): object {
  return {
    schema: '2.0',
    config: { summary: { content: '组件一览' } },
    header: {
      title: plain('获得电力专项工作小组 · 2026年第四季度'),
      subtitle: plain('截至 12 月 28 日 09:07，应报 23 家'),
      template: 'blue',
      icon: { tag: 'standard_icon', token: 'chart_outlined' },
      text_tag_list: [
        { tag: 'text_tag', text: plain('已报 18'), color: 'green' },
        { tag: 'text_tag', text: plain('逾期 2'), color: 'red' },
      ],
    },
    body: {
      elements: [
        { tag: 'markdown', content: MARKDOWN },
        {
          tag: 'markdown',
          content: `提醒 <at id=${first}></at> 与 <person id='${second}' style='capsule'></person>`,
        },
        { tag: 'markdown', content: MARKDOWN_TABLE },
        { tag: 'hr' },
        {
          tag: 'div',
          text: { ...plain('出处：通知 三、7'), text_size: 'notation', text_color: 'grey' },
          icon: { tag: 'standard_icon', token: 'info_outlined', color: 'grey' },
        },
        { tag: 'div', text: { tag: 'lark_md', content: '**lark_md** <b>不是标签</b>' } },
        {
          tag: 'column_set',
          flex_mode: 'bisect',
          columns: [
            ['18', '已报'],
            ['3', '未报'],
            ['2', '逾期'],
            ['85.70', '平均分'],
          ].map(([value = '', name = '']) =>
            column(
              [
                { tag: 'markdown', content: `**${value}**`, text_align: 'center', text_size: 'heading-1' },
                {
                  tag: 'div',
                  text: { ...plain(name), text_align: 'center', text_size: 'notation', text_color: 'grey' },
                },
              ],
              { width: 'weighted', weight: 1, background_style: 'grey', padding: '8px' },
            ),
          ),
        },
        {
          tag: 'img',
          img_key: imageKey,
          alt: plain('现场照片'),
          title: plain('现场照片'),
          size: 'large',
          scale_type: 'crop_center',
          corner_radius: '8px',
        },
        table(first),
        chart(),
        {
          tag: 'collapsible_panel',
          header: {
            title: plain('还没报的单位（3）'),
            icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined' },
          },
          border: { color: 'grey', corner_radius: '6px' },
          elements: [{ tag: 'markdown', content: '财政局、税务局、城管局' }],
        },
        { tag: 'person', user_id: first, show_name: true, style: 'capsule' },
        {
          tag: 'person_list',
          persons: [{ id: first }, { id: second }],
          show_avatar: true,
          drop_invalid_user_id: true,
        },
      ],
    },
  };
}

function table(openId: string): object {
  return {
    tag: 'table',
    page_size: 3,
    freeze_first_column: true,
    header_style: { background_style: 'grey', bold: true },
    columns: [
      { name: 'unit', display_name: '单位', width: '96px' },
      { name: 'score', display_name: '总分', data_type: 'number', format: { precision: 2 } },
      { name: 'state', display_name: '状态', data_type: 'options' },
      { name: 'who', display_name: '联络员', data_type: 'persons' },
      { name: 'at', display_name: '报送时间', data_type: 'date', date_format: 'YYYY-MM-DD HH:mm' },
      { name: 'note', display_name: '说明', data_type: 'lark_md' },
    ],
    rows: ['财政局', '税务局', '住建局', '城管局'].map((unit, n) => ({
      unit,
      score: 96.5 - n,
      state: [{ text: n === 3 ? '逾期' : '已报', color: n === 3 ? 'red' : 'green' }],
      who: openId,
      at: Date.parse('2026-12-25T16:20:00+08:00'),
      note: `**${unit}**`,
    })),
  };
}

function chart(): object {
  const values = ['开办企业', '获得电力', '缴纳税费', '跨境贸易'].map((field, n) => ({
    field,
    rate: 92 - n * 13,
  }));
  return {
    tag: 'chart',
    aspect_ratio: '16:9',
    chart_spec: {
      type: 'bar',
      title: { text: '各领域报送率（%）' },
      data: { values },
      xField: 'field',
      yField: 'rate',
      label: { visible: true },
    },
  };
}

/** A card with everything that somebody can use, outside of a form. */
export function usableCard(): object {
  const types = [
    'default',
    'primary',
    'danger',
    'text',
    'primary_text',
    'danger_text',
    'primary_filled',
    'danger_filled',
    'laser',
  ];
  return {
    schema: '2.0',
    header: { title: plain('按钮与控件'), template: 'wathet' },
    body: {
      elements: [
        {
          tag: 'column_set',
          flex_mode: 'flow',
          columns: types.map((type) =>
            column([button(type, { type, behaviors: callback({ type }) })], { width: 'auto' }),
          ),
        },
        {
          tag: 'column_set',
          flex_mode: 'flow',
          columns: ['tiny', 'small', 'medium', 'large'].map((size) =>
            column([button(size, { size })], { width: 'auto' }),
          ),
        },
        button('通栏按钮', { width: 'fill', type: 'primary', behaviors: callback({ wide: true }) }),
        button('需要确认', {
          behaviors: callback({ confirmed: true }),
          confirm: { title: plain('确认发布？'), text: plain('发布后不能撤回') },
        }),
        button('不可用', {
          disabled: true,
          disabled_tips: plain('还没到时间'),
          behaviors: callback({ off: true }),
        }),
        {
          tag: 'overflow',
          options: [
            { text: plain('导出'), value: 'export' },
            { text: plain('撤回'), value: 'recall' },
          ],
          behaviors: callback({ menu: 1 }),
        },
        {
          tag: 'select_static',
          placeholder: plain('选一个单位'),
          options: [option('cz', '财政局'), option('sw', '税务局')],
          behaviors: callback({ select: 1 }),
        },
        { tag: 'date_picker', placeholder: plain('选一天'), behaviors: callback({ date: 1 }) },
        { tag: 'input', placeholder: plain('写完点对勾'), behaviors: callback({ input: 1 }) },
        {
          tag: 'checker',
          text: plain('已核对'),
          checked_style: { show_strikethrough: true },
          behaviors: callback({ check: 1 }),
        },
        {
          tag: 'interactive_container',
          has_border: true,
          border_color: 'grey',
          corner_radius: '8px',
          padding: '10px',
          behaviors: callback({ box: 1 }),
          elements: [{ tag: 'markdown', content: '**可点的容器**\n点我看明细' }],
        },
      ],
    },
  };
}

/** A form with every field; `note` is the default text of the note. */
export function formCard({
  openIds,
  note,
  title = '季度报送',
}: {
  openIds: string[];
  note?: string;
  title?: string;
}): object {
  const people = openIds.map((value) => ({ value }));
  return {
    schema: '2.0',
    header: { title: plain(title), template: 'turquoise' },
    body: {
      elements: [
        {
          tag: 'form',
          name: 'report',
          elements: [
            {
              tag: 'input',
              name: 'progress',
              label: plain('进展情况'),
              required: true,
              input_type: 'multiline_text',
              rows: 3,
              max_length: 500,
              placeholder: plain('本季度做了什么'),
            },
            {
              tag: 'input',
              name: 'note',
              label: plain('备注'),
              max_length: 50,
              ...(note === undefined ? {} : { default_value: note }),
            },
            {
              tag: 'select_static',
              name: 'grade',
              required: true,
              placeholder: plain('评定等次'),
              options: [option('a', '优'), option('b', '良'), option('c', '中')],
            },
            {
              tag: 'multi_select_static',
              name: 'tags',
              required: false,
              placeholder: plain('标签（可多选）'),
              options: [option('x', '创新'), option('y', '难点'), option('z', '需协调')],
            },
            {
              tag: 'select_person',
              name: 'owner',
              required: false,
              placeholder: plain('责任人'),
              options: people,
            },
            {
              tag: 'multi_select_person',
              name: 'copied',
              required: false,
              placeholder: plain('抄送'),
              options: people,
            },
            { tag: 'date_picker', name: 'day', required: true, placeholder: plain('完成日期') },
            { tag: 'picker_time', name: 'time', initial_time: '09:30' },
            { tag: 'picker_datetime', name: 'at', placeholder: plain('会议时间') },
            { tag: 'checker', name: 'coordinate', text: plain('需分包领导协调') },
            {
              tag: 'column_set',
              flex_mode: 'flow',
              columns: [
                column(
                  [
                    button('提交', {
                      type: 'primary_filled',
                      name: 'go',
                      form_action_type: 'submit',
                      behaviors: callback({ action: 'report', item: 7 }),
                    }),
                  ],
                  { width: 'auto' },
                ),
                column([button('重置', { name: 'reset', form_action_type: 'reset' })], { width: 'auto' }),
              ],
            },
          ],
        },
      ],
    },
  };
}

/** A picture of two colours, as PNG. */
export function picture(width = 320, height = 200): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (_, x) => [
      80 + (x * 120) / width,
      140 + (y * 80) / height,
      235,
    ]);
    return Buffer.from([0, ...pixels.flat().map(Math.round)]);
  });
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([magic, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
