import type { Clause } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { NUMERAL, parseNumeral, toChinese } from '../../characters/numerals.ts';
import { indexTexts } from '../../characters/text-index.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Mention } from '../../names/entities.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { measuresReply } from '../sets/counts.ts';
import { asksHeading } from './parts.ts';

const LONG = 220;
const HEAD = 40;

/** A place of the notice asked for: how many items it has, which, or what it says. */
export const answerClauses: Handler = needing(
  () => ({ masked: [/C/] }),
  (question, { facts }) => {
    const attachment = attachmentIn(question.text) ?? '';
    const asked = mentioned(question, 'clause');
    const named = asked.find(({ location }) => location.startsWith(attachment)) ?? asked[0];
    // `第四部分的某某制度`: the inner one is meant.
    const meant =
      asked.findLast(({ location }) => named && location.startsWith(`${named.location}（`)) ?? named;
    const clause = meant && facts.clause(meant.location);
    const isPart = question.mentions.some(
      (m) => m.how !== 'hint' && (m.kind === 'group' || m.kind === 'person'),
    );
    if (isPart && /谁|分包|牵头|哪(?:位|个领导)|单位/.test(question.masked)) return undefined;
    if (!clause) return meant && refuseItem(facts, meant.location);
    if (clause.status === 'missing') return refuse(clause.note ?? '这一处原文缺页。', [clause.location]);
    const items = itemsOf(facts, clause);
    const { masked } = question;
    const own = fold(`${clause.heading ?? ''}${clause.text}`);
    const leftOver = question.residue
      .filter((part) => part.length > 1 && !own.includes(part))
      .join('')
      .replace(ANY_ITEM, '');
    const focus = [{ kind: 'clause' as const, location: clause.location }];
    const title = clause.heading ?? clause.location;
    if ((asksHeading(question) || asksWhich(question, clause, facts)) && clause.heading !== undefined)
      return reply(`${clause.heading}。${at(clause.location)}`, [clause.location], {
        focus,
        spoken: question.residue,
      });
    if (/(?:几|多少)条/.test(masked) && holdsMeasures(facts, clause)) return measuresReply(facts);
    const done = clause.heading !== undefined && masked.match(OBJECT_ASKED)?.[1];
    if (done && clause.heading?.includes(done))
      return reply(`${clause.heading}。${at(clause.location)}`, [clause.location], {
        focus,
        confidence: 0.9,
        spoken: question.residue,
      });
    if (/(?<!哪)几|多少/.test(masked) && items.length > 0 && leftOver.length === 0) {
      const names = items.some((item) => item.length > 16) ? '' : `：${items.join('、')}`;
      return reply(
        `${title}共${items.length}${measureWord(masked)}${names}。${at(clause.location)}`,
        [clause.location],
        { focus, spoken: question.residue },
      );
    }
    if (/哪[些几]|有什么|有啥|都有|分别/.test(masked) && items.length > 1) {
      return reply(`${title}：${items.map(headOf).join('；')}。${at(clause.location)}`, [clause.location], {
        focus,
        confidence: leftOver ? 0.5 : 0.9,
        spoken: question.residue,
      });
    }
    const verb = masked.match(DONE)?.[1];
    const isDone =
      verb !== undefined && own.includes(verb) && question.residue.every((part) => part === verb);
    const isOther = !isDone && question.residue.some((part) => part.length > 1);
    const text = clause.text.trim();
    const isTop = clause.parent === undefined && clause.heading !== undefined && !text.includes(title);
    const body = text.length > 0 ? shorten(text) : items.join('；');
    const said = isTop && question.residue.join('').length < 2 ? `${title}：${body}` : body;
    return reply(`${said}${at(clause.location)}`, [clause.location], {
      focus,
      ...(isDone ? { spoken: question.residue } : {}),
      confidence: isOther ? 0.45 : isAskedFor(question) ? 0.85 : 0.7,
    });
  },
);

/** What any place has, and how it is said to have it. */
const ANY_ITEM =
  /毛病|问题|表现|情形|小[节点条项]|部分|方面|内容|东西|底下|下面|里[头面]|附件\d|[底样点列数摆分说写了这一个大]/g;

/** `第四个聚焦整治哪方面问题`: what is done in a place to something is told by its heading. */
const OBJECT_ASKED =
  /C(?:是|要|主要|重点|着力|具体)*([\u4e00-\u9fff]{2})(?:的是|的)?(?:哪(?:[些几]|一)?(?:个|方面|类|种)*|什么|啥)(?:方面|类|种)?的?(?:问题|毛病|东西|内容|事|环境|作风)?$/;

/** `第一个聚焦是整顿什么的`: the same where all of it tells what is done. */
const DONE =
  /C(?:是|要|都|主要|重点|着力|具体|到底)*([\u4e00-\u9fff]{2})(?:的)?(?:是)?(?:什么|啥|哪[些几])(?:方面|问题|毛病|内容|的)*$/;

/** `工作制度那一节（二）讲的啥制度`: which of its kind a place is, by the word that it or what it stands in ends with. */
const KIND_ASKED =
  /C(?:里面?|中)?(?:讲|说|写|提|叫|规定|定)?的?(?:又|到底|具体)?(?:是|叫)?(?:什么|啥|哪(?:一)?(?:个|种|项|条)?)样?的?([\u4e00-\u9fff]{2})$/;

function asksWhich({ masked }: Question, { heading, parent }: Clause, facts: Facts): boolean {
  const kind = masked.match(KIND_ASKED)?.[1];
  const above = parent === undefined ? undefined : facts.clause(parent)?.heading;
  return kind !== undefined && [heading, above].some((title) => title?.endsWith(kind));
}

/** Whether the numbered measures stand under a place: they are what is counted there as `条`. */
const holdsMeasures = ({ model }: Facts, { location }: Clause) =>
  model.parts.some((part) => part.location !== location && part.location.startsWith(location));

const NESTED = new RegExp(`C(?:的|里|中)*(?:第(${NUMERAL})(?:条|项|点|个|款)|M)`);

/** `第一个聚焦的第四条`: an item that the clause's own text numbers. */
export const answerNested: Handler = needing(
  () => ({ masked: [/C/, NESTED] }),
  (question, { facts }) => {
    const match = question.masked.match(NESTED);
    const [asked] = mentioned(question, 'clause');
    const [measure] = mentioned(question, 'measure');
    const clause = asked && facts.clause(asked.location);
    if (!match || !clause || facts.children(clause.location).length > 0) return undefined;
    const no = parseNumeral(match[1] ?? '') ?? measure?.no ?? 0;
    const items = itemsOf(facts, clause);
    if (items.length === 0) return undefined;
    const item = items[no - 1];
    if (!item) return refuse(`${clause.location}只有${items.length}条，没有这一条。`, [clause.location]);
    return reply(`${toChinese(no)}是${item}。${at(clause.location)}`, [clause.location], {
      focus: [{ kind: 'clause', location: clause.location }],
    });
  },
);

/** A place given by number, or a heading with a question for what stands under it. */
function isAskedFor({ masked, mentions }: Question): boolean {
  const isNumber = mentions.some((m) => m.kind === 'clause' && m.how === 'number');
  return isNumber || /[讲说写]|内容|是(?:什么|啥)|怎么样|介绍|^C$/.test(masked);
}

/** `工作制度第五项` where there are four. */
function refuseItem(facts: Facts, location: string) {
  const parent = facts.clause(location.replace(/（[^（）]*）$/, ''));
  if (!parent) return undefined;
  const count = facts.children(parent.location).length;
  return refuse(`${parent.heading ?? parent.location}只有${count}条，没有这一条。${at(parent.location)}`, [
    parent.location,
  ]);
}

const COUNTED =
  /(措施|要求|重点|制度)(?:一共|总共|共)?(?:有|分)?(?:(?:几|多少)(?![天日月年小]|个?(?:环节|工作日|材料|表单|步|手续|窗口|部门))|哪[几些\d一二三四五六七八九十])/;
const SERIES = new RegExp(
  `(?<!附件|[a-z]\\d*)(?:${NUMERAL}|几|多少|哪[些几]|各)(?:大|个|项|条)?(?:工作|具体|专项)?(措施|要求|重点|制度|保障|动作|举措|招数?|抓手)`,
);

/** Clauses with several items, by their own heading and those of the items. */
const parentsByHeadings = perNotice(({ model, children }) =>
  indexTexts(
    model.clauses.filter(({ location }) => children(location).length > 1),
    ({ heading = '', location }) => [heading, ...children(location).map((c) => c.heading ?? '')].join('\n'),
  ),
);

/** The clause whose items a word such as 措施 counts: of the attachment named, else of the notice itself. */
export function findSeries(facts: Facts, word: string, attachment: string | undefined): Clause | undefined {
  const parents = parentsByHeadings(facts)
    .having(word)
    .filter(
      ({ heading, location }) =>
        heading?.endsWith(word) || facts.children(location).every((child) => child.heading?.startsWith(word)),
    );
  if (attachment !== undefined) return parents.find((clause) => clause.location.startsWith(attachment));
  return parents.find((clause) => !clause.location.startsWith('附件')) ?? parents[0];
}

/** `附件2六项措施都是啥`, `四项制度有哪些`: the items under the heading that ends in such a word. */
export const answerSeries: Handler = needing(
  () => ({ text: [[SO_MANY, SERIES, COUNTED, /聚焦/]] }),
  (question, { facts }) => {
    const { text } = question;
    const alike = headedAlike(question, facts);
    if (alike) return alike;
    const said =
      text.match(SERIES)?.[1] ??
      text.match(COUNTED)?.[1] ??
      text.match(/(?:几|多少|哪[几些二两三四五六七八\d])个?(聚焦)$/)?.[1] ??
      text.match(/(聚焦)(?:分别|各)?.{0,2}(?:聚焦)?(?:哪|几|什么|啥|是)/)?.[1];
    const word = said?.replace(/^(?:动作|举措|招数?|抓手)$/, '措施');
    const attachment = attachmentIn(text) ?? attachmentOfBody(question, facts);
    if (question.mentions.some((m) => m.kind === 'clause' && m.how === 'number')) return undefined;
    if (said === undefined || word === undefined || question.residue.join('').replaceAll(said, '').length > 4)
      return undefined;
    if (word === '措施' && attachment === undefined && !text.includes('工作措施')) return undefined;
    if (word !== '聚焦' && question.mentions.some((m) => !isOfPaper(m, attachment, facts))) return undefined;
    const parent = findSeries(facts, word, attachment);
    // `正文工作要求有几条`: not those of an attachment.
    if (!parent || (text.includes('正文') && parent.location.startsWith('附件'))) return undefined;
    const items = itemsOf(facts, parent);
    const count = `${items.length}${measureWord(question.masked)}`;
    return reply(
      `${parent.heading}共${count}：${items.join('；')}。${at(parent.location)}`,
      [parent.location],
      {
        focus: [{ kind: 'clause', location: parent.location }],
      },
    );
  },
);

/** `某专项行动几项措施`: the attachment that sets the body up. */
function attachmentOfBody(question: Question, { model }: Facts): string | undefined {
  const [body, ...others] = mentioned(question, 'body');
  const place = body && others.length === 0 ? model.bodies[body.index]?.location : undefined;
  return place?.match(/^附件\d·/)?.[0];
}

/** A body, a place, a mere hint, or the matter that the attachment itself is about (`附件2讲某事的措施`). */
function isOfPaper({ how, kind, entities: [entity] }: Mention, attachment: string | undefined, facts: Facts) {
  if (how === 'hint' || kind === 'body' || kind === 'clause') return true;
  const title = facts.model.document.attachments.find(({ no }) => `附件${no}·` === attachment)?.title;
  const field = entity?.kind === 'group' ? facts.group(entity.no)?.field : undefined;
  return field !== undefined && title?.includes(field) === true;
}

const SO_MANY = new RegExp(
  `(?<!第\\d{0,1})(${NUMERAL}|俩|两)(?:个|种|类|大|方面的?)?([\\u4e00-\\u9fff]{2,3})(?:都|分别|各|具体)*(?:是|指|叫|有|说|讲)`,
);

/** `四个某某分别是哪四个`: the items, as many as are said, whose headings all have the word. */
function headedAlike({ text, mentions }: Question, facts: Facts): Reply | undefined {
  const [, count = '', noun = ''] = text.match(SO_MANY) ?? [];
  const no = parseNumeral(count.replace(/[俩两]/, '二'));
  if (
    noun === '' ||
    no === undefined ||
    no < 2 ||
    mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause')
  )
    return undefined;
  const attachment = attachmentIn(text) ?? '';
  const parent = parentsByHeadings(facts)
    .having(noun)
    .find((clause) => {
      const items = facts.children(clause.location);
      const isOurs = items.length === no && clause.location.startsWith(attachment);
      return isOurs && items.every((item) => item.heading?.includes(noun));
    });
  if (!parent) return undefined;
  const items = facts.children(parent.location).map((item) => item.heading ?? '');
  return reply(`${toChinese(no)}个${noun}：${items.join('；')}。${at(parent.location)}`, [parent.location], {
    focus: [{ kind: 'clause', location: parent.location }],
    spoken: [noun],
  });
}

function measureWord(masked: string): string {
  return (
    masked.match(/(?:几|多少)大?([条项个点款类块])/)?.[1] ??
    masked.match(/(?:\d|[一二三四五六七八九十])([条项个点款类])/)?.[1] ??
    '条'
  );
}

/** Children by heading, or the items a text numbers by itself (一是… 二是…). */
export function itemsOf(facts: Facts, clause: Clause): string[] {
  const children = facts.children(clause.location);
  if (children.length > 0) return children.map((child) => child.heading ?? child.text.slice(0, 20));
  const parts: string[] = [];
  for (let n = 1; n <= 20; n++) {
    const from = clause.text.indexOf(`${toChinese(n)}是`);
    if (from < 0) break;
    const to = clause.text.indexOf(`${toChinese(n + 1)}是`, from);
    parts.push(clause.text.slice(from + 2, to < 0 ? undefined : to).replace(/[。；;]\s*$/, ''));
  }
  return parts;
}

/** The first words of a long item. */
function headOf(item: string): string {
  return item.length > HEAD ? (item.split(/[，；]/)[0] ?? item) : item;
}

function shorten(text: string): string {
  if (text.length <= LONG) return text;
  const cut = text.slice(0, LONG);
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'), cut.lastIndexOf('，'));
  return `${cut.slice(0, end > 60 ? end + 1 : LONG)}……（全文见下方引文）`;
}
