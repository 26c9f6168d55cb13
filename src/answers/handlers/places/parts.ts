import type { Clause, MeasurePart } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { parseNumeral, toChinese } from '../../characters/numerals.ts';
import { indexTexts } from '../../characters/text-index.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import type { Question } from '../../question/parse.ts';
import { PARTICLES } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const BLOCK = '(?:大)?(?:部分|板块|块|章节?|大项)';
const ALL_PARTS = new RegExp(
  `(?:几|多少|哪[几些]|各|每|[一二三四五六\\d])(?:个|一)?${BLOCK}.{0,4}(?:的?(?:标题|名字|题目|内容))?(?:分别|各自?|都|是|叫|讲|说|写|有|为|包括)|(?:几|多少|哪[几些二三四五六])(?:个)?${BLOCK}|分(?:成|为|作)?(?:几|哪)`,
);

/** `附件1分几大部分`, `正文五大块分别讲啥`: the parts of the notice itself or of an attachment. */
export const answerParts: Handler = needing(
  () => ({ text: [ALL_PARTS] }),
  (question, { facts }) => {
    const { text } = question;
    if (!ALL_PARTS.test(text) || /第几|第\d/.test(text)) return undefined;
    if (question.mentions.some((m) => m.how !== 'hint')) return undefined;
    const rest = question.residue
      .join('')
      .replace(/大?块|板块|标题|正文|体系|框架|分成|[一二三四五六]+大?/g, '');
    if (rest.length > 2) return undefined;
    const attachment = attachmentIn(text) ?? '';
    const parts = partsOf(facts, attachment);
    if (parts.length === 0) return undefined;
    const names = parts.map((clause) => clause.heading).join('、');
    const home = facts.model.measures[0]?.location ?? '';
    const blocks = attachment !== '' && home.startsWith(attachment) ? facts.model.parts : [];
    const lines = [
      `${attachment === '' ? '正文' : attachment.replace('·', '')}分${parts.length}个部分：${names}。`,
      ...(blocks.length > 0
        ? [`其中措施分${blocks.length}块：${blocks.map((b) => b.heading).join('、')}。`]
        : []),
    ];
    return reply(
      lines,
      parts.map((c) => c.location),
      {
        focus: parts.map(({ location }) => ({ kind: 'clause', location })),
        readsAll: TEXT_NAMED.test(text),
      },
    );
  },
);

/** The text itself is named: no list in it is meant. */
const TEXT_NAMED = new RegExp(
  `^(?:这|那|通知|文件|的)*(?:正文|附件\\d)[^,，]{0,8}(?:几|多少)(?:个|一)?${BLOCK}$`,
);

/** The top parts of the notice itself (`''`) or of an attachment (`附件1·`), in their order. */
function partsOf(facts: Facts, attachment: string): Clause[] {
  return topParts(facts).filter(
    ({ location }) =>
      location.startsWith(attachment) && /^[一二三四五六七八九十]+$/.test(location.slice(attachment.length)),
  );
}

const topParts = perNotice(({ model }) =>
  model.clauses.filter(
    ({ location, parent, heading }) =>
      parent === undefined && heading !== undefined && /(?:^|·)[一二三四五六七八九十]+$/.test(location),
  ),
);

const RANGES =
  /第几条到第?几条|哪条到哪条|起止(?!时间|日期|日子|[年月日])|(?:首尾|头尾)(?:的)?(?:条|编|号)|(?:条|编)号(?:的)?(?:范围|区间)|起[于自]第?几条|从第?几条(?:到|开始到|起到|$|[,，])|(?:每|各)(?:一)?(?:个)?(?:大)?(?:块|部分|板块).{0,6}[几多]|[几\d二两三四五六](?:个)?大?(?:块|部分|板块)(?:措施)?(?:各自?|分别|都)+(?:有|是|列|写|定)?(?:了)?(?:多少|几)条/;
/** The longest first. */
const BY_LENGTH =
  /按条数|按(?:照)?(?:条目|数量)|(?:从|由)(?:多|大)(?:到|至|往)(?:少|小)|排(?:个)?(?:序|队|名|一下|给?我?排?开)/;
const IN_PART = /(?:几|多少)条|条数|(?:编号?|排)到(?:了)?第?(?:几|多少)|第几条到|(?:哪[几些]|都有哪)条?措施/;

/** `每块第几条到第几条`, `某事那块有几条措施`: the parts of the measures with their first and last number. */
export const answerPartRanges: Handler = needing(
  () => ({ text: [[RANGES, IN_PART, ITEM_OF]] }),
  (question, { facts }) => {
    const { text } = question;
    const { parts } = facts.model;
    if (parts.length === 0) return undefined;
    const named = parts.filter((part) => isPartNamed(text, part));
    const [only] = named.length > 0 ? named : [numberedPart(text, parts) ?? partSpokenOf(text, parts)];
    const spoken = named.length < 2 && only && (RANGES.test(text) || IN_PART.test(text)) ? only : undefined;
    const item = only && itemOf(text, only, facts);
    if (item) return item;
    if (spoken)
      return reply(`${rangeOf(spoken, facts)}。${at(spoken.location)}`, [spoken.location], {
        focus: [{ kind: 'clause', location: spoken.location }],
      });
    if (!RANGES.test(text)) return undefined;
    return reply(
      `共${parts.length}块：${inOrder(parts, text, facts)
        .map((part) => rangeOf(part, facts))
        .join('；')}。`,
      parts.map((part) => part.location),
    );
  },
);

/** The parts as they stand, or by how many measures each has where that is asked. */
function inOrder(parts: readonly MeasurePart[], text: string, { model }: Facts): readonly MeasurePart[] {
  if (!BY_LENGTH.test(text)) return parts;
  const size = ({ no }: MeasurePart) => model.measures.filter((m) => m.part === no).length;
  return parts.toSorted((a, b) => size(b) - size(a));
}

const ITEM_OF = /(?:块|板块)(?:里面?|的|下面?|底下)*(?:第(\d)|(头|首)一?|(最后|末)一?)条/;

/** `某事块第一条是几号`: a measure by its place within a part. */
function itemOf(text: string, part: MeasurePart, { model }: Facts) {
  const [said, place, , last] = text.match(ITEM_OF) ?? [];
  const own = model.measures.filter((m) => m.part === part.no);
  const measure = said === undefined ? undefined : last ? own.at(-1) : own[Number(place ?? 1) - 1];
  return (
    measure &&
    reply(`${part.heading}的这一条是${measureName(measure)}。${at(measure.location)}`, [measure.location], {
      focus: [{ kind: 'measure', no: measure.no }],
    })
  );
}

/** Four characters of its heading in a row, and a word for a part. */
function isPartNamed(text: string, { heading }: MeasurePart): boolean {
  if (!/块|部分|里|下面|章/.test(text)) return false;
  const said = fold(heading);
  for (let i = 0; i + 4 <= said.length; i++) if (text.includes(said.slice(i, i + 4))) return true;
  return false;
}

function rangeOf(part: MeasurePart, facts: Facts): string {
  const numbers = facts.model.measures.filter((m) => m.part === part.no).map((m) => m.no);
  return `${part.heading}：第${Math.min(...numbers)}至${Math.max(...numbers)}条，共${numbers.length}条`;
}

const ASKS_TARGETS = /目标|指标|数字|(?:什么|啥|哪些|几个)数|(?:干|做|达|办)到(?:什么|啥|哪)/;
/** Share of the words before `那块` that a part's heading must have. */
const PART_SHARE = 0.75;

/** `某事那部分的主要目标`: what a part of the measures aims at. */
export const answerPartTargets: Handler = needing(
  () => ({ text: [ASKS_TARGETS] }),
  (question, { facts }) => {
    const { text } = question;
    if (!ASKS_TARGETS.test(text) || isClaim(question)) return undefined;
    const part = numberedPart(text, facts.model.parts) ?? partSpokenOf(text, facts.model.parts);
    return part && objectivesOf(part);
  },
);

/** `第四块`, where no other part of the paper is named. */
function numberedPart(text: string, parts: readonly MeasurePart[]): MeasurePart | undefined {
  const part = parts[Number(text.match(/第(\d)大?(?:块|板块)/)?.[1] ?? 0) - 1];
  const place = attachmentIn(text);
  return /正文|主文/.test(text) || (place && !part?.location.startsWith(place)) ? undefined : part;
}

const SPOKEN_PART = /^(?:附件\d的?)?(.{3,14}?)(?:这|那)?(?:一|个|大)*(?:块|部分|板块)/;

/** The part whose heading has most of the characters that are said before `那块`. */
function partSpokenOf(text: string, parts: readonly MeasurePart[]): MeasurePart | undefined {
  const said = [...(text.match(SPOKEN_PART)?.[1] ?? '')].filter((char) => !PARTICLES.has(char));
  const [best, next] = parts
    .map((part) => ({
      part,
      share: said.filter((char) => part.heading.includes(char)).length / Math.max(1, said.length),
    }))
    .sort((a, b) => b.share - a.share);
  return best && best.share >= PART_SHARE && best.share !== next?.share ? best.part : undefined;
}

const objectivesOf = ({ heading, objectives, location }: MeasurePart) =>
  reply(`${heading}：${objectives}${at(location)}`, [location], { focus: [{ kind: 'clause', location }] });

const WHICH_PART = new RegExp(
  `^(?:通知|文件)?(?:正文|附件\\d)?(?:里|中|的)*(.{2,20}?)(?:这|那)?(?:[一二三四五六\\d]+(?:项|个|条)[\\u4e00-\\u9fff]{0,4})?(?:的)?(?:内容|事|名单)?(?:是|算)?(?:写|放|列|讲|说|规定|属于|归)*(?:在|到|于)?(?:通知|文件)?(?:正文|附件\\d)?(?:里|中|的)*(?:第几|哪)(?:一|个|几)*${BLOCK}`,
);
/** Share of the words that a part's headings must have. */
const HEADED = 0.7;

/** `工作重点分成哪几块`: its own parts are asked for. */
const DIVIDED = /(?:分|划分?|归)[成为作了]*$/;

/** `区领导分包写在正文第几部分`: the part whose headings have these words. */
export const answerPartOf: Handler = needing(
  () => ({ text: [WHICH_PART] }),
  (question, { facts }) => {
    const { text } = question;
    const [, phrase = ''] = text.match(WHICH_PART) ?? [];
    const attachment = attachmentIn(text) ?? '';
    const parts = partsOf(facts, attachment);
    if (phrase.length < 2 || parts.length === 0 || DIVIDED.test(phrase)) return undefined;
    const said = [...phrase.replace(/大?[一二三四五六\d]+(?:项|个|条)|这|那|名单/g, '')].filter(
      (char) => !PARTICLES.has(char),
    );
    const scored = parts
      .map((part) => ({ part, share: headingShare(said, part, facts) }))
      .sort((a, b) => b.share - a.share);
    const [best, next] = scored;
    if (!best || best.share < HEADED || best.share === next?.share) return undefined;
    const { part } = best;
    const place = part.location.slice(attachment.length);
    return reply(
      `在${attachment === '' ? '正文' : attachment.replace('·', '')}第${place}部分（${place}、${part.heading}）。`,
      [part.location],
      { focus: [{ kind: 'clause', location: part.location }] },
    );
  },
);

/** Share of the words, as pairs of characters, that the headings under a part must have. */
const IN_PAIRS = 0.25;

/** Share of characters in a part's heading, or, a little less, in the headings under it. */
function headingShare(said: readonly string[], part: Clause, facts: Facts): number {
  const own = fold(part.heading ?? '');
  const under = facts
    .children(part.location)
    .map((c) => fold(c.heading ?? ''))
    .join('');
  const has = (text: string) => said.filter((char) => text.includes(char)).length / Math.max(1, said.length);
  const pairs = said.slice(1).map((char, i) => `${said[i]}${char}`);
  // Many headings have any single character: their words must be there too.
  const isSaid = pairs.filter((pair) => `${own}${under}`.includes(pair)).length >= pairs.length * IN_PAIRS;
  return Math.max(has(own) + 0.01, isSaid ? has(`${own}${under}`) : 0);
}

/** Whether a question asks how a part is called. */
export const asksHeading = ({ masked }: Question) => /叫(?:什么|啥)|标题|题目|名字|啥名|什么名/.test(masked);

const ORDINAL_ASKED = /第几|排几|排第/;
const ORDINAL_SAID = /第(\d+|[一二三四五六七八九十])(?:个|条|项|点|大)?/;

const itemsByHeading = perNotice(({ model }) =>
  indexTexts(
    model.clauses.filter((c) => c.parent && c.heading),
    ({ heading = '' }) => fold(heading),
  ),
);

/** The one headed item whose heading has the words that stand before the number (`会议制度排第几`). */
function headedBy(text: string, facts: Facts): Clause | undefined {
  const [, said = ''] = text.match(/^([\u4e00-\u9fff]{3,10}?)(?:这个|这项|那项)?(?:是|在|排|属于|算)/) ?? [];
  const found = said === '' ? [] : itemsByHeading(facts).having(said);
  return found.length === 1 ? found[0] : undefined;
}

/** `定期考核制度排第几`, `…是第四个制度吧`: the place of a headed item among its neighbours. */
export const answerOrdinal: Handler = (question, { facts }) => {
  const { text } = question;
  const mentions = question.mentions.filter((m) => m.kind === 'clause');
  const named = mentions.filter((m) => m.how !== 'number').flatMap((m) => m.entities);
  const [asked] = named;
  const isAsked = ORDINAL_ASKED.test(text) && !/部分|章|附件/.test(text);
  const headed = isAsked ? headedBy(text, facts) : undefined;
  const clause = headed ?? (asked?.kind === 'clause' ? facts.clause(asked.location) : undefined);
  if (!clause?.heading || named.length > 1 || clause.parent === undefined) return undefined;
  if (mentions.length > 1 && !isClaim(question)) return undefined;
  // A task group has a number of its own.
  if (facts.groupAt(clause.location)) return undefined;
  if (!isAsked && /部分|章|附件/.test(text)) return undefined;
  const items = facts.children(clause.parent);
  const place = items.findIndex((item) => item.location === clause.location) + 1;
  const said = text.match(ORDINAL_SAID)?.[1];
  if (items.length < 2 || (!isAsked && !(said !== undefined && isClaim(question)))) return undefined;
  const parent = facts.clause(clause.parent)?.heading ?? clause.parent;
  const opening = isAsked ? '' : verdict(parseNumeral(said ?? '') === place);
  return reply(
    `${opening}${clause.heading}是${parent}的第${toChinese(place)}项。${at(clause.location)}`,
    [clause.location],
    {
      focus: [{ kind: 'clause', location: clause.location }],
    },
  );
};
