import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Linker } from '../names/link.ts';

/** What is asked, and behind it a name that is not meant (`…，注意，不是某某`, `…，别跟某某搞混`). */
const WARNED =
  /^(?<asked>.{3,}?)[,，。?？!！;；\s]+(?:注意|记住|看清楚?|当心|小心|可)?(?:了|哈|啊|喽)?[,，:：\s]*(?:可|千万|我?[说问]的|这里|是)*(?:不是|并非|别|不要|甭|莫|可别)(?:跟|和|与|把|拿|给|弄成|搞成|说成|报成|混成|当成|写成|看成|成)?(?<name>[^,，。?？!！;；谁哪啥吗呢吧]{2,12}?)(?:的|那个|那位|那组|这个)*(?:搞混|弄混|混淆|混为一谈|混|搞错|弄错|看错|弄岔|搞岔|串了?|给我|报给我|来充数|充数)*(?:了|哈|啊|哦|喔|噢|嗷|呀|啦)*[。.!！~…]*$/;
/** Something is asked, or put in the place of what was asked before. */
const ASKS = /谁|哪|啥|什么|几|多少|怎|咋|吗|(?:呢|的|嘞|哩|咧)[?？]?$/;
/** Supposes something itself, and sets it right. */
const SUPPOSES = /(?:就|应该|其实)?是[^,，谁哪啥什几]{2,10}(?:牵头|分包|负责|管|的)?$/;
const LONGEST = 50;

/** Somebody who is left aside, behind a list that is asked for (`只包一项的有哪些？（某某有争议，先不管他）`). */
const LEFT_ASIDE =
  /^(?<asked>.{4,}?)[?？,，。\s]*(?:[(（]|[?？,，。\s])(?:除了?|那个)?(?<name>[^,，。?？()（）谁哪啥几多]{2,10}?)(?:同志)?(?:那[个家组]|这[个家组]|他|她|它)?(?:[有情特比][^,，()（）谁哪]{1,7})?[,，\s]*(?:(?:先|暂时|暂且|就|都|也|可以|咱|我们)*(?:不|别|甭|不用|不要)(?:管|算|提|说|论|计|考虑|数|列)(?:进去|进来|在内|上|它们?|他们?|她)*|(?:除外|另说|单说|单论|另算|撇开|放一?边|不在此列)(?:吧|了|哈|啊)?)[)）]?[。.!！]*$/;
/** All of a sort are asked for, of whom somebody may be left out. */
const ASKS_LIST = /(?:都)?(?:有|是)?(?:哪[几些]|谁|几[个位家])[个位家人]?(?:组|单位|领导)?[?？]*$/;

/** `除了某某，…` for somebody who is left aside behind a list that is asked for. */
function withAsideFirst(raw: string, linker: Linker): string {
  const { asked, name } = (raw.length <= LONGEST && raw.match(LEFT_ASIDE)?.groups) || {};
  if (asked === undefined || name === undefined || !ASKS_LIST.test(asked)) return raw;
  const [aside, ...others] = linker.link(digitize(fold(name))).filter(({ how }) => how !== 'hint');
  if (aside === undefined || others.length > 0 || aside.text.length < fold(name).length - 1) return raw;
  if (aside.kind === 'person') return `除了${name}，${asked}`;
  const isBracketed = /[)）][。.!！]*$/.test(raw);
  return isBracketed && (aside.kind === 'unit' || aside.kind === 'group') ? asked : raw;
}

/** A message without the name behind it that is said not to be meant; another of its kind is named before. */
export function withoutNamesWarned(said: string, linker: Linker): string {
  const raw = withAsideFirst(said, linker);
  const { asked, name } = (raw.length <= LONGEST && raw.match(WARNED)?.groups) || {};
  if (asked === undefined || name === undefined || !ASKS.test(asked) || SUPPOSES.test(asked)) return raw;
  const named = (text: string) =>
    linker.link(digitize(fold(text))).filter(({ how, kind }) => how !== 'hint' && kind !== 'clause');
  const [warned, ...others] = named(name);
  const isName = warned !== undefined && others.length === 0 && warned.text.length >= fold(name).length - 1;
  return isName && named(asked).some(({ kind, text }) => kind === warned.kind && text !== warned.text)
    ? asked
    : raw;
}
