import { buildTokenAutomaton } from '../characters/automaton.ts';
import { soundOf } from '../characters/pinyin.ts';

/** Words for the slots of a notice, three characters and more: long enough to be known by their sound. */
const SLOTS =
  '副组长 责任单位 牵头单位 成员单位 配合单位 分包领导 领导小组 专项小组 工作小组 办公室 责任分工 联络员 副主任 副书记 责任部门 牵头部门 分包事项 什么职务 啥职务'.split(
    ' ',
  );

/** `长` is read in two ways; written wrong it has the sound it has in an office. */
const AS_HEAD = '张';

const heard = buildTokenAutomaton(
  SLOTS.flatMap((word) =>
    [word, word.replace('长', AS_HEAD)].map((said) => [[...said].map(soundOf), word] as const),
  ),
);

/** What sounds like a slot and is a word of its own. */
const WORDS = new Set(['办公司', '分包四项']);

/** Puts right a slot that is written with one wrong character of the same sound (`副组张`). */
export function mendSlots(text: string): string {
  const chars = [...text];
  for (const { start, end, value } of heard.find(chars.map(soundOf))) {
    const wrong = [...value].filter((char, i) => chars[start + i] !== char).length;
    if (wrong === 1 && !WORDS.has(chars.slice(start, end).join('')))
      chars.splice(start, end - start, ...value);
  }
  return chars.join('');
}
