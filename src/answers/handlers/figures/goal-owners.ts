import type { Indicator } from '../../../notice/types.ts';
import { quantitiesIn } from '../../characters/numerals.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const OWNERS = '(?:分包|分管|牵头|包|管|负责|挂帅)';
/** Whose each of several is. */
const LEADERS =
  /(?:分包|分管|包联)(?:的)?(?:区)?领导|(?:谁|哪(?:一)?[位些几])(?:个)?(?:区)?(?:领导)?(?:来|在)?(?:分包|分管|包|挂帅)|(?:归|落|分)(?:在|到|给)?(?:哪[些几]?[位个]|谁)(?:区)?领导/;
const LEADS = /牵头|哪[些几]?家?(?:单位|部门|局)/;
/** Matters told of as a number of them. */
const SOME = new RegExp(
  `(?:那|这|的)?(?:[两二三四五六七八九十几\\d]{1,2})(?:个|项|大|类)+(?:指标|领域|事项|目标|事)?|(?:的)(?:指标|领域|事项)|(?:指标|事项)${OWNERS}?`,
);
const RISES = /提|升|涨|增/;
const LEVEL = /前沿|先进|一流|领先/;

/** `提升一半以上的那三项，分包领导各是谁`: whose the matters of one common goal are, each by itself. */
export const answerGoalOwners: Handler = needing(
  () => ({ masked: [[LEADERS, LEADS]], text: [SOME, [RISES, LEVEL]] }),
  (question, { facts }) => {
    const { text, masked } = question;
    const [asksLeaders, asksLeads] = [LEADERS.test(masked), LEADS.test(masked)];
    if ((!asksLeaders && !asksLeads) || !SOME.test(text) || !(RISES.test(text) || LEVEL.test(text)))
      return undefined;
    if (
      ['group', 'person', 'unit', 'measure'].some((kind) => mentioned(question, kind as 'group').length > 0)
    )
      return undefined;
    const goal = goalMeant(text, facts.model.indicators);
    const groups = goal?.groups.flatMap((no) => facts.group(no) ?? []) ?? [];
    if (!goal || groups.length < 2) return undefined;
    const told = groups.map((group) => {
      const leader = asksLeaders ? `${personName(facts, group.leader)}分包` : '';
      const lead = asksLeads ? `${unitList(facts, group.leadUnits)}牵头` : '';
      return `${groupName(group)}：${[leader, lead].filter((part) => part !== '').join('，')}`;
    });
    const places = groups.map(({ location }) => location);
    return reply(
      [`${told.join('；')}。${at('三')}`, `${goal.quote.replace(/[。；]$/, '')}。${at(goal.location)}`],
      [goal.location, '二', ...places],
      { focus: groups.map(({ no }) => ({ kind: 'group', no })), spoken: question.residue },
    );
  },
);

/** The one goal of several matters that the question tells by its figure, or by the level that is to be reached. */
function goalMeant(text: string, indicators: readonly Indicator[]): Indicator | undefined {
  const shared = indicators.filter(({ groups }) => groups.length > 1);
  const values = quantitiesIn(text)
    .filter(({ unit }) => unit === '%')
    .map(({ value }) => value);
  const byFigure = shared.filter((i) => i.comparator === 'raise' && values.includes(i.value ?? Number.NaN));
  const level = text.match(LEVEL)?.[0];
  const byLevel =
    level === undefined ? [] : shared.filter((i) => i.value === undefined && i.quote.includes(level));
  const [goal, ...others] = values.length > 0 ? byFigure : byLevel;
  return others.length === 0 ? goal : undefined;
}
