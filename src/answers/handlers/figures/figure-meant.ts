import type { Indicator } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { type Quantity, quantitiesIn } from '../../characters/numerals.ts';
import type { Desk, Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { isClaim } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { targetsFor } from './differences.ts';

const SHOWN = 6;
const ASKS =
  /(?:指|是|说|讲|对应|代表|属于|管|要求|写)(?:的)?(?:是|的是)?(?:什么|啥|哪)|(?:哪|什么|啥)(?:个|项|些|几个|几项|一个|一项|种|段)?(?:具体)?(?:的)?(?:指标|目标|时间|时限|要求|比例|数|率|污染|事)|的(?:指标|目标)?(?:都)?(?:有|是)哪|哪(?:几|些)(?:个|项)?(?:指标|目标)?(?:是|要|达到|提升|压缩)*\d|是(?:干|做)(?:什么|啥)的|怎么(?:回事|来的)|(?:凡是|所有|全部)[^,，]{0,8}\d[^,，]{0,6}的(?:指标|目标|要求|项)|\d[^,，]{0,5}的(?:指标|目标|要求)[,，]?(?:都|全|一并|给|帮|我)*(?:挑|列|找|点|报|捞|摘)(?:一?下|出来|出|全|齐)/;
/** Words that such a question may hold beside the figure. */
const PLAIN =
  /提升|提高|压缩|增长|精简|指标|目标|要求|时间|时限|任务|比例|数字?|数值|分别|各自|两个|俩|对应|代表|属于|指|说|讲|哪|什么|啥|个|项|些|几|段|种|是|的|这|那|率|压到|压缩|达到|做到|要|到|污染物?|里|有|呢|都|为|写|一|为|事|在|管|于|由|达|得|块|业务|方面|领域|范围|把|凡|所有|全部|[给帮]我|[全挑列找点报捞摘](?:一?下|出来|出|齐)?|出来/g;

const WAYS = ['提升', '压缩', '增长', '精简'];

const indicatorsByValue = perNotice(({ model }) => Map.groupBy(model.indicators, (i) => i.value));

/** `210天说的是啥`: the targets with that figure. */
export const answerFigureMeant: Handler = needing(
  () => ({ text: [ASKS, /[\d零〇一二两三四五六七八九十百千]/] }),
  (question, { facts }) => {
    const { text } = question;
    if (!ASKS.test(text) || isClaim(question)) return undefined;
    const isBare = /\d(?:这|那)?个?数(?!据)/.test(text);
    const said = quantitiesIn(
      text.replace(/第\d+个?[\u4e00-\u9fff]?|(?:最后|末了?|末尾|[前后头另这那])的?[一1][个项条]/g, ','),
    ).filter((q) => (isBare || q.unit !== '') && !/[年月季]/.test(q.unit));
    const figures = said.length > 1 ? said.filter((q) => !/^[个项]$/.test(q.unit)) : said;
    const [figure, ...others] = figures;
    if (!figure || others.length > 0) return undefined;
    const rest = question.masked
      .replace(figure.text, '')
      .replace(/^[我俺咱]?(?:看|瞅|瞧|翻|碰)(?:见|到)(?:了)?(?:文件里?|通知里?)?(?:有|写)?(?:着|了)?个?/, '')
      .replace(/以[内上下]|左右|[A-Z，,。、“”"\s]/g, '')
      .replace(PLAIN, '')
      .replace(/两|二/g, '');
    const groups = mentioned(question, 'group').map(({ no }) => no);
    const measures = mentioned(question, 'measure').map(({ no }) => facts.measure(no)?.location);
    const found = (indicatorsByValue(facts).get(figure.value) ?? []).filter(
      (i) =>
        isFigure(i, figure) &&
        (groups.length === 0 || groups.some((no) => i.groups.includes(no))) &&
        (measures.length === 0 || measures.includes(i.location)),
    );
    const told = rest.length === 0 ? found : found.filter((i) => isCalled(i, rest));
    if (rest.length > 0 && (told.length === 0 || (told.length === found.length && told.length > 1)))
      return undefined;
    const way = WAYS.find((word) => text.includes(word));
    const kept = way === undefined ? told : told.filter((i) => i.quote.includes(way));
    const distinct = kept.filter((i, at) => kept.findIndex((o) => fold(o.what) === fold(i.what)) === at);
    if (distinct.length === 0 || distinct.length > SHOWN) return undefined;
    return reply(
      distinct.map((i) => `${i.what}：${i.quote}。${at(i.location)}`),
      distinct.map((i) => i.location),
      { focus: distinct.slice(0, 1).flatMap((i) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
    );
  },
);

/** Whether all that is said beside the figure stands in the target's own name (`电子化办理率百分百是指哪块`). */
const isCalled = ({ what, quote }: Indicator, rest: string) =>
  rest.length > 2 && [...rest].every((char) => fold(`${what}${quote}`).includes(char));

/** Whether a target has that value in that measure word; a day is a day, of work or not. */
function isFigure(indicator: Indicator, figure: Quantity): boolean {
  if (indicator.value !== figure.value) return false;
  if (figure.unit === '') return true;
  const unit = fold(indicator.unit).replace(/^个(?=.)/, '');
  const days = (word: string) => word.replace(/工作日|日/, '天');
  return days(unit).startsWith(days(figure.unit)) || fold(indicator.quote).includes(figure.text);
}

/** Whether a figure is the most or the least. */
const ASKS_BOUND =
  /(?:上限|下限)还是|(?:上限|下限|封顶|保底|底线)(?:吗|吧|么|不|对)?$|(?:以[上内下]|不[低高少大小]于|不超过?|最[多少高低大小]|至[多少]|顶多|起码|左右|封顶|保底)[\u4e00-\u9fff\d.%]{0,4}还是[\u4e00-\u9fff\d.%]{0,4}?(?:以[上内下]|不[低高少大小超]|最[多少高低大小]|至[多少]|顶多|起码|左右|封顶|保底)/;
const ASKS_MEASURE_WORD =
  /计量单位|(?<![头任合员包区直个各关哪些位家的])单位(?:用的?|写的?|填|标|取)?的?(?:是|写成?)?(?:什么|啥|哪个)$|(?:按|拿|用|论)(?:什么|啥)(?:单位)?(?:来)?(?:算|计|衡量|计量)的?$/;

/** `某值的99是上限还是下限`, `某值的计量单位是啥`: how the figure of a target is meant. */
export const answerFigureSense: Handler = needing(
  () => ({ text: [[ASKS_BOUND, ASKS_DUE, ASKS_MEASURE_WORD]] }),
  (question, desk) => {
    const { text } = question;
    const isBound = ASKS_BOUND.test(text);
    const due = ASKS_DUE.test(text) ? dueOf(question, desk) : undefined;
    if (due) return due;
    if (!isBound && (!ASKS_MEASURE_WORD.test(text) || /牵头|责任|配合|成员|负责|参加/.test(text)))
      return undefined;
    const target = targetMeant(question, desk);
    if (!target) return undefined;
    const opening = isBound ? `是${boundOf(target)}：` : `单位是${target.unit}：`;
    return reply(
      `${opening}${target.quote.replace(/[。；]$/, '')}。${at(target.location)}`,
      [target.location],
      {
        focus: target.groups.map((no) => ({ kind: 'group', no })),
      },
    );
  },
);

/** When a figure is to be reached. */
const ASKS_DUE =
  /(?:什么|啥)时候|何时|几时|多会儿|哪(?:一)?[天年月]|几月(?:份)?|(?:什么|啥)(?:日子|时间)(?:之?前|点|节点)?|截止|期限/;

/** `某事两个工作日是从啥时候起要做到的`: the time that the target with the figure is due. */
function dueOf({ text, mentions, residue }: Question, desk: Desk) {
  const [figure, ...others] = quantitiesIn(text).filter((q) => q.unit !== '' && !/[年月季]/.test(q.unit));
  const groups = mentions.flatMap((m) => m.entities.flatMap((e) => (e.kind === 'group' ? [e.no] : [])));
  if (!figure || others.length > 0) return undefined;
  const found = desk.facts.model.indicators.filter(
    (i) =>
      isFigure(i, figure) &&
      i.deadlineText !== undefined &&
      (groups.length === 0 || groups.some((no) => i.groups.includes(no))),
  );
  const [target] = found;
  if (!target || found.some((i) => fold(i.what) !== fold(target.what))) return undefined;
  // A figure that may be anybody's (`最后一天`) is the target's only where its matter is named.
  const told = fold(`${target.what}${target.quote}`);
  const pairs = residue.flatMap((part) => [...part].slice(1).map((char, i) => `${part[i]}${char}`));
  if (groups.length === 0 && pairs.length > 0 && !pairs.some((pair) => told.includes(pair))) return undefined;
  return reply(
    `${target.deadlineText}：${target.quote.replace(/[。；]$/, '')}。${at(target.location)}`,
    [target.location],
    { focus: target.groups.map((no) => ({ kind: 'group', no })) },
  );
}

function targetMeant({ text }: Question, desk: Desk): Indicator | undefined {
  const matter = text
    .replace(ASKS_BOUND, ',')
    .replace(ASKS_MEASURE_WORD, ',')
    .replace(/^[,，]|[,，].*$/g, '');
  const values = quantitiesIn(text).map((q) => q.value);
  const meant = targetsFor(matter, '', desk).map(({ indicator }) => indicator);
  const valued = (list: readonly Indicator[]) =>
    list.find((i) => i.value !== undefined && values.includes(i.value));
  return valued(meant) ?? meant[0] ?? valued(desk.facts.model.indicators);
}

/** Which bound the words beside a figure make it. */
function boundOf({ quote, comparator }: Indicator): string {
  if (/左右/.test(quote) || comparator === 'about') return '约数，不是上下限';
  if (/以下|以内|不超过|日内/.test(quote)) return '上限';
  if (/以上|不低于/.test(quote)) return '下限';
  return comparator === '<=' ? '上限' : '要达到的数，算下限';
}
