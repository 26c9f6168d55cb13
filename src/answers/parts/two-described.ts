const NOUN = '((?:专项)?(?:工作)?小?组|单位|部门|领导|局)';
/** Two of one sort, each told by what it has (`最多的组和只有一家的组，都是哪些`). */
const TWO = new RegExp(
  `^([^,，和跟与及]{2,14}的)${NOUN}(?:和|跟|与|以及|还有|、)([^,，和跟与及]{2,14}的)\\2[,，]?(?:都|各自?|分别|又|一共|具体)*(?:是|有)?(哪[些几]?[个家位]?|谁|啥|什么)$`,
);
/** How many of what it has tells it: no name does. */
const TOLD = /最|只|不止|超过|仅|没有?|[一二两三四五六七八九\d]+[个家项]/;

/** `最多的组和只有一家的组，都是哪些`: each asked by itself. Undefined where the two are told otherwise. */
export function twoDescribed(text: string): string[] | undefined {
  const [, first = '', noun = '', second = '', asks = ''] = text.match(TWO) ?? [];
  if (noun === '' || !TOLD.test(first) || !TOLD.test(second)) return undefined;
  const ask = /^(?:啥|什么)$/.test(asks) || (/组$/.test(noun) && asks === '谁') ? '哪些' : asks;
  return [`${first}${noun}是${ask}`, `${second}${noun}是${ask}`];
}
