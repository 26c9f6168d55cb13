import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  folded,
  lines,
  markdown,
  text,
} from '../cards/elements.ts';
import { form, input, multiSelect, select, submit } from '../cards/form.ts';
import type { Labels } from '../people/labels.ts';
import { momentName } from '../reports/texts.ts';
import {
  isRung,
  namesOfRecipients,
  RECIPIENT_NAMES,
  type Recipient,
  type Rule,
  type RuleContent,
  type Rules,
  ruleName,
  whenOf,
} from './rule.ts';
import { LONGEST_WORDING, neverGoing, placeholderHint } from './rule-checks.ts';

/** What the cards of the rules are made from besides the rules themselves. */
export interface RuleView {
  /** Roles in which somebody is bound at this moment. */
  bound: ReadonlySet<Recipient>;
  /** Why a rule is held back at this moment; undefined when it is not. */
  held: (rule: Rule) => string | undefined;
  labels: Labels;
}

const OURS = '这些规则由本系统设定，不是通知的规定，办公室可以改。';

/** `/日程 规则`: every rule with its present values; one that can never go is named. */
export function rulesCard(rules: Rules, view: RuleView): Card {
  const all = [...rules.values()];
  const faults = all.filter((rule) => warningsOf(rules, rule, view).length > 0);
  return card({
    summary: `发送规则：${all.length}条`,
    header: {
      title: '自动发送的规则',
      subtitle: faults.length > 0 ? `${faults.length}条发不出去，见“注意”` : '点名称修改',
      template: faults.length > 0 ? 'orange' : 'blue',
    },
    elements: [
      ...all.map((rule) => markdown(ruleParagraph(rules, rule, view))),
      buttonRow(
        all.map((rule) =>
          button({
            label: ruleName(rule),
            size: 'small',
            value: { action: 'rule-open', rule: rule.spec.id },
          }),
        ),
      ),
      text('也可以发：/日程 规则 催报 T-3 改为 T-4 09:13', { size: 'notation', color: 'grey' }),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

function ruleParagraph(rules: Rules, rule: Rule, view: RuleView): string {
  const marks = `${rule.isOn ? '' : '（已关闭）'}${view.held(rule) === undefined ? '' : '（已暂停）'}${rule.isDefault ? '' : '（已改）'}`;
  return [
    `**${lines([ruleName(rule)])}**${marks}`,
    lines([valuesText(rule)]),
    ...warningsOf(rules, rule, view).map((warning) => `**注意**：${lines([warning])}`),
  ].join('\n');
}

/** Why nothing comes of a rule as things are: sentences without a full stop, none where something does. */
export function warningsOf(rules: Rules, rule: Rule, view: Pick<RuleView, 'bound'>): string[] {
  if (!rule.isOn) return [];
  const never = neverGoing(rules).get(rule.spec.id);
  if (never !== undefined) return [`永远不会发出：${never}`];
  if (rule.to.some((one) => view.bound.has(one))) return [];
  return [`现在发不出去：还没有绑定${namesOfRecipients(rule.to)}`];
}

/** One rule to be changed. @param said what stands above the form, plain; `filled`: what somebody has typed already */
export function ruleCard(
  rules: Rules,
  rule: Rule,
  of: { view: RuleView; versions: readonly Rule[]; says?: readonly string[]; filled?: RuleContent },
): Card {
  const held = of.view.held(rule);
  const says = [
    ...(of.says ?? []),
    ...warningsOf(rules, rule, of.view).map((warning) => `注意：${warning}`),
    ...(held === undefined ? [] : [held]),
  ];
  return card({
    summary: `规则：${ruleName(rule)}`,
    header: {
      title: ruleName(rule),
      subtitle: `${rule.isOn ? '' : '已关闭 · '}${whenOf(rule)}`,
      template: 'blue',
    },
    elements: [
      ...says.map((line) => text(line)),
      ruleForm(rule, of.filled ?? rule),
      buttonRow([
        ...(rule.isDefault ? [] : [resetButton(rule)]),
        button({ label: '全部规则', value: { action: 'rule-list' } }),
      ]),
      ...historyElements(of.versions, of.view.labels),
    ],
  });
}

/** Who made it what it is, newest first. */
function historyElements(versions: readonly Rule[], labels: Labels): Element[] {
  if (versions.length === 0) return [text('现在是默认值。', { size: 'notation', color: 'grey' })];
  const lineOf = (rule: Rule) => {
    const by = rule.made === undefined ? '' : `${momentName(rule.made.at)} ${labels(rule.made.by)}`;
    const what = rule.isDefault ? '恢复默认' : valuesText(rule);
    return `**第${rule.version}次**　${by}\n${lines([what])}`;
  };
  return [
    folded(
      `修改记录（${versions[0]?.version ?? 0}次）`,
      versions.map((rule) => markdown(lineOf(rule), { size: 'notation' })),
    ),
  ];
}

/** Everything about a rule that can be changed, in a line. */
function valuesText(rule: Rule): string {
  return [
    `${whenOf(rule)} → ${namesOfRecipients(rule.to) || '无'}`,
    ...(rule.spec.mostLate > 0 ? [`过时${rule.latest}个工作日不发`] : []),
    ...(rule.wording === '' ? [] : [`开头语“${rule.wording}”`]),
    ...(rule.isOn ? [] : ['已关闭']),
  ].join('；');
}

function resetButton(rule: Rule): Element {
  return button({
    label: '恢复默认',
    value: { action: 'rule-save', rule: rule.spec.id, version: rule.version, as: 'reset' },
    confirm: {
      title: '恢复默认？',
      text: `${whenOf({ ...rule.spec.defaults, spec: rule.spec })}，发给${namesOfRecipients(rule.spec.defaults.to)}`,
    },
  });
}

function ruleForm(rule: Rule, filled: RuleContent): Element {
  const { spec } = rule;
  const hint = placeholderHint(spec);
  return form('rule_form', [
    text('哪一天', { size: 'notation', color: 'grey' }),
    select({
      name: 'offset',
      placeholder: '哪一天',
      options: offsetsOf(rule),
      initial: String(filled.offset),
    }),
    input({ name: 'time', label: '几点几分', placeholder: '09:07', maxLength: 5, initial: filled.time }),
    text('发给', { size: 'notation', color: 'grey' }),
    multiSelect({
      name: 'to',
      placeholder: '发给谁',
      options: spec.offered.map((one) => ({ label: RECIPIENT_NAMES[one], value: one })),
      initial: filled.to,
    }),
    input({
      name: 'wording',
      label: '开头语（可不填）',
      placeholder: hint === '' ? '卡片最上面的一句话' : `卡片最上面的一句话，可用 ${hint}`,
      maxLength: LONGEST_WORDING,
      rows: 2,
      initial: filled.wording,
    }),
    ...(spec.mostLate === 0
      ? []
      : [
          text('过时不发', { size: 'notation', color: 'grey' }),
          select({
            name: 'latest',
            placeholder: '过时不发',
            options: upTo(spec.mostLate).map((count) => ({
              label: `过了${count}个工作日就不发`,
              value: String(count),
            })),
            initial: String(filled.latest),
          }),
        ]),
    text('状态', { size: 'notation', color: 'grey' }),
    select({
      name: 'is_on',
      placeholder: '状态',
      options: [
        { label: '开启', value: 'on' },
        { label: '关闭', value: 'off' },
      ],
      initial: filled.isOn ? 'on' : 'off',
    }),
    submit('保存', { action: 'rule-save', rule: spec.id, version: rule.version, as: 'save' }),
  ]);
}

function offsetsOf({ spec, offset }: Rule): { label: string; value: string }[] {
  const [least, most] = spec.offsets;
  const near = isRung({ spec }) ? [Math.min(-10, offset), Math.max(10, offset)] : [least, most];
  const [from = least, to = most] = near;
  return upTo(to - from + 1).map((no) => {
    const value = from + no - 1;
    const [label = ''] = whenOf({ spec, offset: value, time: '' }).split(' ');
    return { label, value: String(value) };
  });
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** A rule was changed: what is new, at once. */
export function ruleSavedCard(rule: Rule, changes: readonly string[]): Card {
  const turn = rule.spec.anchor === 'week' ? '本周' : '本期';
  return card({
    summary: `已改规则：${ruleName(rule)}`,
    header: { title: `已改规则：${ruleName(rule)}`, template: 'green' },
    elements: [
      markdown(lines(changes)),
      ...(rule.spec.id === 'open' && !rule.isOn
        ? [text('报送期不再自动开启，每期要由办公室发“/报送 开启”。')]
        : []),
      text(`马上生效。已经发过的不会再发；新的时间如果${turn}已经过了，${turn}不补发。`, {
        size: 'notation',
        color: 'grey',
      }),
      buttonRow([
        button({ label: '再改', value: { action: 'rule-open', rule: rule.spec.id } }),
        button({ label: '全部规则', value: { action: 'rule-list' } }),
      ]),
    ],
  });
}
