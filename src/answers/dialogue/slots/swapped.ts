import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Mention } from '../../names/entities.ts';
import type { Question } from '../../question/parse.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const END = '(?:呢|嘞|哩|咧|[?？])*';
const BY_SURNAME = new RegExp(
  `^(?:那|那个|这个|换|换成|改成)?(?:位)?(姓\\p{Script=Han}的?(?:那)?(?:位|个)?(?:区)?(?:领导|主任|书记|委员)?)${END}$`,
  'u',
);
/** The surname by itself (`冯的`, `万呢`): somebody's only after a question about somebody. */
const SURNAME = new RegExp(
  `^(?:那|换成?|改成?)?(?:姓)?(\\p{Script=Han})(?:(?:的|那(?:位|边|份|摊|头|个)|手[里上]|名下)+的?${END}|[呢嘞哩咧][?？]*)$`,
  'u',
);
const NAMESAKES = /姓\p{Script=Han}的/u;
/** Somebody by his given name (`建国那位呢`). */
const GIVEN =
  /^(?:那|换成?|改成?|还有)?(\p{Script=Han}{2})(?:同志|书记|主任|委员|领导)?(?:(?:的|那(?:位|个|边|份|摊|头)|这(?:位|个)|手[里上]|名下)+的?|(?=[呢嘞哩咧]))(?:呢|嘞|哩|咧|[?？])*$/u;
/** Somebody by how his name is like the last one's. */
const BY_NAME =
  /^(?:那|还有)?(?:(?:[跟和与]?[他她])?(?:的)?(?:名字?|姓名)|[跟和与][他她])(?:跟|和|与)?(?:[他她])?(?:只|就|光|才|仅)?(?:(?:差|不同|不一样|差了)(?:在)?(?:一|1)个?字|(?:一|1)字之差|(?:很|挺)?(?:像|相近|差不多|近似))的?(?:那|这)?(?:一)?(?:个|位)?(?:人|领导|同志)?(?:呢|嘞|哩|[?？])*(.*)$/;
const LED_BY = new RegExp(
  `^(?:那)?(.{2,12}?)(?:牵头|挑头|领头|打头|带头|主抓)的?(?:那|这)?(?:个|组|一个|个组)?${END}$`,
);
const NUMBER = new RegExp(
  `^(?:那|再|跳到|轮到|还有|该|隔壁|挨着的?)?第?(${NUMERAL}|\\d{1,2})(?:组|条|号|项)?的?(?:${END}|(?:这|那)(?:一)?(?:栏|格|列|行)${END}|换人(?:了)?(?:没|吗)(?:有)?|也(?:(?:说|报|列|讲)一?下)?${END}|也?(?:照|抄)(?:着)?(?:他|她|它|这个)(?:填|写|抄)?(?:行不行?|行吗|可以吗|对吗)?${END}|(?:还|也)是(?:[他她它]家?|这家|同一[位家])(?:吗|么|吧)?${END}|又?(?:是|归|由|写|记|填|列|落)(?:的|着)?(?:是)?(?:谁|哪(?:一)?[家个位]|啥|什么)(?:单位|领导)?(?:牵头|分包|负责)?的?${END})$`,
);
const ITEM_AGAIN = new RegExp(
  `^(?:那)?第(${NUMERAL}|\\d{1,2})(?:个|条|项|块)?([\\u4e00-\\u9fff]{0,6}?)${END}[,，]?(?:又|都|是)*(?:主要|专门|重点)?(?:讲|说|叫|写|盯|管|抓|治|整治?|整顿|聚焦|针对|瞄准|冲着?|要|解决|查)?(?:的)?(?:又|都|是)*(?:啥|什么|哪(?:些|(?:一)?(?:个)?方面|(?:一)?块|类)?)?(?:的|问题|内容|事儿?)?${END}$`,
);
const FROM_END = new RegExp(`^(?:那)?(倒数第(?:${NUMERAL}|\\d{1,2})(?:个|条|组|项)?)(?:组|条)?${END}$`);
const THE_END = /(?:最末尾?|最后|末尾|倒数第.{1,2})(?:的)?(?:那|这)?(?:一)?(?:个|条|项)?/;
/** Another name, and that the same is wanted of it (`某局也说下`, `某部又在哪些`). */
const LIKEWISE =
  /^(?:那|还有|再)?[A-Z](?:的|那边|那个|组)*(?:(?:也|顺便|一并|一块|一起|一道)*(?:说|报|列|讲|念)(?:一?下|说|报|一遍)?|也|又(?:是|有|在|进|参加|牵头|分包|管)*(?:了)?(?:哪[些几]个?|什么|啥)(?:组)?)(?:呢|[?？])*$/;
/** What the last question asked, said again behind another name (`李呢，几项`). */
const ASKED_AGAIN =
  /(?<=[呢嘞哩咧])[,，\s]*(?:又|也|都|是|有)*(?:(?:几|多少)[个项家天条样]?|谁|哪[个家些位]|啥|什么|多久)[?？]*$/;
/** `标题就行`: how much of it is wanted. */
const TITLE_ONLY = /[,，\s]*(?:报|说|念|给)?(?:个)?(?:标题|题目|名字|名称)(?:就行|就好|即可|就可以|就成)$/;
const LONGEST = 18;

/** `那个姓某的领导`, `某部挑头那个呢`, `三十是哪家`, `倒数第二个嘞`: the last question with another thing in its place. */
export function swapped({ question, last, facts, ask, take }: Talk): Turn | undefined {
  const text = question.text.replace(TITLE_ONLY, '');
  const folded = question.folded.replace(TITLE_ONLY, '').replace(ASKED_AGAIN, '');
  if (folded.length > LONGEST) return undefined;
  const full =
    bySurname(folded, last, facts) ??
    byGivenName(folded, last, facts) ??
    byLikeName(text, last, facts) ??
    ledBy(text, question.mentions, last) ??
    likewise(question, last) ??
    itemAgain(text, last) ??
    fromEnd(text, last);
  const other = full === undefined ? numbered(text, last) : undefined;
  // One that there is not is refused, whatever the last one was.
  const turn =
    full !== undefined
      ? ask(full)
      : other === undefined
        ? undefined
        : (ask(other) ?? (isBeyond(text, last, facts) ? take(other) : undefined));
  return turn && exactly(turn);
}

function inPlaceOf(mention: Mention | undefined, name: string, { question: { text } }: Turn) {
  return mention && `${text.slice(0, mention.start)}${name}${text.slice(mention.end)}`;
}

function likewise(question: Question, last: Turn): string | undefined {
  const [name, ...others] = firmOf(question);
  const [before, ...more] = firmOf(last.question).filter(({ kind }) => kind === name?.kind);
  return name && others.length + more.length === 0 && LIKEWISE.test(question.masked)
    ? inPlaceOf(before, name.text, last)
    : undefined;
}

function bySurname(folded: string, last: Turn, { model }: Facts): string | undefined {
  const surname = folded.match(SURNAME)?.[1];
  const isOne = surname !== undefined && model.people.some(({ name }) => name.startsWith(surname));
  const said = isOne ? `姓${surname}的` : folded.match(BY_SURNAME)?.[1];
  const before = firmOf(last.question).find(({ kind }) => kind === 'person');
  if (said === undefined) return undefined;
  // After `姓刘的什么职务`, which names two.
  const asked = last.question.text;
  return !before && NAMESAKES.test(asked) ? asked.replace(NAMESAKES, said) : inPlaceOf(before, said, last);
}

/** After a question about somebody: the same of the only one who has this given name. */
function byGivenName(folded: string, last: Turn, { model }: Facts): string | undefined {
  const given = folded.match(GIVEN)?.[1];
  const before = firmOf(last.question).find(({ kind }) => kind === 'person');
  if (given === undefined || !before) return undefined;
  const [only, ...others] = model.people.filter(({ name }) => name.length > 2 && name.endsWith(given));
  return only && others.length === 0 ? inPlaceOf(before, only.name, last) : undefined;
}

/** After a question about somebody: the same, or something else, of the one whose name differs in one character. */
function byLikeName(text: string, last: Turn, facts: Facts): string | undefined {
  const asked = text.match(BY_NAME)?.[1];
  const before = firmOf(last.question).find(({ kind }) => kind === 'person');
  const [entity] = before?.entities ?? [];
  const name = entity?.kind === 'person' ? facts.person(entity.id)?.name : undefined;
  if (asked === undefined || name === undefined) return undefined;
  const like = facts.model.people.filter((one) => isAlmost(one.name, name));
  const [only, ...others] = like;
  if (!only || others.length > 0) return undefined;
  return asked === '' ? inPlaceOf(before, only.name, last) : `${only.name}${asked}`;
}

const isAlmost = (one: string, other: string) =>
  one.length === other.length && [...one].filter((char, i) => char !== other[i]).length === 1;

/** After `某部牵头的组是谁分包`: the same of the group that another unit leads. */
function ledBy(text: string, mentions: readonly Mention[], last: Turn): string | undefined {
  const said = text.match(LED_BY)?.[1];
  const [unit, ...others] = mentions.filter((m) => m.kind === 'unit' && m.how !== 'hint');
  if (said === undefined || unit?.text !== said || others.length > 0) return undefined;
  const before = firmOf(last.question).find(({ kind }) => kind === 'unit');
  return before && last.question.text.slice(before.end).startsWith('牵头')
    ? inPlaceOf(before, said, last)
    : undefined;
}

/** After a question about something with a number: the same of another number. */
function numbered(text: string, last: Turn): string | undefined {
  const no = parseNumeral(text.match(NUMBER)?.[1] ?? '');
  if (no === undefined) return undefined;
  const before = firmOf(last.question).find((m) => m.how === 'number' && FIGURE.test(m.text));
  const name = before?.text.replace(FIGURE, String(no));
  if (name !== undefined && before?.kind === 'clause' && !ASKS.test(last.question.text.slice(before.end)))
    return `${last.question.text.slice(0, before.start)}${name}讲的是什么`;
  if (name !== undefined) return inPlaceOf(before, name, last);
  const asked = last.question.text;
  return /附件\d/.test(asked) && firmOf(last.question).length === 0 && no < 10
    ? asked.replace(/附件\d/, `附件${no}`)
    : undefined;
}

/** The last number of a name (`第7组`, `七组`). */
const FIGURE = /(?:\d+|[一二三四五六七八九十]+)(?!.*[\d一二三四五六七八九十])/;

/** What was said of a part to tell it is not said of another (`第二个讲某事那些`). */
const ASKS = /谁|哪|啥|什么|几|多少|怎|咋/;

/** Whether a number is of no group or measure of the notice. */
function isBeyond(text: string, last: Turn, facts: Facts): boolean {
  const no = parseNumeral(text.match(NUMBER)?.[1] ?? '') ?? 0;
  const before = firmOf(last.question).find((m) => m.how === 'number');
  return before?.kind === 'group' ? !facts.group(no) : before?.kind === 'measure' && !facts.measure(no);
}

/** `第一条`, `头一个`, `打头那项` (in plain words `牵头那项`). */
const ITEM = /第\d+(?=个|条|项|块)|(?:打|牵|排)头(?:的)?(?:那|一)?(?=个|条|项|块)|头(?:一|1)(?=个|条|项|块)/;

/** The last of them: `正文第4块第1个制度`. */
const LAST_ITEM = new RegExp(`^(.*)(?:${ITEM.source})`);

/** After what the first of some things says: the same of another (`第二个聚焦讲的啥`). */
function itemAgain(text: string, last: Turn): string | undefined {
  const [, said = '', noun = ''] = text.match(ITEM_AGAIN) ?? [];
  const no = parseNumeral(said);
  const asked = last.question.text;
  return no !== undefined && asked.includes(noun) && ITEM.test(asked)
    ? asked.replace(LAST_ITEM, `$1第${no}`)
    : undefined;
}

function fromEnd(text: string, last: Turn): string | undefined {
  const said = text.match(FROM_END)?.[1];
  return said !== undefined && THE_END.test(last.question.text)
    ? last.question.text.replace(THE_END, said)
    : undefined;
}
