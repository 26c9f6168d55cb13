/** A year that something is to be done in, none that it is measured by and none of a paper. */
const CLAIMED =
  /(?<!(?<!占)比|跟|较|和|与|同)(20\d\d) ?年(?![^,，。;；]{0,12}(?:基础|底子|相?比|方案|通知|条例|规划|文件))/g;
const DUE = /(20\d\d) ?年(?:[底末](?:以?前)?|以?前|(?=力争|要|将|达到|实现|完成))/g;

/**
 * By when it is to be done as the notice has it, where a claim has another year (`2030年清零` and `2029年底前`);
 * undefined where they agree or one of them says no year.
 */
export function dueInstead(claim: string, said: string): string | undefined {
  // A year that is said there too may be what it is measured by (`拿2028年做底儿`).
  const isClaimed = [...claim.matchAll(CLAIMED)].some(([, year]) => year && !said.includes(year));
  const dues = isClaimed ? [...said.matchAll(DUE)] : [];
  const isOther = dues.every(([, year]) => year && !claim.includes(year));
  return isOther ? dues[0]?.[0].replace(' ', '') : undefined;
}

/** A sentence with by when it is to be done, where only what stands before it says so. */
export const withDue = (due: string | undefined, line = '') =>
  due === undefined || line.replaceAll(' ', '').includes(due) ? line : `写的是${due}：${line}`;
