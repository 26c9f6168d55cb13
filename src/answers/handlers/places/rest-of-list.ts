import type { Body, TaskGroup } from '../../../notice/types.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { type Entity, entityKey, type Mention } from '../../names/entities.ts';
import { withItemsFilled } from '../../names/list-items.ts';
import type { Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, measureName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { partOf } from '../units/unit-in-group.ts';

/** What a list may hold, by the letter of its items. */
type Letter = 'P' | 'U' | 'G' | 'S';
type Kind = 'person' | 'unit' | 'group' | 'subLead';
const KINDS: Readonly<Record<Letter, Kind>> = { P: 'person', U: 'unit', G: 'group', S: 'subLead' };

/** A list that the notice has: what it is called, where it stands, and whether it goes on (`等相关单位`). */
interface KnownList {
  name: string;
  items: readonly Entity[];
  location: string;
  isOpen?: boolean;
  /** The unit whose part in each item is told. */
  partOf?: string;
}

const AND = '(?:[、,，]|和|跟|与|以及|还有|加上?)*(?:第?[一二三四五1-5](?:个|家|位|项)?是?)?';
/** Names of one kind told one after the other. */
const RUN = new RegExp(`([PUGS])(?:局|组|项|同志|书记|主任|单位)?(?:${AND}\\1(?:局|组|项|单位)?)*`, 'g');

const WHICH = '(?:谁|哪一?[个家位项组]|什么|啥)';
const ONE = '(?:一|1|两|2|几)?(?:个|家|位|项|样|条|人|组|单位|领导|名)?';
const BLANK = '(?:[(（_—…\\s]+[)）]*)';
const THERE =
  '(?:这?[一二三四五六七八九两几\\d]?[家个位项]?(?:里[头面]?|之外|以外|都?(?:有|写了|知道|记得)了?)?)?';
/** Left open behind the last name (`和`, `还有一家是`, `剩的那个`, `第四家？`, `、（ ）`). */
const LEFT_OPEN = new RegExp(
  `^${THERE}[,、。;…]*(?:(?:还|就|又)?(?:有|差|缺|少|剩|漏|落)(?:了|下|着|掉)?|再(?:就|有|加)?(?:是)?|另外?|其余|最后|末了?|第[\\d一二三四五六七八九])+(?:的|那|这|是)*(?:剩下|另外?|最后)?(?:的)?(?:哪)?${ONE}(?:是|叫|呢|来着|${WHICH}|${BLANK})*(?:[没不姓叫带挂][^,，谁哪什啥]{1,6}的)?了?[?？。…]*$` +
    `|^[,、]*(?:和|跟|与|以及|还有|加上?)(?:${WHICH}|${ONE}|${BLANK})[?？。…]*$|^[,、]*${BLANK}[?？。…]*$`,
);
const ASKS_BY: Readonly<Record<Letter, RegExp>> = {
  P: /[家项组]|单位/,
  U: /[项组位]|领导|人/,
  G: /[家位人]|谁|单位|领导/,
  S: /[家位人]|谁|单位|领导/,
};
/** `分包六项，我有五项：…`: how long the whole list is. */
const STATED = new RegExp(`(${NUMERAL}|两|俩)(?:个|家|位|项|组|人|$|[,，])`);
/** `某事算一个`. */
const AS_ONE = /^[,，]?(?:算|占|是|就是)(?:其中)?(?:了)?(?:一|1)(?:个|家|位|项)[?？。…,，]*$/;
/** Says who is not in it, and not that somebody cannot call it to mind. */
const DENIES = /[不没](?!上来|起来|全|清|着|记|想|背|住)/;
/** A longer list is no riddle with one piece missing. */
const MOST = 12;

/** `第10组的责任单位：甲局、乙局，还有一家是？`: a list told but for what is asked; computed from the list itself. */
export const answerRestOfList: Handler = needing(
  () => ({ masked: [/[PUGS]/] }),
  (asked, { facts }) => {
    const question = withItemsFilled(asked, facts);
    const run = [...question.masked.matchAll(RUN)].at(-1);
    if (!run) return undefined;
    const letter = run[1] as Letter;
    const tail = question.masked.slice(run.index + run[0].length);
    const head = question.masked.slice(0, run.index).replace(/除了?$/, '');
    const endsOpen = tail === '' && /[、—_…][\s?？]*$/.test(question.folded);
    // What nobody could make out of it may be what is missing.
    if (/[A-Z]、[\u4e00-\u9fff]{1,6}、$/.test(question.masked.slice(0, run.index))) return undefined;
    const isOpen =
      (endsOpen || LEFT_OPEN.test(tail)) && !ASKS_BY[letter].test(tail.replace(/(?<=[差缺少漏]了?)谁/, ''));
    const stated = isOpen ? undefined : head.match(STATED)?.[1];
    const isCut = AS_ONE.test(tail) || (/^[?？。…,，]*$/.test(tail) && /[A-Z].*[A-Z]/.test(run[0]));
    if (!(isOpen || (stated !== undefined && isCut))) return undefined;
    // Who else has a surname is no list of a post.
    if (letter === 'P' && /姓[\u4e00-\u9fff]的/.test(head)) return undefined;
    if (/谁|哪|几|多少|什么|啥|[吗除]/.test(head) || (letter !== 'P' && DENIES.test(head))) return undefined;
    const firm = question.mentions.filter(({ how }) => how !== 'hint');
    const size = (run[0].match(/[A-Z]/g) ?? []).length;
    const from = (head.match(/[A-Z]/g) ?? []).length;
    const listed = firm.slice(from, from + size);
    // A post is what the list is of (`管委会副主任甲、乙，还有`), not one of its names.
    const called = listed.filter(({ how }) => how !== 'post');
    const items = called.length > 0 ? called : listed;
    // `某委委员有谁`: who holds the post, not who else there is.
    if (called.length === 0 && !/还|另|剩|差|缺|少|漏|除|最后|末|[和跟与]/.test(question.masked))
      return undefined;
    const named = new Set(
      items.flatMap((m) => m.entities.filter((e) => e.kind === KINDS[letter]).map(entityKey)),
    );
    const lists = listsOf(letter, { head, heads: firm.slice(0, from), question, facts });
    const isThere = ({ items }: KnownList) =>
      items.filter((e) => named.has(entityKey(e))).length === named.size;
    const found = lists
      .filter(
        ({ items }) => stated === undefined || parseNumeral(stated.replace(/[两俩]/, '二')) === items.length,
      )
      .filter((list) => list.items.length > named.size && list.items.length <= MOST && isThere(list))
      .sort((a, b) => a.items.length - b.items.length)[0];
    if (!found) return undefined;
    const rest = found.items.filter((e) => !named.has(entityKey(e)));
    const said = rest.map((e) => nameOf(e, facts, found.partOf)).join('、');
    return reply(
      `${found.name}还有${/几|多少/.test(tail) ? `${rest.length}${letter === 'U' ? '家' : '个'}` : ''}：${said}${found.isOpen ? '等相关单位' : ''}。${at(found.location)}`,
      [found.location],
      { focus: rest, spoken: question.residue },
    );
  },
);

function nameOf(entity: Entity, facts: Facts, unit?: string): string {
  if (entity.kind === 'unit') return unitList(facts, [entity.id]);
  if (entity.kind === 'person') return personName(facts, entity.id);
  if (entity.kind === 'subLead') {
    const sub = facts.group(entity.group)?.subLeads.find(({ no }) => no === entity.no);
    return sub ? `${sub.item}（${unitList(facts, [sub.unit])}）` : '';
  }
  const group = entity.kind === 'group' ? facts.group(entity.no) : undefined;
  const part = group && unit !== undefined ? partOf(unit, group) : undefined;
  return group ? groupName(group).replace('）', part ? `，${part}）` : '）') : '';
}

interface Told {
  /** The masked question before the first name of the list. */
  head: string;
  /** What is mentioned there. */
  heads: readonly Mention[];
  question: Question;
  facts: Facts;
}

function listsOf(letter: Letter, told: Told): KnownList[] {
  if (letter === 'P') return listsOfPeople(told);
  if (letter === 'U') return told.heads.flatMap(({ entities }) => entities.flatMap((e) => unitsOf(e, told)));
  if (letter === 'G') return told.heads.flatMap(({ entities }) => entities.flatMap((e) => groupsOf(e, told)));
  return told.facts.model.groups.flatMap((group) => (group.subLeads.length > 0 ? [subLeadsOf(group)] : []));
}

const people = (ids: readonly string[]) => ids.map((id) => ({ kind: 'person' as const, id }));
const units = (ids: readonly string[]) => ids.map((id) => ({ kind: 'unit' as const, id }));
const groups = (found: readonly TaskGroup[]) => found.map(({ no }) => ({ kind: 'group' as const, no }));

const subLeadsOf = (group: TaskGroup): KnownList => ({
  name: `${groupName(group)}的分项`,
  items: group.subLeads.map(({ no }) => ({ kind: 'subLead', group: group.no, no })),
  location: group.location,
});

/** Deputies of the bodies and of their offices, and those with one title. */
function listsOfPeople({ head, heads, facts }: Told): KnownList[] {
  const bodies = /副组长|办公室/.test(head) ? bodiesMeant(heads, facts) : facts.model.bodies;
  const lists = bodies.flatMap(({ name, deputies, location, office }) => [
    { name: `${name}副组长`, items: people(deputies), location },
    ...(office
      ? [{ name: `${office.name}副主任`, items: people(office.deputies), location: office.location }]
      : []),
  ]);
  if (/副组长|办公室/.test(head)) {
    const meant = /副组长/.test(head) ? '副组长' : '副主任';
    return lists.filter(({ name }) => name.endsWith(meant));
  }
  const byTitle = Map.groupBy(facts.model.people, ({ titles }) => titles[0]?.text ?? '');
  const alike = [...byTitle].map(([title, found]) => ({
    name: title,
    items: people(found.map(({ id }) => id)),
    location: found[0]?.titles[0]?.location ?? '',
  }));
  return [...alike, ...lists];
}

/** The body that is named, or that of the matter named; else the notice's own. */
function bodiesMeant(heads: readonly Mention[], facts: Facts): readonly Body[] {
  const [entity] = heads.flatMap(({ entities }) => entities);
  if (entity?.kind === 'body' || entity?.kind === 'office')
    return facts.model.bodies.filter((_, i) => i === entity.index);
  const field = entity?.kind === 'group' ? facts.group(entity.no)?.field : undefined;
  const ofMatter = facts.model.bodies.filter(({ name }) => field !== undefined && name.includes(field));
  return ofMatter.length > 0 ? ofMatter : [facts.mainBody];
}

/** Units of a group, of a measure, or leading the groups of a leader. */
function unitsOf(entity: Entity, { head, facts }: Told): KnownList[] {
  const group = entity.kind === 'group' ? facts.group(entity.no) : undefined;
  if (group) {
    const { location, openEnded: isOpen } = group;
    const subs = [...new Set(group.subLeads.map(({ unit }) => unit))];
    const leads: KnownList = {
      name: `${groupName(group)}的牵头单位`,
      items: units(group.leadUnits),
      location,
    };
    const sub: KnownList = { name: `${groupName(group)}的分项牵头单位`, items: units(subs), location };
    const rest: KnownList = {
      name: `${groupName(group)}的责任单位`,
      items: units(group.responsibleUnits),
      location,
      isOpen,
    };
    if (/[分小]项/.test(head)) return [sub];
    if (/责任|配合|参加|参与/.test(head)) return [rest];
    return /牵头/.test(head) ? [leads, sub] : [leads, rest];
  }
  const measure = entity.kind === 'measure' ? facts.measure(entity.no) : undefined;
  if (!measure) return [];
  const { location, openEnded: isOpen } = measure;
  const name = measureName(measure);
  const leads = { name: `${name}牵头的`, items: units(measure.leadUnits), location };
  const doers = { name: `${name}负责的`, items: units(measure.responsibleUnits), location, isOpen };
  const others = { name: `${name}配合的`, items: units(measure.supportingUnits), location, isOpen };
  return /配合/.test(head) ? [others] : [leads, doers, others];
}

/** Groups of a unit or a leader. */
function groupsOf(entity: Entity, { head, facts }: Told): KnownList[] {
  if (entity.kind === 'person') {
    const location = facts.assignmentOf(entity.id)?.location ?? '';
    return [
      {
        name: `${personName(facts, entity.id)}分包的`,
        items: groups(facts.groupsOfLeader(entity.id)),
        location,
      },
    ];
  }
  if (entity.kind !== 'unit') return [];
  const name = unitList(facts, [entity.id]);
  const part = (label: string, found: readonly TaskGroup[]): KnownList => ({
    name: `${name}${label}的组`,
    items: groups(found),
    location: '三',
  });
  const leads = part('牵头', facts.groupsOfUnit(entity.id, 'lead'));
  const rest = part('当责任单位', facts.groupsOfUnit(entity.id, 'responsible'));
  const isLead = /牵头/.test(head);
  if (isLead !== /责任|配合/.test(head)) return [isLead ? leads : rest];
  return [{ ...part('参加', facts.groupsOfUnit(entity.id)), partOf: entity.id }];
}
