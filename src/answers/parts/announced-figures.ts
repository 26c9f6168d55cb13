import { parseNumeral } from '../characters/numerals.ts';

/** What is asked of each thing, by the sort of figure that is announced. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [/频次|频率|周期|次数要求/, '多久一次'],
  [/时限|期限|天数|时间/, '几天'],
  [/率|比例|占比|百分比|数|指标|目标|面积|幅度|数值|数据/, '是多少'],
];
/** How many figures follow, of what, and which (`核两个率：…`, `三个频次一并核：…`, `某项目那三个数：…`). */
const ANNOUNCES =
  /^(?:请|帮我?|给我|再|先|我|想|要|麻烦)*(?:核对?|查|问|看|对|报|说|确认|要|求)?(?:一?下)?(?:(?<owner>[^,，:：谁哪什啥几多、]{3,16}?)(?:的|要|给我?|得)?(?=(?:这|那)|[两俩三仨四]))?(?:这|那)?(?<many>[两俩二三仨四五\d])个?(?<sort>频次|频率|周期|时限|期限|天数|时间|率|比例|占比|百分比|数字|数据|数值|数|指标|目标|面积|幅度)(?:要求)?(?:一并|一起|一块儿?|同时|都|一次)?(?:核对?|查|问|看|对|报|说|确认)?(?:一?下)?[:：]\s*(?<list>.+?)(?:[,，](?:对[吗不吧]|对不对|准不准|(?:都)?(?:是)?多少|各?报一下))?[?？]*$/;
/** The same behind the list (`甲率、乙、丙，三个数一行给我`). */
const ANNOUNCED_LAST =
  /^(?:请|帮我?|给我|把)*(?<list>[^,，:：谁哪、]{2,20}(?:(?:、|和|以及)[^,，:：谁哪、]{2,18}?){1,3})[,，]?(?:这|那)?(?<many>[两俩二三仨四\d])个?(?<sort>数字?|数据|数值|频次|时限|期限|比例|占比|百分比|指标)(?:都|要)?(?:(?:一行|一起|一并|一次|一块儿?|挨个|分别|各|依次|都|帮我?|给我)*(?:给|报|说|列|发|念|写|要)(?:一?下|我|出来|全|清楚)*)[。?？]*$/;
const BETWEEN = /[,，、;；]|(?<=[\u4e00-\u9fffa-z\d.]{3})(?:和|以及)(?=[\u4e00-\u9fffa-z\d]{3})/;
const WH = /谁|哪|什么|啥|几|多少|多久|多长|怎|咋|如何/;
const LONGEST_NAME = 18;
const MOST = 4;

/** The questions of a message that announces some figures and then lists what they are of; undefined for any other. */
export function announcedFigures(text: string): string[] | undefined {
  const counted = countsInRow(text);
  if (counted) return counted;
  const last = text.match(ANNOUNCED_LAST)?.groups;
  const { sort, list, owner = '' } = text.match(ANNOUNCES)?.groups ?? last ?? {};
  const asked = sort === undefined ? undefined : ASKED.find(([pattern]) => pattern.test(sort))?.[1];
  const names = (list ?? '')
    .split(BETWEEN)
    .map((name) => name.trim().replace(/[?？。.]+$/, ''))
    .filter((name) => name !== '');
  if (asked === undefined || names.length < 2 || names.length > MOST) return undefined;
  if (last && parseNumeral((last.many ?? '').replace(/[两俩]/, '二').replace('仨', '三')) !== names.length)
    return undefined;
  if (names.some((name) => name.length < 2 || name.length > LONGEST_NAME || WH.test(name))) return undefined;
  return names.map((name) => `${name.startsWith(owner) ? '' : owner}${name}${asked}`);
}

const COUNTED = '(?:表单?|材料|资料|环节|手续|步骤|证件|时间|天数|窗口|费用)';
const COUNT = `${COUNTED}(?:要|得|共|是|有|交|走|填)*几(?:张|样|个|项|天|道|份|步|种)(?:工作日)?`;
/** Things counted one after the other without a pause (`某事：表几张材料几样环节几个`). */
const COUNTS_IN_ROW = new RegExp(`^(.{2,16}?)[,，:：]?\\s*(${COUNT}(?:[,，、\\s]*${COUNT})+)[呢?？]*$`);

/** A question for each thing that is counted of one matter. */
function countsInRow(text: string): string[] | undefined {
  const [, owner, row = ''] = text.match(COUNTS_IN_ROW) ?? [];
  if (owner === undefined || WH.test(owner)) return undefined;
  return (row.match(new RegExp(COUNT, 'g')) ?? []).map(
    (count) => `${owner}${count.replace(/^表(?!单)/, '表单')}`,
  );
}
