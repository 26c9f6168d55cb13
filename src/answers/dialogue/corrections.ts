import type { Turn } from '../turn.ts';
import type { Talk } from './talk.ts';

const WRONG =
  '(?:我|俺)?(?:刚才?)?(?:打|写|说|输|敲|弄|搞|念|记)错(?:字)?(?:了)?(?:一?个字|名字?)?[,，.。!！\\s]*';
const TO = '(?:改成|改为|换成|应该?是|应为|写成|是)';
/** What was typed wrongly in the last message, and what it should have been. */
const CORRECTS: readonly RegExp[] = [
  new RegExp(
    `^(?:${WRONG})(?:是)?(?:把)?[“"]?(?<from>[\\u4e00-\\u9fff\\d]{1,4}?)[”"]?(?:字)?(?:是)?${TO}[“"]?(?<to>[\\u4e00-\\u9fff\\d]{1,4})[”"]?(?:字|才对)?[.。!！]*$`,
  ),
  /^(?:把)?[“"]?(?<from>[\u4e00-\u9fff\d]{1,4}?)[”"]?(?:字)?(?:改成|改为|应为)[“"]?(?<to>[\u4e00-\u9fff\d]{1,4})[”"]?(?:字|才对)?[.。!！]*$/,
  new RegExp(
    `^(?:${WRONG})?是[“"]?(?<to>[\\u4e00-\\u9fff\\d]{1,3})[”"]?[,，\\s]*不是[“"]?(?<from>[\\u4e00-\\u9fff\\d]{1,3})[”"]?[.。!！]*$`,
  ),
  /^不是[“"]?(?<from>[\u4e00-\u9fff\d]{1,3})[”"]?[,，\s]*(?:而)?是[“"]?(?<to>[\u4e00-\u9fff\d]{1,3})[”"]?[.。!！]*$/,
];

/** `打错了，伟改成强`, `是强不是伟`: the last question with that piece put right. */
export function corrected({ question, last, take }: Talk): Turn | undefined {
  for (const pattern of CORRECTS) {
    const { from, to } = question.folded.match(pattern)?.groups ?? {};
    const asked = last.question.text;
    if (from !== undefined && to !== undefined && asked.split(from).length === 2)
      return take(asked.replace(from, to));
  }
  return undefined;
}
