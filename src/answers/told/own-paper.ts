import type { Facts } from '../facts.ts';

/** By the paper itself, before what is asked (`根据5号文，…`, `照这个通知，…`). */
const BY_THE_PAPER =
  /^(?:那)?(?:根据|按照?|依据?|照着?|以)(?:这个?|咱|本|区里)?(?:的)?((?:\p{L}{2,8}[〔[(（]\d{4}[〕\])）])?\d{1,3}号)?(?:文件?|通知|红头)(?:里|上|中)?(?:的)?(?:说的?|写的?|规定|要求|精神|来说|来看)?[,，\s]+(?=.{4})/u;

/** A message without what says that it goes by this paper; one that names another paper stays. */
export function withoutOwnPaper(message: string, { model }: Facts): string {
  const [said, number] = message.match(BY_THE_PAPER) ?? [];
  if (said === undefined) return message;
  const own = model.document.number;
  const isOwn =
    number === undefined ||
    own.endsWith(`〕${number}`) ||
    own === number.replace(/[[(（](\d+)[\])）]/, '〔$1〕');
  return isOwn ? message.slice(said.length) : message;
}
