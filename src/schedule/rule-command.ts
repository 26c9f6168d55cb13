import { workChat } from '../../db/queries/chats.ts';
import { boundRoles, ruleVersions } from '../../db/queries/sending-rules.ts';
import type { Card } from '../cards/elements.ts';
import { choicesOf, fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import {
  type Asked,
  actOfClick,
  answeredPrivately,
  carried,
  demandOffice,
  info,
  pressed,
  type ReportAct,
  success,
  warning,
} from '../reports/act.ts';
import { heldNow } from './paused.ts';
import {
  isRung,
  type Recipient,
  RULE_IDS,
  type Rule,
  RuleContent,
  type Rules,
  ruleName,
  ruleOf,
} from './rule.ts';
import { type RuleView, ruleCard, ruleSavedCard, rulesCard } from './rule-cards.ts';
import { changesOf, savedRule } from './rule-save.ts';
import { plainBraces, readRuleWords } from './rule-words.ts';
import { rulesNow, versionsFrom } from './rules-now.ts';

const RIGHT = '看和改发送规则';
/** So many of a rule's newest versions stand on its card. */
const MOST_VERSIONS = 6;

/** `/日程 规则 [<名称> [改为 … | 发给 … | 开头 … | 过时 … | 关闭 | 开启 | 恢复默认]]` (office). @throws UserError */
export async function ruleOutcome(act: ReportAct, asked: Asked, words: string): Promise<Outcome> {
  demandOffice(act, RIGHT);
  const rules = await rulesNow(act.deps.db);
  if (words.trim() === '')
    return answeredPrivately(asked, rulesCard(rules, await viewOf(act, [...rules.values()])));
  const { rule, change } = readRuleWords(words, rules);
  if (change.as === 'look') return answeredPrivately(asked, await oneCard(act, rules, rule));
  const content = change.as === 'reset' ? null : change.content;
  const saved = await savedRule(act, rules, { rule, content });
  return { ...answeredPrivately(asked, ruleSavedCard(saved.rule, saved.changes)), writes: saved.writes };
}

/** The card actions of the rules; the operator's right is checked at the moment of the click. */
export const RULE_ACTIONS = {
  'rule-list': async (deps: Deps, event: ClickEvent): Promise<Outcome> => {
    const { act, rules } = await clickOf(deps, event);
    return pressed(event, {
      toast: info('全部规则'),
      card: rulesCard(rules, await viewOf(act, [...rules.values()])),
    });
  },
  'rule-open': async (deps: Deps, event: ClickEvent): Promise<Outcome> => {
    const { act, rules } = await clickOf(deps, event);
    const rule = ruleCarried(event, rules);
    return pressed(event, { toast: info(ruleName(rule)), card: await oneCard(act, rules, rule) });
  },
  'rule-save': saveFromForm,
} as const;

async function clickOf(deps: Deps, event: ClickEvent): Promise<{ act: ReportAct; rules: Rules }> {
  const act = await actOfClick(deps, event);
  demandOffice(act, RIGHT);
  return { act, rules: await rulesNow(deps.db) };
}

function ruleCarried(event: ClickEvent, rules: Rules): Rule {
  const id = RULE_IDS.find((one) => one === carried(event, 'rule'));
  if (id === undefined) throw new UserError('这张卡片已经过时，请发：/日程 规则');
  return ruleOf(rules, id);
}

/** 保存, 恢复默认: refused while somebody else's newer version has not been seen; what was typed stays on the card. */
async function saveFromForm(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { act, rules } = await clickOf(deps, event);
  const rule = ruleCarried(event, rules);
  const content = carried(event, 'as') === 'reset' ? null : contentIn(event, rule);
  if (carried(event, 'version') !== String(rule.version))
    return seenFirst(event, { act, rules, rule, filled: content ?? rule.spec.defaults });
  const saved = await savedRule(act, rules, { rule, content });
  return pressed(event, {
    toast: success('已保存，马上生效'),
    card: ruleSavedCard(saved.rule, saved.changes),
    writes: saved.writes,
  });
}

async function seenFirst(
  event: ClickEvent,
  of: { act: ReportAct; rules: Rules; rule: Rule; filled: RuleContent },
): Promise<Outcome> {
  const { act, rules, rule, filled } = of;
  const differing = changesOf(rule, { ...rule, ...filled });
  if (differing.length === 0) return pressed(event, { toast: info('已经是这样，不用再存') });
  const says = ['这条规则刚被改过，还没有保存您的。现在的值 → 您填的：', ...differing];
  return pressed(event, {
    toast: warning('刚被别人改过，请看清再存'),
    card: await oneCard(act, rules, rule, { says, filled }),
  });
}

function contentIn({ form }: ClickEvent, rule: Rule): RuleContent {
  const time = /^(\d{1,2}):(\d{2})$/.exec(fieldOf(form, 'time').normalize('NFKC'));
  if (time === null) throw new UserError('没有保存。时间请写成 09:13 这样。');
  const read = RuleContent.safeParse({
    offset: Number(fieldOf(form, 'offset') || rule.offset),
    time: `${time[1]?.padStart(2, '0')}:${time[2]}`,
    to: choicesOf(form, 'to'),
    wording: plainBraces(fieldOf(form, 'wording')),
    latest: Number(fieldOf(form, 'latest') || rule.latest),
    isOn: fieldOf(form, 'is_on') === '' ? rule.isOn : fieldOf(form, 'is_on') === 'on',
  });
  if (!read.success) throw new UserError('没有保存。时间请写成 09:13 这样，其他各项请重新选。');
  return read.data;
}

async function oneCard(
  act: ReportAct,
  rules: Rules,
  rule: Rule,
  of: { says?: readonly string[]; filled?: RuleContent } = {},
): Promise<Card> {
  const rows = await ruleVersions(act.deps.db, rule.spec.id, MOST_VERSIONS);
  const versions = versionsFrom(rule.spec, rows);
  return ruleCard(rules, rule, {
    view: await viewOf(act, [...rules.values(), ...versions]),
    versions,
    ...of,
  });
}

async function viewOf(act: ReportAct, shown: readonly Rule[]): Promise<RuleView> {
  const held = await heldNow(act.deps.db);
  const makers = shown.flatMap(({ made }) => made?.by ?? []);
  return {
    bound: await boundNow(act.deps),
    held: (rule) => held(isRung(rule) ? 'remind' : rule.spec.id),
    labels: await labelsOf(act.deps, makers),
  };
}

/** Roles in which somebody is bound at this moment, and whether there is a work group. */
export async function boundNow(deps: Deps): Promise<Set<Recipient>> {
  const roles = await boundRoles(deps.db);
  const bound = new Set<Recipient>(
    roles.flatMap(({ kind, role }): Recipient[] => (kind === 'unit' ? [role as Recipient] : [kind])),
  );
  if (deps.office.length > 0) bound.add('office');
  if ((await workChat(deps.db)) !== undefined) bound.add('work-group');
  return bound;
}
