import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const WRONG =
  '(?:我|俺)?(?:刚才?)?(?:打|写|说|输|敲|弄|搞|念|记)错(?:字)?(?:了)?(?:一?个字|名字?)?[,，.。!！\\s]*';
/** What a number is of. */
const NUMBERED = '(?:号?小?组|条|号|家|项)?';
const TO = '(?:改成|改为|换成|应该?是|应为|写成|是)';
/** What was typed wrongly in the last message, and what it should have been. */
const CORRECTS: readonly RegExp[] = [
  new RegExp(
    `^(?:${WRONG})(?:是)?(?:把)?[“"]?(?<from>[\\u4e00-\\u9fff\\d]{1,4}?)[”"]?(?:字)?(?:是)?${TO}[“"]?(?<to>[\\u4e00-\\u9fff\\d]{1,4})[”"]?(?:字|才对)?[.。!！]*$`,
  ),
  /^(?:把)?[“"]?(?<from>[\u4e00-\u9fff\d]{1,4}?)[”"]?(?:字)?(?:改成|改为|应为)[“"]?(?<to>[\u4e00-\u9fff\d]{1,4})[”"]?(?:字|才对)?[.。!！]*$/,
  new RegExp(
    `^(?:${WRONG})?是?[“"]?(?<to>[\\u4e00-\\u9fff\\d]{1,3}?)[”"]?${NUMBERED}[,，\\s]*不是[“"]?(?<from>[\\u4e00-\\u9fff\\d]{1,3})[”"]?${NUMBERED}[.。!！]*$`,
  ),
  new RegExp(
    `^(?:${WRONG})?不是[“"]?(?<from>[\\u4e00-\\u9fff\\d]{1,3}?)[”"]?${NUMBERED}[,，\\s]*(?:而|应该?)?是[“"]?(?<to>[\\u4e00-\\u9fff\\d]{1,3})[”"]?${NUMBERED}[.。!！]*$`,
  ),
];
/** `打错了，是3`: the one number of the last question. */
const NUMBER_ONLY = new RegExp(`^${WRONG}(?:应该?)?(?:是|要)?(?<to>第?\\d{1,3})${NUMBERED}[.。!！]*$`);
const NUMBERS = /\d+/g;

/** `打错了，伟改成强`, `是强不是伟`, `打错了，不是13是3`: the last question with that piece put right. */
export function corrected({ question, last, take }: Talk): Turn | undefined {
  const asked = last.question.text;
  for (const pattern of CORRECTS) {
    const { from, to } = question.folded.match(pattern)?.groups ?? {};
    if (from === undefined || to === undefined) continue;
    const isThere = /^\d+$/.test(from)
      ? (asked.match(NUMBERS) ?? []).filter((number) => number === from).length === 1
      : asked.split(from).length === 2;
    if (isThere) return take(/^\d+$/.test(from) ? withNumber(asked, from, to) : asked.replace(from, to));
  }
  const number = question.folded.match(NUMBER_ONLY)?.groups?.to?.replace('第', '');
  const [only, ...others] = asked.match(NUMBERS) ?? [];
  return number !== undefined && only !== undefined && others.length === 0
    ? take(withNumber(asked, only, number))
    : undefined;
}

const withNumber = (text: string, from: string, to: string) =>
  text.replace(NUMBERS, (number) => (number === from ? to : number));
