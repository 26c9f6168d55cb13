import { unframed } from '../beside/frames.ts';
import { introductionIn } from '../beside/introduction.ts';
import { closeGaps } from '../beside/noise.ts';
import { MAKES_SHEET } from '../beside/work-chat.ts';
import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import { type Entity, type EntityKind, entityKey, type Mention } from '../names/entities.ts';
import type { Linker } from '../names/link.ts';
import { maskMentions } from '../names/mask.ts';
import { ROLE_NOUN } from '../names/posts.ts';
import { plainByNames } from '../turns/slots-by-names.ts';
import { type Cue, cuesIn, STRUCTURAL } from './cues.ts';
import { mendSlots } from './slot-typos.ts';
import { plainUnitAsks } from './unit-asks.ts';
import { contentOf, residueOf, stripPolite } from './wording.ts';

/** A space after a word that asks is a comma (`谁牵头 某部参加吗`). */
const BREATH =
  /((?:谁|啥|什么|哪[个家些位]|几[个家条天部份项位次块]|多少|多久|多长时间)[\u4e00-\u9fff]{0,4}|[吗呢])\s+(?=[\u4e00-\u9fff])/g;

/** Things set apart by spaces before what is asked of each (`甲率 乙率 分别是多少`). */
const LISTED =
  /(?<=^|^(?:附件[一二12]|正文)(?:里面?|中|上)?(?:头)?\s+)(?!(?:附件[一二12]|正文)(?:里面?|中|上)?(?:头)?\s)\S{2,14}(?:\s+\S{2,14}){1,4}\s+(?=(?:分别|各自?|都)(?:是|要|有|为|归|由)?|并排|(?:这|那)(?:[俩两三四几]个?)(?:数|指标))|^\S{2,12}(?:目标|率|时限)(?:\s+\S{2,12}(?:目标|率|时限)){1,3}(?=$|\s)/;

/** A space after a stretch of words stands where a comma would (`窗口让我开个奇葩证明 这种归谁整治`). */
const PAUSED = /(?<=[\u4e00-\u9fff]{5,})[ \u3000]+(?=(?!在)[\u4e00-\u9fff]{3})/g;

/** Words typed in letters, with a blank between them (`caigou pingtai`). */
const TYPED_APART = /(?<=[a-z]{2}) (?=[a-z]{2})/gi;

/** `开会要用 24条呢`: a space after what it is wanted for, or who wants to know. */
const SAID_FIRST = new RegExp(`(?<=^(?:[\\u4e00-\\u9fff]{1,6}[用问]|${MAKES_SHEET}))[ \\u3000]+`);

/** A key held down: no word has one character so often in a row. */
const RUN = /((.)\2{7})\2+/gu;

/** Longer texts are no questions; what is behind is not read. */
const READ = 400;

/** A question understood as far as words go. */
export interface Question {
  /** As asked, folded. */
  folded: string;
  /** Without politeness, ordinals in digits: what everything below refers to. */
  text: string;
  mentions: Mention[];
  /** `text` with each firm mention as one capital letter. */
  masked: string;
  cues: Set<Cue>;
  /** Content that neither mentions nor structural words explain. */
  residue: string[];
  /** What to look for in the notice's sentences: everything but numbers of groups, measures and places. */
  content: string[];
}

/** What was read and linked with a linker that remembers. */
const memories = new WeakMap<Linker, Map<string, Question>>();

/** The same linker for one message: what is read or linked with it again is not worked out again. */
export function remembering(linker: Linker): Linker {
  const links = new Map<string, Mention[]>();
  const own: Linker = {
    rewrite: linker.rewrite,
    written: linker.written,
    link(text) {
      const known = links.get(text) ?? linker.link(text);
      links.set(text, known);
      return known;
    },
  };
  memories.set(own, new Map());
  return own;
}

/** Reads a question: folds, strips, links and looks for cues. */
export function readQuestion(raw: string, linker: Linker): Question {
  const memory = memories.get(linker);
  const question = memory?.get(raw) ?? reading(raw, linker);
  memory?.set(raw, question);
  return question;
}

function reading(raw: string, linker: Linker): Question {
  const typed = (raw.length > 4 * READ ? raw.slice(0, 4 * READ) : raw).replace(RUN, '$1');
  const said = closeGaps(typed, linker.link)
    .replace(SAID_FIRST, '，')
    .replace(BREATH, '$1，')
    .replace(LISTED, (list) => list.trim().replace(/\s+/g, '、'))
    .replace(PAUSED, '，')
    .replace(TYPED_APART, '');
  const folded = unframed(fold(said).slice(0, READ));
  const stripped = digitize(linker.rewrite(stripPolite(mendSlots(folded))));
  const introduced = linker.link(stripped);
  const end = introductionIn(stripped, introduced, folded);
  const plain = end === 0 ? stripped : stripPolite(stripped.slice(end));
  const found = end === 0 ? introduced : linker.link(plain);
  const bare = withoutAppositions(plain, found);
  const asks = plainUnitAsks(bare, bare === plain ? found : linker.link(bare));
  const slots = plainByNames(asks, asks === plain ? found : linker.link(asks));
  const text = withPosts(slots, slots === plain ? found : linker.link(slots));
  return understand(folded, text, promoteUnits(text, text === plain ? found : linker.link(text)));
}

/** What is said of somebody named right behind his name (`某局这家`, `某某这位领导`): it names nothing else. */
const APPOSITIONS: Partial<Record<EntityKind, RegExp>> = {
  unit: /^(?:的?(?:兄弟|弟兄|哥们儿?|伙计)们?(?!单位|局|部门)|[这那](?:一)?(?:家(?:单位|局)?|个(?:局|单位|部门))|[他它]们(?:家|局|单位)?(?!的)|[那这]边儿?(?!的)|那口子|[那这](?:一)?(?:条(?:战)?线|一?口子?)(?!的))(?=.)/,
  person: /^(?:[这那](?:一)?[位个](?:领导|同志)|[他她]那儿|那儿|那边)(?=.)/,
};

/** `给我们供暖的某公司`: what somebody does, told before his name. */
const DOES_FIRST =
  /(?<=^|[,，。;；])(?:那个?|咱|平时|平常|天天|冬天|夏天|一直|专门)*(?:给|替|帮|为|管|负责|供|送|收|发|修|查)(?:着)?(?:我们|咱们?|俺们?|大家|老百姓|企业|全区|区里)?[^,，。谁哪什啥几多组]{0,8}的$/;

/** `这位某主任`; a word before it would be told of him (`包某事那位某主任`). */
const THIS_PERSON = /(?<=^|[,，、。;；和跟与及是由归找问让])(?:这|那)位(?:领导|同志)?$/;

function withoutAppositions(text: string, mentions: readonly Mention[]): string {
  let out = '';
  let at = 0;
  for (const { kind, how, start, end } of mentions) {
    if (how === 'hint') continue;
    const behind = text.slice(end).match(APPOSITIONS[kind] ?? /^$/)?.[0] ?? '';
    const said = text.slice(at, start);
    const before =
      said.match(kind === 'person' ? THIS_PERSON : kind === 'unit' ? DOES_FIRST : /^$/)?.[0] ?? '';
    if (behind === '' && before === '') continue;
    out += text.slice(at, start - before.length) + text.slice(start, end);
    at = end + behind.length;
  }
  return at === 0 ? text : out + text.slice(at);
}

const NEXT_POST = new RegExp(`^(?:和|跟|与|、|以?及|还有)(?=(?:${ROLE_NOUN})(?!单位))`);
const ITS_ROLE = new RegExp(`的?(?:${ROLE_NOUN})$`);

/** `某委主任跟副主任`: the second post is of the same body. */
function withPosts(text: string, mentions: readonly Mention[]): string {
  const post = mentions.find((m) => m.how === 'post' && NEXT_POST.test(text.slice(m.end)));
  if (!post) return text;
  const and = text.slice(post.end).match(NEXT_POST)?.[0] ?? '';
  return `${text.slice(0, post.end)}${and}${post.text.replace(ITS_ROLE, '')}${text.slice(post.end + and.length)}`;
}

const AMONG_UNITS =
  /组|牵头|参加|参与|配合|有份|责任单位|成员|身份|角色|在(?:里[头面]|其中|那里|这里)|[领帮]的(?:都|[,，]|[帮领配]的)|[一几两哪多]处|在?哪[几些]?块(?:里|$)|露[过了]?[脸面]|出现|它的[事份]|谁家?(?:牵|进|占|挂|掺|沾)|碰头|碰面|重合|重叠|交集|同框/;

/** A bare word for a unit (`甲` for 甲局) names it where the question speaks of units and names nothing else. */
function promoteUnits(text: string, all: Mention[]): Mention[] {
  const mentions = all.map((m) =>
    isPassedBy(text, m)
      ? { ...m, how: 'hint' as const }
      : isListedGroup(text, m, all) || isJoinedGroup(text, m, all) || isListedUnit(text, m, all)
        ? { ...m, how: 'spoken' as const }
        : m,
  );
  const isActing = (m: Mention) =>
    m.kind === 'unit' &&
    m.how === 'hint' &&
    (ACTS.test(text.slice(m.end)) ||
      (I_AM.test(text.slice(0, m.start)) && MY_UNIT.test(text.slice(m.end))) ||
      (BUT_FOR.test(text.slice(0, m.start)) && STILL.test(text.slice(m.end))) ||
      (HAS.test(text.slice(0, m.start)) && ASKED.test(text.slice(m.end))) ||
      (IS_LED_BY.test(text.slice(0, m.start)) && CLOSES.test(text.slice(m.end))));
  const acting = mentions.filter(isActing);
  const isBeside = (m: Mention) =>
    m.kind === 'unit' &&
    acting.some(
      (unit) => JOINED.test(text.slice(m.end, unit.start)) || JOINED.test(text.slice(unit.end, m.start)),
    );
  if (acting.length > 0)
    return mentions.map((m) => (isActing(m) || isBeside(m) ? { ...m, how: 'spoken' } : m));
  const isOnly = mentions.every((m) => m.kind === 'unit');
  if (!isOnly || !AMONG_UNITS.test(text) || tellsMore(text, mentions)) return mentions;
  return mentions.map((m) => (m.how === 'hint' ? { ...m, how: 'spoken' } : m));
}

/** `甲局和乙局都在`: what one does, the other does. */
const JOINED = /^[跟和与同、]$/;

/** What only a unit does or is (`某局算牵头还是配合`). */
const ACTS =
  /^(?:的|那边|这边|那家|那头|那口子?)?(?:连牵头带(?:配合|参加)|牵头加配合|(?:都|又|也)?(?:在|进|参加|牵头?|配合|沾|挂)(?:了|过|着)?(?:哪|几|什么|啥|多少)|都参加|(?:没有?|不|也|却|又)(?:参加|在|进|牵头?|配合)(?:了|过|的)*(?:呢|[,，?？]|$|组|有)|(?:在不在|有没有进|进没进|进了?|参加了?|在|列[进入在]|挂[在上]?)[^,，]{1,8}组|在不在(?:里[面头]|其中|名单|内|$)|(?:和|跟|与|、)[^,，]{2,8}(?:都|同时|一起|共同)(?:在|参加|参与|出现|列)|(?:在里[面头])?(?:到底|究竟|应该|该|也|又|还|都|就|只|要)*(?:算不算|算|是不是|是|属于|当的?)?(?:什么|啥|个)?(?:牵头|配合|责任单位|参[加与])|除(?:了|开|去|掉)?.{2,24}(?:还|别的|另外|其[他它余]).*组|的(?:专项)?组[,，]|(?:也|都|又)(?:得|要|该|在)?(?:牵头|配合|参加)|的[,，].*(?:不说|不算|除外|之外|以外)[,，]?.*(?:还|另|别|其他|呢))/;

/** `我是某局的，除了自家…` */
const I_AM = /^(?:我|俺|咱)(?:们)?(?:这边|这儿)?(?:是|在)$/;
const MY_UNIT = /^(?:的|口|这边|系统|上班)?[,，].*(?:自家|自己|我们|我局|咱|俺|局里)/;

/** `除了某局还要谁来`: one of the units there. */
const BUT_FOR = /(?:除(?:了|去|开|掉)?|除开|不算|抛开|刨去)$/;
const STILL = /^(?:局|委)?(?:自己|自家|本身|它?自个儿?|那家|这家)?(?:以外|之外|外)?[,，]?(?:还|又|另|再|剩)/;

/** `某组牵头甲局，…`, `某组甲局牵头`: who leads it. */
const IS_LED_BY = /(?:牵头|牵头单位|牵头的|配合|归|由|组|是)(?:的)?(?:是|写的)?$/;
const CLOSES = /^(?:牵头|来牵|配合|$|[,，。、?？](?!.{0,4}(?:局|委)))/;

/** What a group has or lacks (`某组没有某局吧`). */
const HAS = /(?:组|责任单位)(?:里[面头]?|名单|中)?[^,，]{0,3}(?:没有?|有没有|有|带|含|包括|不带|缺)$/;
const ASKED = /^(?:这家|那家|的)?(?:吧|吗|没有?|不|么|嘛|对|[,，?？]|$)/;

/** A bare word for a group in a list of groups (`甲事、乙事、…`). */
const isListedGroup = (text: string, m: Mention, all: readonly Mention[]) =>
  m.kind === 'group' &&
  m.how === 'hint' &&
  (text[m.start - 1] === '、' || text[m.end] === '、') &&
  all.filter(({ kind, how }) => kind === 'group' && how !== 'hint').length > 1;

/** A bare word for a group that is joined to a named one and held against it (`甲事跟乙是一个领导包的吧`). */
const isJoinedGroup = (text: string, m: Mention, all: readonly Mention[]) =>
  m.kind === 'group' &&
  m.how === 'hint' &&
  m.entities.length === 1 &&
  all.some(
    (other) =>
      other.kind === 'group' &&
      ((SAME.test(text.slice(m.end)) && JOINS.test(text.slice(other.end, m.start))) ||
        // The first of two such words (`甲的事跟乙的事，领头单位是一家不`).
        (other.entities.length === 1 &&
          SAME.test(text.slice(other.end)) &&
          JOINS.test(text.slice(m.end, other.start)))),
  );

const OF_IT = '(?:的(?:事儿?|活儿?)?|(?:这|那)?(?:一)?[块摊个组头]+儿?)?';
const JOINS = new RegExp(`^${OF_IT}[跟和与同、]$`);
const SAME = new RegExp(
  `^${OF_IT}[,，]?(?:这|那)?(?:两|俩)?(?:块|摊|个|家|件)?(?:事儿?)?[,，]?(?:都)?(?:是不是|是|的)?(?:上头|上面|后头)?(?:分包|牵头|领头|打头|带头|挑头|分管|包|管|抓)?(?:的)?(?:区?领导|单位|部门|人|局)?(?:是不是|是|归|由)?(?:不是)?(?:同)?(?:一个|一位|一家|同一)`,
);

/** A bare word for a unit between two names of a list of units (`甲、乙局`). */
const isListedUnit = (text: string, m: Mention, all: readonly Mention[]) =>
  m.kind === 'unit' &&
  m.how === 'hint' &&
  all.some(
    (other) =>
      other.kind === 'unit' &&
      other.how !== 'hint' &&
      (text.slice(m.end, other.start) === '、' || text.slice(other.end, m.start) === '、'),
  );

/** A unit that a story only came by (`跑了甲局又跑乙局，…谁牵头`). */
const isPassedBy = (text: string, m: Mention) =>
  m.kind === 'unit' &&
  m.how !== 'hint' &&
  /(?:跑|跑了|跑完|跑过|找了|找过|问了|问过|去了|去过)$/.test(text.slice(0, m.start)) &&
  /[,，]/.test(text.slice(m.end));

/** A story beside the word (`某组来核对，…谁负总责`) is about something else. */
function tellsMore(text: string, mentions: readonly Mention[]): boolean {
  const bare = mentions.reduce((left, m) => left.replace(m.text, ','), text).replace(STRUCTURAL, ',');
  return residueOf(bare).join('').length > STORY;
}

const STORY = 6;

/** The same question with other mentions (a follow-up, a part of a longer question). */
function understand(folded: string, text: string, mentions: Mention[]): Question {
  const masked = maskMentions(text, mentions);
  const residue = residueOf(masked.replace(/[A-Z]/g, ',').replace(STRUCTURAL, ','));
  const content = contentOf(
    maskMentions(text, mentions.filter(isNumber)).replace(/[A-Z]|附件[一二三\d]/g, ','),
  );
  return { folded, text, mentions, masked, cues: cuesIn(masked), residue, content };
}

const isNumber = (mention: Mention) => mention.how === 'number';

/** Entities of one kind in the order they are mentioned, each once. */
export function mentioned<K extends EntityKind>(
  question: Question,
  kind: K,
  hints = false,
): Extract<Entity, { kind: K }>[] {
  const found: Extract<Entity, { kind: K }>[] = [];
  for (const mention of question.mentions) {
    if (mention.how === 'hint' && !hints) continue;
    for (const entity of mention.entities) {
      if (entity.kind !== kind) continue;
      const key = found.length > 0 ? entityKey(entity) : '';
      if (found.some((one) => entityKey(one) === key)) continue;
      found.push(entity as Extract<Entity, { kind: K }>);
    }
  }
  return found;
}
