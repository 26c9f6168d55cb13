import type { Db, Write } from '../database.ts';
import type { BindingTable } from '../schema.ts';
import type { SendingRuleTable } from '../schema-schedule.ts';

/** The newest version of every rule that was ever changed. */
export function newestRules(db: Db): Promise<SendingRuleTable[]> {
  return db.query
    .selectFrom('sending_rule as newest')
    .selectAll()
    .where('version', '=', (e) =>
      e
        .selectFrom('sending_rule')
        .select(({ fn }) => fn.max('version').as('version'))
        .whereRef('sending_rule.rule', '=', 'newest.rule'),
    )
    .execute();
}

/** Keeps a new version. `DuplicateKeyError`: somebody was first. */
export function insertRule(db: Db, row: SendingRuleTable): Write {
  return db.query.insertInto('sending_rule').values(row);
}

/** As what somebody is bound at all: roles in units, leaders, the office. */
export function boundRoles(db: Db): Promise<Pick<BindingTable, 'kind' | 'role'>[]> {
  return db.query
    .selectFrom('binding')
    .select(['kind', 'role'])
    .distinct()
    .where('status', '=', 'confirmed')
    .execute();
}

/** The newest versions of one rule, newest first. */
export function ruleVersions(db: Db, rule: string, limit: number): Promise<SendingRuleTable[]> {
  return db.query
    .selectFrom('sending_rule')
    .selectAll()
    .where('rule', '=', rule)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
}
