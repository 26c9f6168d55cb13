import { fold } from '../characters/fold.ts';

/** `没有例外吧` where the notice begins with an exception. */
export function exceptionDenies(text: string, said: string): boolean | undefined {
  const claimsOne = /(?:只有?|就|仅|光)(?:有|能|是)?(?:一|1|那)(?:个|家|处)/.test(text);
  if (claimsOne && /所有|全部|各类|全覆盖/.test(said)) return false;
  const excepted = said.match(EXCEPTED)?.[1]?.split(/[、和及]/) ?? [];
  if (excepted.some((one) => one.length > 1 && text.includes(one)) && !/除|例外/.test(text))
    return DENIED.test(text);
  const claimsAll =
    /(?:没有?|无)(?:任何|一[条个项]|半点)?例外|例外(?:也|都)?(?:没|无)|一律|全部|全都|都要/.test(text);
  return claimsAll && /^除.{2,30}外/.test(said) ? false : undefined;
}

/** One of several is claimed to be the only one (`只盯乡镇`). */
const ONLY_ONE =
  /(?:只|仅|光|单单?)(?:是|有|盯着?|查|评|管|针对|对|限于|面向|包括)([\u4e00-\u9fff]{2,8}?)(?:这一[块个家样]|而已)?(?:对不|是不|是吧|对吧|没错|吧|吗|[,，]|$)/;

/** `只盯乡镇` where the notice has `各乡镇（街道）、区直有关部门`. */
export function onlyDenies(text: string, said: string): boolean | undefined {
  const one = text.match(ONLY_ONE)?.[1];
  const at = one === undefined ? -1 : said.indexOf(one);
  if (one === undefined || at < 0) return undefined;
  const [before, behind] = [said.slice(0, at), said.slice(at + one.length)];
  return /^(?:（[^（）]*）)?[、和及]/.test(behind) || /、[各区市]?$/.test(before) ? false : undefined;
}

/** What a sentence begins by excepting (`除涉及甲、乙事项外…`), and a claim that it is not so for that. */
const EXCEPTED = /^除(?:涉及)?(.{2,30}?)(?:事项|情形|信息)?(?:以|之)?外/;
const DENIED = /不用|不必|不需|不要|无需|可以不|免[于了]?|不(?:公开|公示|挂|报|办)/;

/** All of a sort are claimed to be so (`是说所有审批都一天办完？`). */
const ALL_OF =
  /(?:所有的?|全部的?|一切|凡是|任何|不管(?:什么|啥|哪种)|不论(?:什么|啥|哪种)|无论(?:什么|啥|哪种))([\u4e00-\u9fff]{2,6}?)(?:就|也|都|全|一律|统统|必须|均)/;
/** What the notice says of all. */
const OF_ALL = /所有|一切|各类|各级|各单位|各部门|各项|一律|任何|凡/;

/** `所有审批都…` where the notice says it of one thing that is no such. */
export function scopeDenies(text: string, said: string): boolean | undefined {
  const sort = text.match(ALL_OF)?.[1];
  if (sort === undefined || OF_ALL.test(said) || !/全部|全都|全面|均/.test(said)) return undefined;
  return fold(said).includes(sort.slice(-2)) ? undefined : false;
}

/** A part where the notice says all or none (`清一半就行` where it says `基本清零`). */
export function shareDenies(text: string, said: string): boolean | undefined {
  return /一半|半数|大半|过半|50%|[1-9]0%/.test(text) &&
    /清零|全部|全覆盖|全面|100%/.test(said) &&
    !/[1-9]0?%/.test(said.replace(/100%/g, ''))
    ? false
    : undefined;
}

/** `今年就不用压了吧` where the notice says `再压缩`. */
export function needDenied(text: string, said: string): boolean | undefined {
  const verb = text.match(/(?:不用|不必|用不着|不需要?)再?([\u4e00-\u9fff])/)?.[1];
  return verb !== undefined && new RegExp(`(?:再|要|须)${verb}`).test(said) ? false : undefined;
}
