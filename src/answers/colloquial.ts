/** Turns of speech and the plain word they stand for; only ways of asking, no names of matters. */
const PINYIN: readonly [RegExp, string][] = [
  [/qian ?tou/g, '牵头'],
  [/fen ?bao/g, '分包'],
  [/ling ?dao/g, '领导'],
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

const TURNS: readonly [RegExp, string][] = [
  [
    /不牵头的?[,、]?(?:而|但)?(?:光|只|就|仅|单)?(?:是)?(?:配合|当责任单位|做责任单位)|(?:光|只|就|仅|单)(?:是)?(?:配合|参加|当责任单位|做责任单位)[,、]?(?:而|但)?不牵头/g,
    '只当责任单位',
  ],
  [/(哪|什么|啥)组(?![织成合建])/g, '$1个组'],
  [/挂帅|挂点|坐镇|掌舵/g, '分包'],
  [/牵(?:的|个|着|了)头/g, '牵头'],
  [/谁包谁牵/g, '谁分包谁牵头'],
  [/(?:挑|打|当)头儿?阵?|扛大旗|扛旗|唱主角|抓总/g, '牵头'],
  [/搭把?手|打下手|帮衬|跟着干|打配合|敲边鼓/g, '配合'],
  [/露脸|露面|冒头|待着|掺和|有名有姓/g, '参加'],
  [/包片|罩着|兜着|包着抓/g, '分包'],
  [/一块儿|凑一块|凑一起/g, '一起'],
  [/拢共|统共|总计|加起来|满打满算/g, '一共'],
  [/那个(?=领导小组)/g, ''],
  [/一块(?=的|都|参加|在|干)/g, '一起'],
  ...PINYIN,
  [/附件([一二])第?(?=\d{1,2}条)/g, '附件$1第'],
  [/附件(\d) +第?(\d+条)/g, '附件$1第$2'],
  [/^那?([水电气])呢$/g, '办$1呢'],
  [/附件一共/g, '附件总共'],
  [/仨/g, '三个'],
  [/俩(?=组|条|单位|领导)/g, '两个'],
  [/名单最长|拉得最长|家数最多/g, '单位最多'],
  [/名单最短/g, '单位最少'],
  [/四月份那?(?:拨|批|次)?/g, '4月'],
];

/** A folded question in plain words. */
export function plainSpoken(text: string): string {
  return TURNS.reduce((out, [pattern, plain]) => out.replace(pattern, plain), text);
}
