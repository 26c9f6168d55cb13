import { otherEnd, thatMeasure } from '../conversation/follow-ups.ts';
import { memberOf, swapLike } from '../conversation/swaps.ts';
import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';
import { doersNamed } from '../query/row.ts';
import type { Question } from '../question/parse.ts';
import { measureName } from '../replies/texts.ts';
import type { Turn } from '../turn.ts';

/** `分包领导是不是同一个` after a question for each of several: about what all of them were answered with. */
export function withAllSubjects(piece: string, turns: readonly Turn[], facts: Facts): string {
  const people = EACH.test(piece) ? peopleTold(turns, facts) : [];
  if (people.length > 1) return `${people.join('和')}${piece}`;
  const both = people.length > 1 || !THEIRS.test(piece) ? [] : peopleTold(turns, facts);
  if (both.length > 1) return `${both.join('和')}${piece.replace(THEIRS, '')}`;
  const two = namedTogether(turns.at(-1), facts);
  if (two.length > 1 && OF_BOTH.test(piece)) return `${two.join('和')}${piece.replace('也', '')}`;
  const pair = pairAsked(turns.at(-1), facts);
  const slot = pair.length > 1 && BARE_SAME.test(piece) ? slotAsked(turns.at(-1)) : undefined;
  if (slot !== undefined) return `${pair.join('和')}${slot}是不是同一个`;
  if (pair.length > 1 && (SLOT_OF_EACH.test(piece) || SAME_SLOT.test(piece)))
    return `${pair.join('和')}${piece.replace(BELOW, '')}`;
  if (
    turns.length < 2 ||
    !(
      /同一|一样|相同|一个?(?:人|领导|单位|部门)|一位|一家|[是同]一个(?:吗|吧|不|么|[?？])*$/.test(piece) ||
      BARE_SLOT.test(piece)
    )
  )
    return piece;
  const groups = new Set(
    turns.flatMap((turn) => turn.reply.focus.flatMap((e) => (e.kind === 'group' ? [e.no] : []))),
  );
  return groups.size < 2 || groups.size > MOST_TOLD || /第?\d+组/.test(piece)
    ? piece
    : `${[...groups].map((no) => facts.group(no)?.name).join('和')}${piece}`;
}

/** `他俩那些组的牵头单位分别是谁` after what each of several people has. */
const THEIRS = /^(?:那|又)?[他她](?:们|俩|仨|们俩)(?:各自|分别|手里|名下|的|那|这)*(?=组|几个组|些组)/;

/** Those under a leader. */
const BELOW = /^(?:那|又)?(?:下面|底下|下头|下边|具体)(?=牵头|领头|打头|带头)/;

/** `分包的也一样吗` after a question about two people: of the same two. */
const OF_BOTH =
  /^(?:那|又|可)?(?:分?包|分管|管|抓|职务|头衔|职级)(?:的)?(?:事项|组|项|活儿?)?(?:数)?(?:也|又|是不是|是|都)*(?:一样|相同|同样|一致)/;

/** The people whom the last part named, where they were several. */
const namedTogether = (last: Turn | undefined, facts: Facts): string[] =>
  (last?.question.mentions ?? []).flatMap(({ kind, how, entities: [entity, ...others] }) =>
    kind === 'person' && how !== 'hint' && entity?.kind === 'person' && others.length === 0
      ? (facts.person(entity.id)?.name ?? [])
      : [],
  );

/** `牵头各是哪家`, `领导是一个人不` after a question about several groups: of the same groups. */
const SLOT_OF_EACH =
  /^(?:那|又)?(?:下面|底下|下头|下边|具体)?(?:牵头|领头|分包|分管|责任|配合|带头|打头|包|管)(?:的)?(?:区?领导|单位|部门|人|局)?(?:又|都)?(?:各自?|分别)(?:是|有|归|由)?(?:谁|哪|几|什么|啥)/;
const SAME_SLOT =
  /^(?:那|又)?(?:上头|上面|后头)?(?:牵头|领头|分包|分管|责任|配合|带头|打头|包|管|抓)?(?:的)?(?:区?领导|单位|部门|人|局)(?:是不是|是|归|由|也|都)*(?:同)?(?:一个|一位|一家|同一|一样)|^(?:又|都)?(?:是不是|是|都是)(?:由|归)?同?一[个位家](?:区?领导|单位|人)?(?:分包|包|分管|管|牵头|抓)/;

/** `是不是一家` after who has several groups: in the slot that was asked. */
export const BARE_SAME =
  /^(?:那|又)?(?:他们|它们|这[俩两][个家位]?)?(?:是不是|是|都是|还是|也是)(?:同)?(?:一个?(?:人|领导|单位|家|局)?|一家(?:单位)?|一位(?:领导)?|同一[个家位](?:人|领导|单位|局)?)(?:的)?(?:吗|吧|不|么|[?？])*$/;
const slotAsked = (last: Turn | undefined) => {
  const asked = last?.question.text ?? '';
  if (/分[包管]|领导/.test(asked)) return /牵头/.test(asked) ? undefined : '分包领导';
  return /牵头/.test(asked) ? '牵头单位' : undefined;
};

/** The groups that the last part named and was answered with, where they were several. */
function pairAsked(last: Turn | undefined, facts: Facts): string[] {
  const named = last?.question.mentions.filter(({ kind }) => kind === 'group') ?? [];
  const told = new Set(last?.reply.focus.flatMap((e) => (e.kind === 'group' ? [e.no] : [])));
  return named.length < 2 || told.size !== named.length
    ? []
    : [...told].flatMap((no) => facts.group(no)?.name ?? []);
}

/** `各包几项` after a question for each of several people. */
const EACH = /^(?:又|那)?(?:各自?|分别)(?:又)?(?:分包|分管|包|管|抓|是|任|当)/;

/** The people that the parts before were each answered with. */
function peopleTold(turns: readonly Turn[], facts: Facts): string[] {
  const ids = turns.flatMap(({ reply: { focus } }) => {
    const [only, ...others] = focus;
    return only?.kind === 'person' && others.length === 0 ? [only.id] : [];
  });
  return ids.length === turns.length ? [...new Set(ids)].flatMap((id) => facts.person(id)?.name ?? []) : [];
}

/** `谁分包` after a question for each of several. */
const BARE_SLOT =
  /^(?:都|各|又|各自|分别)*(?:是|归|由)?(?:谁|哪[个位些家]?(?:领导|单位)?)?(?:来)?(?:分包|牵头|配合|责任|包)(?:的)?(?:领导|单位)?(?:都|各|分别)?(?:写|填|列)?(?:的|着)?(?:是|有)?(?:谁|啥|什么|哪[个位些家])?$/;

/** `甲局牵头哪个组` beside `乙局牵头哪个组`: each has a subject of its own. */
export function isParallel(piece: string, before: string | undefined, linker: Linker): boolean {
  if (before === undefined) return false;
  const head = piece.match(ASKED_HEAD)?.[0];
  if (head !== undefined && before.startsWith(head) && linker.link(piece.slice(head.length)).length > 0)
    return true;
  let same = 0;
  while (same < piece.length && piece.at(-1 - same) === before.at(-1 - same)) same += 1;
  const own = piece.slice(0, piece.length - same);
  const isOwnFigure = FIGURE_ALONE.test(piece) && linker.link(own).some((m) => !before.includes(m.text));
  if (isOwnFigure && same > 1 && before.length - same > 1) return true;
  if (
    OWNER_ALONE.test(piece.slice(piece.length - same)) &&
    before.length > same &&
    linker.link(own).length > 0
  )
    return true;
  // `税哪家牵头` before it: a matter of one character.
  const isShort = before.length - same === 1 && linker.link(own).length > 0;
  return (
    same >= SAME_END &&
    (before.length - same > 1 || isShort) &&
    (linker.link(own).length > 0 || !SLOT_HEAD.test(own))
  );
}

/** `甲谁牵头，乙谁牵头`: all that is asked of either. */
const OWNER_ALONE =
  /^\s?(?:归|由|是)?(?:谁|哪(?:一)?[个家位](?:局|单位|部门|领导|组)?)(?:来|在)?(?:牵头|分包|分管|管|包|负责|抓|配合)?[?？]?$/;

/** `谁管甲事，谁管乙事`: what both parts begin with. */
const ASKED_HEAD =
  /^(?:由|归)?(?:谁|哪(?:一)?[个位家](?:领导|单位|组)?)(?:来|在)?(?:管|分包|分管|牵头|负责|抓|配合)/;

const SLOT_HEAD = /^(?:牵头|配合|责任|参[加与]|分包|分管|分项|总|的|都|各|又|还|也|领导|单位)/;

/** `某事几天`: a matter of its own, and its figure. */
const FIGURE_ALONE = /^[\u4e00-\u9fffa-z\d.]{2,8}?(?:要|得|是|到)?(?:几天|多少|几个工作日|多久)[?？]?$/;

/** Characters that two questions of one kind end in. */
const SAME_END = 4;

/** More groups than this are not held against each other. */
const MOST_TOLD = 4;

/** A part that points back at what the part before it was answered with. */
export function inOneBreath(question: Question, last: Turn, facts: Facts): string | undefined {
  const { text, mentions } = question;
  const firm = mentions.filter((m) => m.how !== 'hint');
  return (
    otherEnd(text, last) ??
    thatMeasure(text, last) ??
    (/^(?:其中|里[头面]|这里|当中)/.test(text) ? memberOf(firm, text, last, facts) : undefined) ??
    isInIt(question, last, facts) ??
    (/^附件\d.{0,3}呢$/.test(text) ? swapLike(text, last) : undefined)
  );
}

/** A question of whether it is in it is short. */
const LONGEST = 14;

/** A unit, whether it is in something that is not said. */
const IN_IT =
  /^(?:也|还|又|那)?(?:(?:责任单位|配合(?:单位|的)?|参加的|名单|成员)(?:里[面头]?|中)?)?(?:(?:有没有|有|包括|包含|含|带)U(?:的|那边)?(?:没有?|吗|不)?|U(?:的|那边|那家|它)?(?:在不在|也?在(?=.*(?:吗|没|么|吧|不)$)|有没有|有|参不参加|(?:参加|配合)(?=.*(?:吗|没|么|吧|不)$)|是不是|算不算)(?:里[头面边]|里|其中|名单|内|份|分工|责任单位|成员|配合)*(?:里|内)?(?:吗|没有?|么|吧|不|了没)?)$/;

/** Whose unit it is. */
const OURS = /^(?:那)?(?:我们?|咱们?|俺们?)(?=U)/;

/** `…有甲局没有，有乙局没有`, `…谁牵头，乙局在不在里头`: a unit, whether it is in the same group or measure. */
export function isInIt({ text, mentions, masked }: Question, last: Turn, facts: Facts): string | undefined {
  const [only] = mentions;
  const [named, ...others] = mentions.flatMap((m) => m.entities);
  const [doer] = doersNamed(only?.text ?? '', named, facts);
  const entity = doer === undefined ? named : { kind: 'unit' as const, id: doer };
  const said = only?.how === 'hint' ? masked.replace(only.text, 'U') : masked.replace('G', 'U');
  if (entity?.kind !== 'unit' || others.length > 0 || !IN_IT.test(said.replace(OURS, ''))) return undefined;
  const groups = last.reply.focus.filter(({ kind }) => kind === 'group');
  const measures = last.reply.focus.filter(({ kind }) => kind === 'measure');
  const isInMeasure = (e: (typeof measures)[number]) =>
    e.kind === 'measure' && facts.measuresOfUnit(entity.id).some(({ no }) => no === e.no);
  const [focus, ...more] =
    groups.length > 0 ? groups : measures.toSorted((a, b) => +isInMeasure(b) - +isInMeasure(a));
  const name = facts.unit(entity.id)?.name;
  if (text.length > LONGEST) return undefined;
  // What a unit leads may be a group and an item of another: asked of both.
  if (focus?.kind === 'group' && more.length === 1)
    return `${name}在${groups.flatMap((e) => (e.kind === 'group' ? `${facts.group(e.no)?.field}组` : [])).join('和')}里吗`;
  if (more.length > 0 && focus?.kind !== 'measure') return undefined;
  if (focus?.kind === 'group') return `${name}在${facts.group(focus.no)?.field}组里吗`;
  const measure = focus?.kind === 'measure' ? facts.measure(focus.no) : undefined;
  return measure && `${name}在${measureName(measure)}里吗`;
}

/** Long enough to say what it is about, and neither a slot of something else nor a word that points back. */
export const isWhole = ({ text }: Question) =>
  /^(?:[\u4e00-\u9fff]{2,6}(?:设|放|挂)?在(?:哪[里儿]?|什么地方)|办公室副?主任(?:都|又|各|分别)*(?:是|有|叫)?(?:谁|哪[位个些几])|(?:要是|如果)?(?:干|做|办|搞)(?:得)?(?:[好孬砸差坏赖]|不好|不行|不到位)(?:了|的)?[\u4e00-\u9fff]{0,4}(?:咋|怎么|有啥|有什么|给)[\u4e00-\u9fff]{0,4})$/.test(
    text,
  ) ||
  (text.length >= 7 && !/^[它他她这那其该还又也]|又是|也是|责任单位|牵头|对应|分包|职责|配合/.test(text));
