import { ASKED } from '../../conversation/matter-swaps.ts';
import { nameOf } from '../../conversation/subjects.ts';
import { entityKey } from '../../names/entities.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

const SAME =
  /一样(?![多少高低长短快慢])|相同|一致|同一|一个(?:人|领导|单位)|一家|(?:同)?一(?:个)?人|是不是(?:他|它|她)俩?/;
const DIFFERENCE =
  /差在哪|差哪|有(?:没有)?(?:差别|区别|不同|出入|差异)(?:没有?|吗|不|么|[?？]|$)|(?:有)?(?:啥|什么|哪些?)(?:不同|区别|差别|出入)|哪[里儿]?不(?:一样|同)/;
const MORE =
  /(?:谁|哪(?:一)?[个家位组条项头边样种])(?:[^,，]{0,4}?)(?:更|还|要)?(多|少|高|低|长|短|快|慢|狠|大|小|紧|松)|比比|比一比|(?:多|少|差)(?:几|多少)|一样[多少高低长短快慢]/;
const ORDER = /从(?:高|大|多)到(?:低|小|少)|排(?:排|个)(?:序|队|名|一?下)?|大小顺序/;
/** What both have together. */
const SUM =
  /(?:[两俩]|它们|他们)(?:个|家|位|组|边|人)*(?:加|合|一共|总共)|(?:加|合)(?:在|到)?(?:一起|起来|一块儿?)|总数/;
/** `少了几个工作日`: from what to what one figure goes. */
const CHANGE = /(?:少|多|减|压|降|缩|快|提)(?:缩|短|少)?了(?:几|多少)/;
const FROM_TO =
  /(\d+(?:\.\d+)?)(%|个?工作日|日|天|个|项|张)?[^\d]{0,8}(?:压缩|缩短|压|降低|降|减少|减|精简|提高|提升)(?:到|至|为)\s*(\d+(?:\.\d+)?)/;
/** Asked of both, whatever was asked before. */
const SLOT = /分包领导|上头|领导|牵头单位|牵头|责任单位|职务/;
const LONGEST = 18;
/** Words for the smaller of two. */
const LESS = /少|低|短|快|小|紧/;
const FIGURE = /(\d+(?:\.\d+)?)\s*(%|个?工作日|日|天|个|家|名|位|项|条|平方米|微克|万元|亿元)/;

/**
 * `名单一样吗`, `哪个多，多几家`, `差在哪`, `这仨从高到低排排`: the last answers held against each other. Undefined where
 * only one thing was asked about.
 */
export function compared(talk: Talk): Turn | undefined {
  const { question, last } = talk;
  const { text } = question;
  if (text.length > LONGEST || firmOf(question).length > 0) return undefined;
  const isOrder = ORDER.test(text);
  const isSum = SUM.test(text) && /几|多少|总数/.test(text);
  if (CHANGE.test(text)) return changed(talk);
  if (!(isOrder || isSum || SAME.test(text) || DIFFERENCE.test(text) || MORE.test(text))) return undefined;
  const sides = sidesOf(last, isOrder ? 3 : 2);
  if (sides.length < 2) return undefined;
  const other = SAME.test(text) ? otherSlot(sides, talk) : undefined;
  if (other) return other;
  const found =
    isSum || isOrder || (MORE.test(text) && !SAME.test(text))
      ? byFigure(sides, text, talk)
      : bySets(sides, talk);
  return found && { question, reply: found };
}

/** `少了几个工作日` of a figure that goes from one value to another. */
function changed({ question, last }: Talk): Turn | undefined {
  const [line = ''] = last.reply.lines;
  const [, from, unit = '', to] = line.match(FROM_TO) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const apart = Math.round(Math.abs(Number(from) - Number(to)) * 100) / 100;
  return {
    question,
    reply: reply([`相差${apart}${unit}（${from}→${to}）。`, line], last.reply.cites, {
      focus: last.reply.focus,
    }),
  };
}

/** Another slot of both than was asked of each. */
function otherSlot(sides: readonly Turn[], { question, facts, ask }: Talk): Turn | undefined {
  const slot = question.text.match(SLOT)?.[0];
  if (slot === undefined || sides.some((turn) => turn.question.text.includes(slot))) return undefined;
  const groups = sides.flatMap((turn) => turn.reply.focus.find(({ kind }) => kind === 'group') ?? []);
  if (groups.length !== sides.length) return undefined;
  const said = /领导|上头/.test(slot) ? '分包领导' : slot;
  return ask(`${groups.map((group) => nameOf(group, facts)).join('和')}的${said}是同一个吗`);
}

/** The last turns that asked the same of different things, oldest first. */
function sidesOf(last: Turn, most: number): Turn[] {
  const sides = [last];
  for (let turn = last.before; turn && sides.length < most; turn = turn.before) {
    if (turn.reply.kind !== 'answer') break;
    sides.unshift(turn);
  }
  return sides;
}

/** What a turn was about, in its own words. */
function labelOf({ question }: Turn): string {
  const [mention] = firmOf(question);
  const bare = question.text.replace(ASKED, '').replace(/[呢的归由是要]+$/, '');
  return mention?.text ?? bare.slice(0, 14);
}

function byFigure(sides: readonly Turn[], text: string, talk: Talk): Reply | undefined {
  const isCount = /几家|几个|几条|几项|几位|参加|牵头|单位/.test(
    sides.map(({ question }) => question.text).join(),
  );
  const values = sides.map((turn) => {
    const line = (turn.reply.lines[0] ?? '').replace(/（[^（）]*）|第\d+[组条]|附件\d/g, '');
    const [, figure, unit = ''] = line.match(FIGURE) ?? [];
    const items = isCount ? itemsTold(turn.reply, talk.facts, talk.link).length : 0;
    return figure === undefined
      ? { turn, value: items > 0 ? items : Number.NaN, unit: '个' }
      : { turn, value: Number(figure), unit };
  });
  if (values.some(({ value }) => Number.isNaN(value))) return undefined;
  const isLess = LESS.test(text.replace(ORDER, ''));
  const sorted = values.toSorted((a, b) => (isLess ? a.value - b.value : b.value - a.value));
  const [most, next] = sorted;
  if (!most || !next) return undefined;
  const order = sorted.map(({ turn, value, unit }) => `${labelOf(turn)}${value}${unit}`).join('，');
  const apart = Math.abs(most.value - next.value);
  const sum = Math.round(values.reduce((all, { value }) => all + value, 0) * 100) / 100;
  if (SUM.test(text) && !MORE.test(text)) return together(`一共${sum}${most.unit}（${order}）。`, sides);
  const verdict = ORDER.test(text)
    ? `依次是：${sorted.map(({ turn }) => firstOf(turn)).join('；')}。`
    : apart === 0
      ? `一样多：${order}。`
      : `${labelOf(most.turn)}更${isLess ? '少' : '多'}，相差${Math.round(apart * 100) / 100}${most.unit}（${order}）。`;
  return together(verdict, sides);
}

const firstOf = ({ reply: { lines } }: Turn) =>
  (lines[0] ?? '').replace(/（[^（）]*）。?$/, '').replace(/。$/, '');

function bySets(sides: readonly Turn[], { facts, link }: Talk): Reply | undefined {
  const sets = sides.map((turn) => {
    const asked = new Set(firmOf(turn.question).flatMap(({ entities }) => entities.map(entityKey)));
    const told = itemsTold(turn.reply, facts, link).flatMap(({ entity }) => entity ?? []);
    const named = link((turn.reply.lines[0] ?? '').replace(/（[^（）]*）/g, '')).flatMap((m) =>
      m.how === 'hint' ? [] : m.entities,
    );
    return new Set((told.length > 1 ? told : named).map(entityKey).filter((key) => !asked.has(key)));
  });
  const [one, other] = sets;
  if (!one || !other || one.size === 0 || other.size === 0) return undefined;
  const isSame = one.size === other.size && [...one].every((key) => other.has(key));
  return together(isSame ? '是的，一样。' : '不一样。', sides);
}

function together(verdict: string, sides: readonly Turn[]): Reply {
  return reply(
    [verdict, ...sides.flatMap(({ reply: { lines } }) => lines.slice(0, 1))],
    sides.flatMap(({ reply: { cites } }) => cites.slice(0, 2)),
    { focus: sides.flatMap(({ reply: { focus } }) => focus) },
  );
}
