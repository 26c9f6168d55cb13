import type { Write } from '../../db/database.ts';
import { periodById } from '../../db/queries/periods.ts';
import { insertRule } from '../../db/queries/sending-rules.ts';
import { instantOf } from '../clock.ts';
import { UserError } from '../errors.ts';
import { audit, type ReportAct } from '../reports/act.ts';
import { defaultDays, periodName, previousPeriod, quarterOf } from '../reports/period.ts';
import { dayName } from '../reports/texts.ts';
import { namesOfRecipients, type Rule, type RuleContent, type Rules, ruleName, whenOf } from './rule.ts';
import { changeFaults, contentFaults } from './rule-checks.ts';

/** A rule as it will be, what is new about it in words, and what to write. */
export interface SavedRule {
  rule: Rule;
  /** `时间：截止日前3个工作日 09:07 → 截止日前4个工作日 09:13` */
  changes: string[];
  writes: Write[];
}

/**
 * A new version of a rule; `null`: the defaults again. Two who save at once: the second one's list is refused by the
 * version's key and derived anew.
 *
 * @throws UserError that says all that speaks against it
 */
export async function savedRule(
  act: ReportAct,
  rules: Rules,
  of: { rule: Rule; content: RuleContent | null },
): Promise<SavedRule> {
  const { rule: before } = of;
  const { spec } = before;
  const content = of.content ?? spec.defaults;
  const isNewTime =
    content.offset !== before.offset || content.time !== before.time || content.isOn !== before.isOn;
  const rule: Rule = {
    ...before,
    ...content,
    version: before.version + 1,
    isDefault: of.content === null,
    timedAt: isNewTime ? act.now : before.timedAt,
    made: { by: act.sender, at: act.now },
  };
  const changes = changesOf(before, rule);
  if (changes.length === 0)
    throw new UserError(
      `没有变化：“${ruleName(before)}”${of.content === null ? '就是默认' : '已经是这样'}。`,
    );
  const after = new Map(rules).set(spec.id, rule);
  const faults = [...contentFaults(spec, content), ...changeFaults(rules, after, spec.id)];
  faults.push(...(spec.id === 'open' ? await openingFaults(act, before, rule) : []));
  if (faults.length > 0) throw new UserError(`没有改。${[...new Set(faults)].join('\n')}`);
  const stored = of.content === null ? null : JSON.stringify(content);
  return {
    rule,
    changes,
    writes: [
      insertRule(act.deps.db, {
        rule: spec.id,
        version: rule.version,
        content: stored,
        timed_at: rule.timedAt,
        made_by: act.sender,
        at: act.now,
      }),
      audit(act, 'rule', {
        subject: `schedule:${spec.id}`,
        detail: JSON.stringify({ version: rule.version, content: stored && content }),
      }),
    ],
  };
}

/** What differs between two versions, in words. Pure. */
export function changesOf(before: Rule, after: Rule): string[] {
  const parts: [string, (rule: Rule) => string][] = [
    ['时间', whenOf],
    ['发给', ({ to }) => namesOfRecipients(to) || '无'],
    ['开头语', ({ wording }) => (wording === '' ? '无' : `“${wording}”`)],
    ['过时不发', ({ latest }) => `${latest}个工作日`],
    ['状态', ({ isOn }) => (isOn ? '开启' : '关闭')],
  ];
  return parts.flatMap(([name, of]) =>
    of(before) === of(after) ? [] : [`${name}：${of(before)} → ${of(after)}`],
  );
}

/** 减轻基层负担: nothing goes to many people before the office has seen its dry run, so a rule opens nothing at once. */
async function openingFaults(act: ReportAct, before: Rule, after: Rule): Promise<string[]> {
  const running = quarterOf(act.today);
  const all = [previousPeriod(running), running].map(async (id) => {
    if ((await periodById(act.deps.db, id)) !== undefined) return [];
    const opensAt = (rule: Rule) => instantOf(defaultDays(id, act.calendar, rule).opens, rule.time);
    const { opens, due } = defaultDays(id, act.calendar, after);
    if (!after.isOn || due < act.today || opensAt(after) > act.now) return [];
    if (before.isOn && opensAt(before) <= act.now) return [];
    return [
      `按新规则${periodName(id)}应在${dayName(opens, act.today)}开启，已经过了。请先用“/报送 开启 ${id}”开启这一期，再改规则。`,
    ];
  });
  return (await Promise.all(all)).flat();
}
