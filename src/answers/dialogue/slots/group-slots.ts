import { nameOf } from '../../conversation/subjects.ts';
import type { Facts } from '../../facts.ts';
import { mentioned } from '../../question/parse.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** What a group has, by the words for it (`打下手` is `配合` in plain words). */
const SLOTS: readonly { word: RegExp; slot: string; isSure?: boolean }[] = [
  {
    word: /配合|责任|协助|干活|(?:一起|一块儿?|一道|跟着|帮着)(?:出力|使劲|干|忙活?|跑)|出力|使劲/,
    slot: '责任单位',
  },
  { word: /(?:上头|头上|顶上|上边)(?=.*(?:谁|领导|哪位))|区?领导|分包|分管/, slot: '分包领导' },
  // Who stands beside the one that was spoken of.
  {
    word: /(?:跟|和|与)(?:它|他们?|这家)(?:并排|并列|搭伙|合伙|一块儿?牵头?|一起牵头?|共同牵头?)|(?:并排|搭伙)/,
    slot: '牵头单位',
    isSure: true,
  },
  { word: /牵头|打头|挑头|领头|带头|挂帅/, slot: '牵头单位' },
];
/** What may stand around the word: who is meant, how many, that it is asked. */
const AROUND =
  /^(?:(?:这|那|该)(?:个|俩|两|几|些|仨|[二三四\d])*(?:个|组|条)*|[它他她]们?|这家|那家|人家|里[面头边]|其中|[的是由有都就只光仅才也还又给跟替帮着来到底罩扛盯]|分别|各自?|一共|总共|一起|一块儿?|一道|跟着|人|区|单位|部门|领导|局|主角|[一二两俩三仨四五六七八九十\d]+(?:家|个|位)?|[家个位]|[吗么吧不呢啊嘛没]|没有|[,，?？、\s]|谁|哪[些几个家俩两位]?|什么|啥|名单|名字|[报列念说]|一?下|另外?|还有|U)*$/;
const ASKS = /谁|哪|啥|什么|[吗么吧不没?？]/;
/** That there are no others (`就一家吗`), or that units are meant: else the word may be of the unit asked about. */
const ONLY = /[就只光仅]/;
const OF_UNITS =
  /谁|哪(?:些单位|些部门|几个单位|家|俩|两|位|几家)|几家|(?:给|跟|替|帮|配合)[它他]|这(?:个?组|[俩两几])/;
/** The unit spoken of does it. */
const ITS_OWN = /^(?:那|那么)?(?:[它他]们?|这家|人家)(?:又|还|也|都|再|自己)*(?:配合|牵头|参加)/;
const LONGEST = 16;
const MOST = 4;

/**
 * `谁给它打下手`, `配合的就一家吗，哪家`, `这俩上头都是谁`: what the groups (or the measure) that the last answer told
 * have, however it is called, with whatever is supposed of it.
 */
export function slotOfTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  const found = SLOTS.find(({ word }) => word.test(text));
  const isOfUnits = found?.isSure || ONLY.test(text) || (ASKS.test(text) && OF_UNITS.test(text));
  if (!found || text.length > LONGEST || !isOfUnits || ITS_OWN.test(text)) return undefined;
  if (!AROUND.test(masked.replace(new RegExp(found.word, 'g'), ''))) return undefined;
  const [measure, ...more] = mentioned(last.question, 'measure');
  if (measure && more.length === 0 && found.slot !== '分包领导')
    return ask(`${nameOf(measure, facts)}的${found.slot === '责任单位' ? '配合单位' : found.slot}有哪些`);
  // `只说配合的` after the groups of a unit: those that it supports itself.
  const isOfUnit =
    mentioned(last.question, 'unit').length > 0 && mentioned(last.question, 'group').length === 0;
  if (isOfUnit && !ASKS.test(text)) return undefined;
  const led = groupsTold(last, facts);
  const names = led.length === 0 && THAT_GROUP.test(text) ? groupsSaid(last, facts) : led;
  if (names.length === 0 || names.length > MOST) return undefined;
  const units = mentioned(question, 'unit');
  if (units.length > 0 && (names.length > 1 || !ONLY.test(text))) return undefined;
  return ask(`${names.join('和')}的${found.slot}${names.length > 1 ? '分别' : ''}有哪些`);
}

/** `那个组谁牵头` after the one group that a unit only supports. */
const THAT_GROUP = /^(?:那|这|该)(?:一)?个?(?:专项)?小?组/;

function groupsSaid({ reply: { lines } }: Turn, facts: Facts): string[] {
  const all = new Set([...lines.join('').matchAll(/第(\d+)组/g)].map(([, no]) => Number(no)));
  return all.size === 1 ? [...all].flatMap((no) => facts.group(no)?.name ?? []) : [];
}

/** The groups that the last answer names as led or held beside those asked about; else these. */
export function groupsTold(last: Turn, facts: Facts): string[] {
  const asked = mentioned(last.question, 'group').map(({ no }) => no);
  const line = (last.reply.lines.find((one) => /第\d+组/.test(one)) ?? '').replace(
    /；(?:分项牵头|责任单位).*$/,
    '',
  );
  const told = [...line.matchAll(/第(\d+)组/g)].map(([, no]) => Number(no));
  const others = told.filter((no) => !asked.includes(no));
  return [...new Set(others.length > 0 ? others : asked)].flatMap((no) => facts.group(no)?.name ?? []);
}
