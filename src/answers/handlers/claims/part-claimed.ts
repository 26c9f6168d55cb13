/** A part that the claim itself says it is not (`是配合，不是牵头`), with what it is called. */
const DENIED_PART =
  /(?:而|并|可|却|也|根本)?(?:不是|并非|不算|不当|没当|不|没有?)(?:当|做|作|由它|它|来)?(牵头|主抓|主责|挑头|领头|责任单位|配合单位|配合|协助)(?:的|单位)?/g;
const LEADS = /牵头|主抓|带头|负责|管|主责/;
const SUPPORTS = /责任单位|配合|协助/;

/** What part a claim says a unit takes, and which it says it does not. */
export interface PartClaimed {
  lead: boolean;
  support: boolean;
  /** `不牵头` beside or in place of what it is said to be. */
  notLead: boolean;
  notSupport: boolean;
}

/** The part that a claim gives a unit in a group (`是配合，不是牵头`, `只当责任单位不牵头`): what is denied is not claimed. */
export function partClaimed(masked: string): PartClaimed {
  // `是不是牵头`, `不是牵头吗`: asked, and not denied.
  const asked = /[吗么嘛][?？]*$/.test(masked) && !/[,，]/.test(masked);
  const text = masked.replace(/是不是|对不对|有没有/g, '');
  const denied = asked ? [] : [...text.matchAll(DENIED_PART)].map(([, part = '']) => part);
  const rest = denied.length === 0 ? text : text.replace(DENIED_PART, '');
  return {
    lead: LEADS.test(rest),
    support: SUPPORTS.test(rest),
    notLead: denied.some((part) => LEADS.test(part)),
    notSupport: denied.some((part) => SUPPORTS.test(part)),
  };
}

/** Whether what is claimed to be a unit's part, and not to be, is so: all of it. */
export function isPartSo(
  { lead, support, notLead, notSupport }: PartClaimed,
  part: string | undefined,
  isLead: boolean,
) {
  const isSupport = part === '责任单位';
  if ((notLead && isLead) || (notSupport && isSupport)) return false;
  if (lead) return isLead;
  if (support) return isSupport;
  return notLead || notSupport || part !== undefined;
}
