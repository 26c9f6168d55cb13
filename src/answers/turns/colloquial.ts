import { WORK_CHAT } from '../beside/work-chat.ts';
import { ASIDE_TURNS } from './aside-turns.ts';
import { ASKED_ANEW } from './asked-anew.ts';
import { ASKER_TURNS } from './asker-turns.ts';
import { CLAIM_TURNS } from './claim-turns.ts';
import { EACH_TURNS } from './each-turns.ts';
import { GROUP_TURNS } from './group-turns.ts';
import { GUESS_TURNS } from './guess-turns.ts';
import { HALF_SENTENCES } from './half-sentences.ts';
import { LAST_TURNS, PART_TURNS } from './part-turns.ts';
import { PERSON_TURNS } from './person-turns.ts';
import { POST_TURNS } from './post-turns.ts';
import { ROUNDABOUT_TURNS } from './roundabout-turns.ts';
import { SHAPE_TURNS } from './shape-turns.ts';
import { SPOKEN_TURNS } from './spoken-turns.ts';
import { TELLER_TURNS } from './teller-turns.ts';
import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';
import { UNIT_TURNS } from './unit-turns.ts';

/** Words typed by their sound. Like all turns of speech: only ways of asking, no names of matters. */
const PINYIN: readonly SpeechTurn[] = [
  [/qian ?tou/g, '牵头'],
  [/fen ?bao/g, '分包'],
  [/ling ?dao/g, '领导'],
  [/leaders?(?![a-z])/g, '领导'],
  [/ze ?ren/g, '责任'],
  [/dan ?wei/g, '单位'],
  [/pei ?he/g, '配合'],
  [/(?<![a-z])(?:shei|shui)(?![a-z])/g, '谁'],
  [/na ?ge(?![a-z])/g, '哪个'],
  [/ji ?ge(?![a-z])/g, '几个'],
  [/duo ?shao/g, '多少'],
  [/duo ?jiu/g, '多久'],
  [/shen ?me/g, '什么'],
  [/xiao ?zu(?![a-z])/g, '小组'],
  [/zhi ?ze/g, '职责'],
];

/** Slots of two characters written with one wrong character of the same sound: only where who has it is asked. */
const WRITTEN_WRONG: readonly SpeechTurn[] = [
  // Of the same look: `法冶化`, a loan (贷) taken for goods (货).
  [/(?<=信|借)货(?!物|运|架|真|款)/g, '贷'],
  [/坏(?=境)/g, '环'],
  [/(?<=[法自政统防整综])冶(?!金|炼)|冶(?=理|安)/g, '治'],
  [/(?<=谁|哪(?:一)?[位个]|领导)(?:来)?分(?:宝|保|苞|胞|饱|爆|抱)(?!险)/g, '分包'],
  [/分(?:宝|苞|胞)(?=的?(?:区?领导|是?谁|哪))/g, '分包'],
  [/(?<=谁家?|哪(?:一)?[家个](?:单位|局|部门)?)(?:来)?(?:千|迁|签|谦|欠)头/g, '牵头'],
  [/(?:千|迁|谦)头(?=的?(?:单位|部门|是?谁|是?哪))/g, '牵头'],
];

const HAN_DIGITS = '零一二三四五六七八九';

/** `三成`, but no `一成不变` or `完成`. */
const TENTHS =
  /(?<![第完达形组合生])([一二三四五六七八九])成(?![立功员果效本为长绩就不分一二三四五六七八九])/g;

/** `九成一`. */
const SHARES =
  /(?<![第完达形组合生])([一二三四五六七八九])成([一二三四五六七八九])(?![十百一二三四五六七八九])/g;

/** In this order: what one makes plain, the next may rely on. */
const plainTurns = buildTurns([
  ...CLAIM_TURNS,
  ...SHAPE_TURNS,
  ...UNIT_TURNS,
  ...ASIDE_TURNS,
  ...GUESS_TURNS,
  ...WORK_CHAT,
  ...TELLER_TURNS,
  ...GROUP_TURNS,
  ...PERSON_TURNS,
  ...ASKED_ANEW,
  ...HALF_SENTENCES,
  ...SPOKEN_TURNS,
  ...ASKER_TURNS,
  ...EACH_TURNS,
  ...ROUNDABOUT_TURNS,
  ...PART_TURNS,
  ...POST_TURNS,
  ...PINYIN,
  ...WRITTEN_WRONG,
  ...LAST_TURNS,
]);

/** A folded question in plain words. */
export function plainSpoken(text: string): string {
  const shares = text.replace(
    SHARES,
    (_, ten: string, one: string) => `${HAN_DIGITS.indexOf(ten)}${HAN_DIGITS.indexOf(one)}%`,
  );
  const tenths = shares.replace(TENTHS, (_, digit: string) => `${HAN_DIGITS.indexOf(digit)}0%`);
  const dialled = tenths.replace(/[〇零一二三四五六七八九]{3,}/g, (run) =>
    /[〇零]/.test(run)
      ? [...run].map((char) => (char === '〇' ? 0 : HAN_DIGITS.indexOf(char))).join('')
      : run,
  );
  return plainTurns(dialled);
}
