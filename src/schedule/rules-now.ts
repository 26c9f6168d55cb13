import type { Db } from '../../db/database.ts';
import { newestRules } from '../../db/queries/sending-rules.ts';
import type { SendingRuleTable } from '../../db/schema-schedule.ts';
import { loggerOf } from '../logger.ts';
import { type Rule, RuleContent, type RuleSpec, type Rules } from './rule.ts';
import { RULE_SPECS } from './rule-specs.ts';

/** The rules of sending as they are at this moment: one small query, so that a change counts at once everywhere. */
export async function rulesNow(db: Db): Promise<Rules> {
  return rulesFrom(await newestRules(db));
}

/** The rules by their newest rows; what has none goes by the defaults. Pure. */
export function rulesFrom(rows: readonly SendingRuleTable[]): Rules {
  const byId = new Map(rows.map((row) => [row.rule, row]));
  return new Map(RULE_SPECS.map((spec) => [spec.id, ruleFrom(spec, byId.get(spec.id))]));
}

/** Versions of one rule as they were. Pure. */
export function versionsFrom(spec: RuleSpec, rows: readonly SendingRuleTable[]): Rule[] {
  return rows.map((row) => ruleFrom(spec, row));
}

function ruleFrom(spec: RuleSpec, row: SendingRuleTable | undefined): Rule {
  const kept = contentOf(row);
  return {
    spec,
    ...(kept ?? spec.defaults),
    version: row?.version ?? 0,
    isDefault: kept === undefined,
    timedAt: row?.timed_at ?? 0,
    made: row && { by: row.made_by, at: row.at },
  };
}

/** What a row says; one that cannot be read must not stop all sending. */
function contentOf(row: SendingRuleTable | undefined): RuleContent | undefined {
  if (row === undefined || row.content === null) return undefined;
  const read = RuleContent.safeParse(JSON.parse(row.content));
  if (read.success) return read.data;
  loggerOf('schedule').error('rule {rule} version {version} cannot be read: the defaults count', {
    rule: row.rule,
    version: row.version,
  });
  return undefined;
}
