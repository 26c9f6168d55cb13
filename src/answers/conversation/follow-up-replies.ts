import type { Clause } from '../../notice/types.ts';
import { buildAutomaton } from '../characters/automaton.ts';
import { fold } from '../characters/fold.ts';
import { NUMERAL, parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Desk } from '../handler.ts';
import type { Entity } from '../names/entities.ts';
import { perNotice } from '../per-notice.ts';
import type { Question } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList, personName } from '../replies/texts.ts';
import { answerNearby } from '../sentences/nearby.ts';
import type { Turn } from '../turn.ts';
import { answerAboutIt } from './back-to.ts';
import { groupsOf } from './follow-up-names.ts';

/** The desk, and how to read a part of a message. */
export type FollowUpDesk = Desk & { read: (text: string) => Question };

/** What a message that goes on from the last answer gets without being said in full. */
export function answerFollowUp(question: Question, last: Turn, desk: FollowUpDesk): Turn | undefined {
  const text = question.text.replace(/^(?:那么?|然后)(?=.{2})[,，]?/, '');
  const among = amongThem(text, last, desk.facts);
  if (among) return { question, ...among };
  const found =
    answerAboutIt(question, last, desk.facts) ??
    sameInPaper(text, last, desk) ??
    mostAmong(text, last, desk.facts) ??
    itemOfList(text, last, desk) ??
    useOf(text, last, desk.facts) ??
    otherSide(text, last, desk.facts) ??
    theRest(text, last, desk.facts);
  return found && { question, reply: found };
}

const AMONG =
  /^(?:(?:这|那)?(?:里[头面边]?|其中|当中|这些人?里?|他们[里中]?|这几[个位]里?|那几[个位]里?|[一二三四五六七八九十\d]+[个位]里)(?:面|头)?)?(?:的|有)?(?:哪(?:一)?[个位]|谁|有?哪?几[个位])(?:是|属于|来自|管|抓|在)?(?:管|抓|分管|负责)?([\u4e00-\u9fff]{2,8}?)(?:的|那边的?|口的?|系统的?|出来的)?(?:人|领导|干部)?(?:呢)?$/;
const ALSO_AMONG =
  /^(?:管|抓|是|分管|负责)?([\u4e00-\u9fff]{2,8}?)(?:的|那边的?|口的?|系统的?|出来的|过来的|(?=那[个位]))(?:人|领导|那[个位])?(?:呢|是谁|是哪[个位])$/;

/** `里头哪个是某委的` after a list of people: those whose office has the word. */
function amongThem(text: string, last: Turn, facts: Facts): Omit<Turn, 'question'> | undefined {
  const pool = last.pool ?? peopleIn(last, facts);
  const said = text.match(AMONG)?.[1] ?? (pool.length > 2 ? text.match(ALSO_AMONG)?.[1] : undefined);
  if (said === undefined || pool.length < 2) return undefined;
  const word = said.replace(/^(?:是|属于|来自|管|抓)/, '');
  const found = pool.filter((id) =>
    facts.person(id)?.titles.some((title) => hasInOrder(fold(title.text), word)),
  );
  if (word.length < 2 || found.length === 0 || found.length === pool.length) return undefined;
  const titles = found.flatMap((id) => facts.person(id)?.titles ?? []);
  const lines = found.map((id) => {
    const own = facts.person(id)?.titles ?? [];
    return `${personName(facts, id)}：${own.map((t) => t.text).join('，')}。${at(...own.map((t) => t.location))}`;
  });
  const focus = found.map((id): Entity => ({ kind: 'person', id }));
  return {
    reply: reply(
      lines,
      titles.map((t) => t.location),
      { focus },
    ),
    pool,
  };
}

/** People that the last answer was about or names. */
function peopleIn(last: Turn, facts: Facts): string[] {
  const focus = last.reply.focus.flatMap((e) => (e.kind === 'person' ? [e.id] : []));
  if (focus.length > 1) return focus;
  const said = last.reply.lines.join('').replace(/ /g, '');
  return facts.model.people.filter(({ name }) => said.includes(name.replace(/ /g, ''))).map(({ id }) => id);
}

/** Whether a text has the characters of a word in their order, near each other (`某委` in `某工委`). */
function hasInOrder(text: string, word: string): boolean {
  return new RegExp([...word].map((char) => char.replace(/[^\u4e00-\u9fff]/, '.')).join('.{0,2}')).test(text);
}

const SAME_IN_PAPER =
  /^(?:那|在)?附件(\d)(?:里面?|中|上|那边|那份)?(?:头)?(?:也|是不是也)?(?:是|写|说|有)?(?:的)?(?:也)?(?:是)?(?:这|那|一|同)[^谁哪]{0,8}(?:吗|吧|么|的|呢|写|说|样|码事)?$/;

/** `附件1里也是这几样吗`: what the other paper says on what was just asked. */
function sameInPaper(text: string, last: Turn, desk: Desk): Reply | undefined {
  const no = text.match(SAME_IN_PAPER)?.[1];
  if (no === undefined || last.reply.cites.some((place) => place.startsWith(`附件${no}`))) return undefined;
  const places = desk.facts.model.clauses.map(({ location }) => location);
  return answerNearby(
    last.question,
    places.filter((place) => place.startsWith(`附件${no}·`)),
    desk,
  );
}

const ITEM = new RegExp(
  `^(?:第(${NUMERAL})|(最后[一1]?|末尾?|头[一1]|首))(?:个|条|项|部分|块|点|方面|样)(?:部分|制度|聚焦|措施|要求)?(?:里[头面]?)?(.*)$`,
);

/** `最后一个部分讲啥`, `第二个里说的考核多久一次` after the names of parts: that part, or what it says on the point. */
export function itemOfList(text: string, last: Turn, desk: FollowUpDesk): Reply | undefined {
  const match = text.match(ITEM);
  const isPlaced = desk.read(text).mentions.some((m) => m.kind === 'clause' && m.how === 'number');
  const isCounted = isPlaced && /几|多少/.test(match?.[3] ?? '');
  const list = match && !isCounted ? listIn(last, desk.facts) : [];
  const no =
    match?.[2] === undefined
      ? (parseNumeral(match?.[1] ?? '') ?? 0)
      : /头|首/.test(match[2])
        ? 1
        : list.length;
  const clause = list[no - 1];
  if (!match || !clause) return undefined;
  const rest = (match[3] ?? '').replace(/^[的里说讲写提是,，]+/, '');
  const within = desk.facts.model.clauses.filter(({ location }) => location.startsWith(clause.location));
  const point =
    rest.length > 3
      ? answerNearby(
          desk.read(rest),
          within.map((c) => c.location),
          desk,
        )
      : undefined;
  return point ?? partReply(clause, desk.facts);
}

const MOST = /最(多|少)/;

/** `里面责任单位最多的是哪一个` after several groups: counted among them. */
function mostAmong(text: string, last: Turn, facts: Facts): Reply | undefined {
  const most = text.match(MOST)?.[1];
  const groups = groupsOf(last, facts).flatMap((no) => facts.group(no) ?? []);
  if (
    most === undefined ||
    groups.length < 2 ||
    !/单位|家/.test(text) ||
    !/^(?:这|那)?(?:里|其中|当中|这?些|这?几)/.test(text)
  )
    return undefined;
  const counts = groups.map((group) => group.responsibleUnits.length);
  const best = most === '多' ? Math.max(...counts) : Math.min(...counts);
  const found = groups.filter((_, i) => counts[i] === best);
  const places = found.map(({ location }) => location);
  return reply(
    `${groupList(found)}，责任单位点名${best}家，在这${groups.length}个组里最${most}。${at(...places)}`,
    places,
    {
      focus: found.map(({ no }) => ({ kind: 'group', no })),
    },
  );
}

const USED_FOR =
  /(?:拿来|拿去|用来)(?:干|做)|有(?:啥|什么)用|(?:干|做)(?:啥|什么|嘛)用|(?:咋|怎么|如何)用|派(?:啥|什么)用场|用(?:在|到)(?:哪|啥|什么)|算(?:进|到|入|在)|计入|记在|[跟和与](?:啥|什么|哪些)(?:挂钩?|有关|绑|捆|搭|连)|影响(?:啥|什么)/;
const USE = /结果|成绩|排名/;
const USED = /挂钩|纳入|通报|作为|依据|计入|运用/;

/** `评完拿来干啥`: what the place of the last answer says about the use of results. */
export function useOf(text: string, last: Turn, facts: Facts): Reply | undefined {
  const [place] = last.reply.cites;
  const clause = place === undefined ? undefined : facts.clause(place);
  if (!clause || !USED_FOR.test(text) || text.length > LONGEST_USE) return undefined;
  for (const sentence of clause.text.split(/(?<=[。；])/)) {
    const pieces = sentence.split(/(?<=，)/);
    const first = pieces.findIndex((piece) => USE.test(piece) && USED.test(piece));
    if (first >= 0)
      return reply(`${pieces.slice(first).join('').trim()}${at(clause.location)}`, [clause.location], {
        focus: last.reply.focus,
      });
  }
  return undefined;
}

/** A longer message has a matter of its own. */
const LONGEST_USE = 14;

/** Parts whose headings the last answer told, in order. */
function listIn(last: Turn, facts: Facts): readonly Clause[] {
  const said = fold(last.reply.lines.join(''));
  const { parts, headings } = headedParts(facts);
  const found = new Set(headings.find(said).map(({ value }) => value));
  const told = [...new Set([...found].flatMap((heading) => parts.get(heading) ?? []))]
    .map((list) => ({ list, own: list.clauses.filter(({ heading }) => found.has(fold(heading ?? ''))) }))
    .filter(({ list, own }) => own.length > 1 && own.length >= list.clauses.length - 1)
    .sort((a, b) => b.own.length - a.own.length || a.list.no - b.list.no);
  return told[0]?.own ?? [];
}

/** Headed clauses side by side, by each of their headings; and the finder of these. */
const headedParts = perNotice(({ model }) => {
  const headed = model.clauses.filter((clause) => clause.heading);
  const lists = Map.groupBy(headed, ({ parent, location }) => parent ?? location.replace(/[^·]*$/, ''));
  const parts = new Map<string, { no: number; clauses: readonly Clause[] }[]>();
  for (const [no, clauses] of [...lists.values()].entries()) {
    const list = { no, clauses };
    for (const { heading = '' } of clauses)
      parts.set(fold(heading), [...(parts.get(fold(heading)) ?? []), list]);
  }
  return { parts, headings: buildAutomaton([...parts.keys()].map((heading) => [heading, heading] as const)) };
});

/** A longer text is cut at a sentence. */
const LONG = 220;

function partReply(clause: Clause, facts: Facts): Reply {
  const own = clause.text.trim();
  const children = facts.children(clause.location).flatMap(({ heading }) => heading ?? []);
  const said = own === '' || own === clause.heading ? children.join('；') : shorten(own);
  const title = clause.heading && !said.startsWith(clause.heading) ? `${clause.heading}：` : '';
  return reply(`${title}${said}${at(clause.location)}`, [clause.location], {
    focus: [{ kind: 'clause', location: clause.location }],
    confidence: 0.85,
  });
}

function shorten(text: string): string {
  if (text.length <= LONG) return text;
  const end = text.lastIndexOf('。', LONG);
  return `${text.slice(0, end > 0 ? end + 1 : LONG)}……`;
}

const MORE =
  /^(?:还有|其他|其它|别的|剩下|后面|接着|往下|继续|完整|全文|全部)(?:的)?(?:呢|吗|么|没有?|啥|什么|说|念|讲|写了?(?:啥|什么)|有(?:啥|什么|没有|吗))*$/;

/** `还有呢` after one sentence: the sentence as a whole and the next. */
function theRest(text: string, last: Turn, facts: Facts): Reply | undefined {
  const [place, ...others] = last.reply.cites;
  const clause = place === undefined ? undefined : facts.clause(place);
  if (
    !MORE.test(text) ||
    !clause ||
    (others.length > 0 && others.some((other) => facts.clause(other)?.text === clause.text))
  )
    return undefined;
  const shown = shownOf(last);
  const sentences = clause.text
    .split(/(?<=[。\n])/)
    .map((sentence) => sentence.trim())
    .filter((s) => s !== '');
  const index = sentences.findIndex((sentence) => sentence.includes(shown) || shown.includes(sentence));
  const here = sentences[index];
  if (shown.length < SHORTEST || here === undefined) return undefined;
  const isWhole = here.replace(/。$/, '') === shown;
  const next = sentences[index + 1];
  const isAsserted = /[,，；、]/.test(here);
  if (isWhole && next === undefined && !isAsserted) return undefined;
  return reply(
    `同一处写着：${shorten(next === undefined ? here : `${here}${next}`)}${at(clause.location)}`,
    [clause.location],
    {
      focus: last.reply.focus,
    },
  );
}

/** The first line of the last answer as it stands in the notice. */
const shownOf = (last: Turn) =>
  (last.reply.lines[0] ?? '').replace(/（[^（）]*（?[^（）]*）?[^（）]*）$/, '').replace(/[。；]$/, '');

const SHORTEST = 5;
const GOOD = /积极|尽力|用心|认真|卖力|出色|优秀|先进|突出|[做干]得好|表现好|好的|成效|到位|强的/;
const BAD = /不力|不尽力|不行|不好|消极|差|落后|缓慢|拖拉|慢|懒|敷衍|应付|不到位|弱|[做干]得不/;

/** `那尽力的呢` after what befalls those who are not: the other half of the sentence. */
function otherSide(text: string, last: Turn, facts: Facts): Reply | undefined {
  const said = text.match(
    /^(?:要是|如果|对|反过来)?(.{2,10}?)(?:的|的单位|的部门|的干部|的人)(?:呢|怎么(?:办|样)|咋办|咋说)?$/,
  )?.[1];
  if (said === undefined) return undefined;
  const before = last.question.text;
  const isBad = BAD.test(said);
  const wasBad = BAD.test(before) || /追责|约谈|处分|问责|批评/.test(before);
  const isTurned = isBad ? !wasBad && GOOD.test(before) : GOOD.test(said) && wasBad;
  const [place] = last.reply.cites;
  const clause = place === undefined ? undefined : facts.clause(place);
  if (!isTurned || !clause) return undefined;
  const halves = clause.text
    .split(/[；。]/)
    .map((half) => half.trim())
    .filter((half) => half !== '');
  const other = halves.find(
    (half) => !shownOf(last).includes(half) && (isBad ? BAD : GOOD).test(half) && /^对/.test(half),
  );
  return other === undefined
    ? undefined
    : reply(`${other}。${at(clause.location)}`, [clause.location], { focus: last.reply.focus });
}
