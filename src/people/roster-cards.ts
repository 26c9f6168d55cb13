import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  folded,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Act } from './act.ts';
import { type Named, nameOf } from './notice-names.ts';
import type { RosterChange, RosterFault } from './roster.ts';
import { ROLE_NAMES } from './texts.ts';

const MOST_LINES = 60;

/** 导入: what to send. */
export function announceCard(): Card {
  return card({
    summary: '请发送联络员名册',
    header: { title: '导入联络员', subtitle: '请在30分钟内把名册发到这里', template: 'blue' },
    elements: [
      markdown(
        '1. 填好下面的模板，或用自己的 xlsx、csv 表格：要有“**单位**”“**手机**”两列，还可以有“**姓名**”“**角色**”，顺序不限；\n2. 把文件发给我；\n3. 核对预览，点“确认导入”。确认之前不会改动任何人。',
      ),
      text('手机号只用来查人，不保存、不展示。', { size: 'notation', color: 'grey' }),
    ],
  });
}

export interface PreviewParts {
  id: string;
  changes: readonly RosterChange[];
  faults: readonly RosterFault[];
  /** Units that will have no liaison afterwards. */
  missing: readonly Named[];
}

/** What a roster will change; nothing is applied yet. */
export function previewCard(act: Act, { id, changes, faults, missing }: PreviewParts): Card {
  const real = changes.filter((change) => change.kind !== 'same');
  const same = changes.length - real.length;
  return card({
    summary: `名册预览：${real.length}项变动，${faults.length}行有问题`,
    header: {
      title: '名册预览',
      subtitle: '确认之前不会改动任何人',
      template: faults.length > 0 ? 'yellow' : 'blue',
    },
    elements: [
      markdown(`**${real.length}项变动**，${same}项不变，${faults.length}行有问题`),
      ...faultLines(faults),
      ...listed(
        '变动明细',
        real.map((change) => changeLine(act, change)),
      ),
      ...afterwards(missing),
      divider(),
      ...decisions(id, real, faults.length),
    ],
  });
}

function faultLines(faults: readonly RosterFault[]): Element[] {
  if (faults.length === 0) return [];
  const shown = [...faults]
    .sort((a, b) => a.no - b.no)
    .map((fault) => `第${fault.no}行：${escapeMarkdown(fault.says)}`);
  return [markdown(cut(shown).join('\n'))];
}

function changeLine({ names }: Act, change: RosterChange): string {
  const person = change.name === '' ? '（未写姓名）' : escapeMarkdown(change.name);
  const from = change.from === undefined ? '' : `（原为${ROLE_NAMES[change.from]}）`;
  return `${escapeMarkdown(nameOf(names.units, change.unitId))}：${person} ${ROLE_NAMES[change.role]}${from}`;
}

function listed(title: string, all: readonly string[]): Element[] {
  return all.length === 0 ? [] : [folded(`${title}（${all.length}）`, [markdown(cut(all).join('\n'))])];
}

function cut(all: readonly string[]): string[] {
  return all.length <= MOST_LINES ? [...all] : [...all.slice(0, MOST_LINES), `……共${all.length}行`];
}

function afterwards(missing: readonly Named[]): Element[] {
  const says =
    missing.length === 0
      ? '导入后每个单位都有联络员。'
      : `导入后还有${missing.length}个单位没有联络员：${missing.map((unit) => unit.name).join('、')}。`;
  return [
    text(says),
    text('不在名册里的现有人员保持不变；要解除请用：/绑定 解除 单位名。', {
      size: 'notation',
      color: 'grey',
    }),
  ];
}

function decisions(id: string, changes: readonly RosterChange[], faults: number): Element[] {
  const value = { action: 'roster', id };
  const people = new Set(changes.map((change) => change.openId)).size;
  if (changes.length === 0) return [text('没有要导入的变动。改好表格后可以再发一次。')];
  const skipping = faults > 0 ? `，跳过${faults}行` : '';
  return [
    text(`确认后会通知${people}人${skipping}。`),
    buttonRow([
      button({ label: '确认导入', type: 'primary', value: { ...value, as: 'applied' } }),
      button({ label: '放弃', value: { ...value, as: 'dropped' } }),
    ]),
  ];
}
