import { fold } from './fold.ts';
import { NUMERAL } from './numerals.ts';

/** What sort of thing must stand in an answer. */
export const EXPECTATIONS = ['share', 'duration', 'frequency', 'time', 'number', 'any'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

const ASKS: readonly [Expectation, RegExp][] = [
  [
    'frequency',
    /多久.{0,6}(?:一|1)?[次回轮]|多长时间.{0,6}(?:一|1)次|几[次回]|多少[次回]|频[率次]|每隔|隔多久|几个?月.{0,3}一次/,
  ],
  [
    'share',
    /百分之(?:几|多少)|几成|(?:率|占比|比例|百分比|覆盖面|程度|幅度).{0,8}(?:多少|几)|(?:多少|几).{0,4}(?:率|占比|比例)/,
  ],
  [
    'duration',
    /几(?:个)?(?:工作日|天|小时|分钟|日)|多少(?:个)?(?:工作日|天|小时|分钟|日)|多长时间|多久|时限|多少时间/,
  ],
  ['time', /什么时候|啥时候|何时|哪(?:一)?[天年月]|几月|几号|截止|(?:什么|啥)时间|期限/],
  ['number', /多少|几[^乎]|多[大高长宽]|第几|几$/],
];

/** What a question expects; `any` where a sentence will do. */
export function expectationOf(text: string): Expectation {
  return ASKS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any';
}

const HAS: Record<Exclude<Expectation, 'any'>, RegExp> = {
  share: new RegExp(`\\d+(?:\\.\\d+)?%|百分之|${NUMERAL}成|全覆盖|清零|全部|全公开|\\d倍`),
  duration: new RegExp(`${NUMERAL}个?(?:工作日|天|日|小时|分钟|年|个?月|季度)|当[天日]|随时|即时|及时|一日`),
  frequency: /每|定期|一次|适时|不定期|根据需要|及时|季度|半年|常态/,
  time: /\d+年|\d+月|年底|每年|每季度|季度|及时|定期|日内|适时|随时|根据需要|必要时|半年|今年/,
  number: new RegExp(
    `\\d|(?:${NUMERAL}|两)(?:个|家|项|条|次|名|类|张|位|轮|批|步|份|件|种|成|部|级|门|处|人)|零|清零|全覆盖|全部`,
  ),
};

/** Whether a text has what is expected of it. */
export function satisfies(text: string, expectation: Expectation): boolean {
  return expectation === 'any' || HAS[expectation].test(fold(text));
}
