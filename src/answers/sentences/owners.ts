import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { type Aside, type Reply, reply } from '../replies/reply.ts';
import {
  at,
  groupName,
  measureName,
  ownersOf,
  personName,
  responsibleList,
  supportOf,
  unitList,
} from '../replies/texts.ts';
import type { Match } from './retrieve.ts';
import { focusOf } from './statement-replies.ts';
import type { Statement } from './statements.ts';

/** `牵头单位要做什么`: units of a sort as the subject of the question, not its answer. */
const AS_SUBJECT =
  /(?:各)?(?:(?:分项)?牵头|责任|成员|配合)(?:单位|部门)(?=(?:自己)?(?:对|要|的?职责|的?责任|的?任务|的?要求|应|该|负|有(?:什么|哪些)(?:要求|责任|任务)|需|怎么|干|做|承担|提|职能|啥时|什么时|何时|几月|多久))|分包(?:区)?领导(?=(?:要|的?职责|的?任务|应|该|负|需|怎么|干|做|承担))/g;

/** Which owners of a matter the masked question asks for; undefined where it asks for none. */
export function ownersAsked(asked: string) {
  const masked = asked.replace(AS_SUBJECT, '');
  const group =
    /(?:哪|什么)(?:一|\d)?个?(?:专项)?(?:工作)?小?组|组(?:的)?职责|[啥嘛么]的?组|有没有(?:哪?个)?(?:专项)?(?:工作)?小?组(?!长|织)/.test(
      masked,
    );
  const leader = /领导|分包|分管|哪位/.test(masked);
  const unit =
    (/谁/.test(masked) &&
      !/谁(?:都|来|去|要|得)*(?:出|掏|付|承担|买单|给|花|参加|参与|列席|到场|听课|学$)/.test(masked)) ||
    /哪(?:个|家|些|几个)?(?:单位|部门|局)|牵头|打头|谁(?:来|在|去)?(?:管|负责|抓|干|办|弄|培育|推|建|做|落实|搞|制定|组织|编制|出台|开展|实施|推进|落实)|归(?:谁|哪(?!一?(?:个|项)?(?:聚焦|整顿|整治|毛病|问题|制度|要求)))|找(?:谁|哪)|由(?:谁|哪)|哪一?家(?!.{0,4}(?:机构|公司|企业|银行))|谁的/.test(
      masked,
    );
  return group || leader || unit ? { group, leader, unit } : undefined;
}

const OWNER_WORDS =
  /哪个组|谁那(?=组)|(?:专项)?(?:工作)?小组|组|的?职责|(?:区)?领导|分包|分管|牵头|单位|部门|负责|局|同志|位|归|找|管|弄|写/g;

/** A text without the words that ask for the owner of a matter. */
export const withoutOwnerWords = (text: string) =>
  text
    .replace(/谁家|哪[家组]|有没有个?组|(?:在|来)(?=[抓管办弄干做])|[抓包](?=[着的]|$)/g, ',')
    .replace(OWNER_WORDS, ',');

/** Words that ask for the owner of a matter are not part of the matter. */
export function withoutOwners(question: Question, parts: readonly string[]): readonly string[] {
  if (!ownersAsked(question.masked)) return parts;
  const left = parts
    .flatMap((part) => part.replace(OWNER_WORDS, ',').split(','))
    .filter((part) => part !== '');
  return left.length > 0 ? left : parts;
}

/**
 * Whose the matter of a statement is, in one line (`附件1第14条：某局牵头；某事（第7组）由…分包`). Undefined where
 * it is nobody's by name or several groups'.
 */
export function ownerLine(facts: Facts, { measures, groups }: Statement): Aside | undefined {
  const [measureNo, ...otherMeasures] = measures;
  const measure = measureNo === undefined ? undefined : facts.measure(measureNo);
  const [groupNo, ...otherGroups] = groups.length > 0 ? groups : (measure?.groups ?? []);
  const group = groupNo === undefined || otherGroups.length > 0 ? undefined : facts.group(groupNo);
  const owners = measure && otherMeasures.length === 0 ? ownersOf(facts, measure) : '';
  const ofMeasure = measure && owners !== '' ? `${measureName(measure)}：${owners}` : '';
  const ofGroup = group
    ? `${groupName(group)}：${personName(facts, group.leader)}分包，${unitList(facts, group.leadUnits)}牵头`
    : '';
  const said = [ofMeasure, ofGroup].filter((part) => part !== '').join('；');
  const cites = [measure && ofMeasure ? [measure.location] : [], group ? [group.location] : []].flat();
  return said === '' ? undefined : { line: `${said}。${at(...cites)}`, cites };
}

/** Neither a unit nor a leader is asked for, but whoever has the matter. */
const ANYBODY = /^(?!.*(?:单位|部门|局|牵头|哪家)).*(?:谁的|归谁|谁(?:来|在)?管|找谁)/;

/** Those who help are asked for too, or all there are. */
const ASKS_HELPERS =
  /配合|协助|帮忙|其余|其他|剩下|还有(?:谁|哪)|除了|(?:都|还|各)有(?:谁|哪[些几])|哪[些几](?:个|家)?(?:单位|部门|局)/;

/** Needed where only the paper as a whole is a group's: `哪几个单位受表彰` asks for no owner. */
const IN_CHARGE = /归|管|负责|牵头|抓|整治|查|组|领导|分包/;

/** Several leads are asked for, and not those of a measure. */
const SEVERAL_LEADS =
  /^(?!.*(?:附件|措施|[这那第]\d*条)).*(?:哪[些几](?:个|家)?|几家|都有谁)(?:单位|部门|局)?(?:来|在|一起)?牵头/;

/** The one item of a group that the words of a question point to: it has a lead of its own. */
function itemMeant(question: Question, group: TaskGroup) {
  const items = mentioned(question, 'subLead', true).filter((item) => item.group === group.no);
  const [item, ...others] = items;
  return item && others.length === 0 ? group.subLeads.find(({ no }) => no === item.no) : undefined;
}

/** `哪个组`, `归谁`, `哪个单位`: the owner of the matched statement instead of its words. */
export function ownerReply(question: Question, facts: Facts, match: Match): Reply | undefined {
  const asked = ownersAsked(question.masked);
  const { statement } = match;
  const isOwnPlace = statement.measures.length > 0 || facts.groupAt(statement.location) !== undefined;
  if (!asked || !(isOwnPlace || IN_CHARGE.test(question.masked))) return undefined;
  const [measureNo] = statement.measures;
  const measure = measureNo === undefined ? undefined : facts.measure(measureNo);
  const named = new Set(mentioned(question, 'group', true).map(({ no }) => no));
  const numbers = statement.groups.length > 0 ? statement.groups : (measure?.groups ?? []);
  const groups = numbers.map((no) => facts.group(no)).filter((g) => g !== undefined);
  const group = groups.find((g) => named.has(g.no)) ?? groups[0];
  const lines: string[] = [];
  const cites: string[] = [statement.location];
  if (measure && (asked.unit || !asked.leader)) {
    const helpers = ASKS_HELPERS.test(question.masked) ? supportOf(facts, measure) : '';
    const said = [ownersOf(facts, measure), helpers].filter(Boolean).join('，');
    lines.push(`${measureName(measure)}：${said}。${at(measure.location)}`);
  }
  // `哪些单位牵头` of a matter that a group has more leads for than its measure names: both are told.
  const isWider =
    SEVERAL_LEADS.test(question.masked) &&
    groups.length === 1 &&
    group?.leadUnits.some((id) => measure && !measure.leadUnits.includes(id) && measure.leadUnits.length > 0);
  if (group && (isWider || asked.group || asked.leader || !measure || ANYBODY.test(question.masked))) {
    const leader = `${personName(facts, group.leader)}分包`;
    const asksHelp = /配合|协助|责任单位/.test(question.masked);
    const help = asksHelp ? `；责任单位：${responsibleList(facts, group)}` : '';
    const item = asked.group ? undefined : itemMeant(question, group);
    const lead = item
      ? `其中${item.item}由${unitList(facts, [item.unit])}牵头`
      : `${unitList(facts, group.leadUnits)}牵头`;
    lines.push(`${groupName(group)}：${leader}，${lead}${help}。${at(group.location)}`);
    cites.push(group.location);
  }
  if (lines.length === 0) return undefined;
  lines.push(`${statement.text}${at(statement.location)}`);
  return reply(lines, cites, { focus: focusOf(statement), confidence: match.coverage });
}
