import { openPeriods, periodById } from '../../db/queries/periods.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import { type Asked, answeredPrivately, demandOffice, privatePlace, type ReportAct } from '../reports/act.ts';
import { defaultDays, nextPeriod, type PeriodId, parsePeriod, quarterOf } from '../reports/period.ts';
import { foretold } from './dry-run.ts';
import { type Overview, overviewCard, peopleOf, sampleCard, samplesOf } from './dry-run-card.ts';
import { heldNow } from './paused.ts';
import { type Rules, ruleOf } from './rule.ts';
import { rulesNow } from './rules-now.ts';

/** So many cards follow the overview; the others are of the same kinds. */
const MOST_SAMPLES = 8;

/**
 * `/日程 预演 [<期>]`: everything that would go out for a period, to whom and when, with a card of each kind. It comes
 * to the one who asked, alone, and changes nothing. @throws UserError
 */
export async function dryRunOutcome(act: ReportAct, asked: Asked, words: string): Promise<Outcome> {
  demandOffice(act, '预演');
  const { deps, calendar, now } = act;
  const rules = await rulesNow(deps.db);
  const period = words.trim() === '' ? await periodToCome(act, rules) : parsePeriod(words);
  await demandToCome(act, period, rules);
  const all = await foretold({ deps, rules, calendar, now }, period);
  const samples = samplesOf(all);
  const shown = samples.slice(0, MOST_SAMPLES);
  const overview: Overview = {
    period,
    all,
    rules,
    today: act.today,
    calendar,
    held: await heldNow(deps.db),
    labels: await labelsOf(deps, peopleOf(all)),
    samples: { shown: shown.length, kinds: samples.length },
  };
  const answer = answeredPrivately(asked, overviewCard(overview), { goesOn: true });
  // Where the overview goes, so that the samples come after it.
  const to = privatePlace(asked);
  const cards = shown.map(
    (sample, index): OutboundMessage => ({
      key: `answer:${asked.key}:sample:${index}`,
      to,
      body: { type: 'card', card: sampleCard(sample, overview) },
    }),
  );
  return { messages: [...answer.messages, ...cards], writes: [] };
}

/** The newest period that is open, otherwise the next one that will open by itself. */
async function periodToCome(act: ReportAct, rules: Rules): Promise<PeriodId> {
  const open = (await openPeriods(act.deps.db)).at(-1);
  if (open !== undefined) return open.id as PeriodId;
  const running = quarterOf(act.today);
  const kept = await periodById(act.deps.db, running);
  const { due } = defaultDays(running, act.calendar, ruleOf(rules, 'open'));
  const isPast = kept !== undefined ? kept.status !== 'planned' : due < act.today;
  return isPast ? nextPeriod(running) : running;
}

async function demandToCome(act: ReportAct, period: PeriodId, rules: Rules): Promise<void> {
  const kept = await periodById(act.deps.db, period);
  if (kept?.status === 'locked') throw new UserError('这一期已经锁定，不会再自动发送。');
  if (kept?.status === 'cancelled')
    throw new UserError(`这一期已取消自动开启，不会自动发送。要开启请发：/报送 开启 ${period}`);
  const { due } = defaultDays(period, act.calendar, ruleOf(rules, 'open'));
  if (kept === undefined && due < act.today) throw new UserError('这一期早已过去，不会自动发送。');
}
