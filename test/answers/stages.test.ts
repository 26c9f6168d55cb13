import { expect, test } from 'vitest';
import { buildAutomaton } from '../../src/answers/characters/automaton.ts';
import { otherSideOf, sidesAsked } from '../../src/answers/characters/contrast.ts';
import { fold } from '../../src/answers/characters/fold.ts';
import { digitize, parseNumeral, quantitiesIn, toChinese } from '../../src/answers/characters/numerals.ts';
import { indexFacts } from '../../src/answers/facts.ts';
import { buildLinker } from '../../src/answers/names/link.ts';
import { collectNames } from '../../src/answers/names/names.ts';
import { splitQuestions } from '../../src/answers/parts/split.ts';
import { claimedIn, verdictOn } from '../../src/answers/question/claims.ts';
import { expectationOf, satisfies } from '../../src/answers/question/expect.ts';
import { contentOf, stripPolite } from '../../src/answers/question/wording.ts';
import { pieceFor } from '../../src/answers/sentences/fragments.ts';
import { plainSpoken } from '../../src/answers/turns/colloquial.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

test.each([
  ['ＰＭ２．５', 'pm2.5'],
  ['營商環境', '营商环境'],
  ['获\u200b得电力', '获得电力'],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['十四', 14],
  ['二十', 20],
  ['一百零五', 105],
  ['两', 2],
  ['7', 7],
  ['电', undefined],
])('reads the numeral %s', (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test('numerals go both ways', () => {
  for (let n = 1; n < 100; n++) expect(parseNumeral(toChinese(n))).toBe(n);
  expect(digitize('第十四条')).toBe('第14条');
});

test.each([
  ['压缩至三个工作日', [[3, '工作日']]],
  ['提升30%以上', [[30, '%']]],
  ['百分之八十', [[80, '%']]],
])('reads the quantities of %s', (text, found) => {
  expect(quantitiesIn(text).map((q) => [q.value, q.unit])).toEqual(found);
});

test('the automaton finds every name at once, overlapping ones too', () => {
  const names = buildAutomaton([
    ['水利', 1],
    ['水利局', 2],
    ['局长', 3],
  ]);
  expect(
    names
      .find('水利局长')
      .map((hit) => hit.value)
      .sort(),
  ).toEqual([1, 2, 3]);
  expect(names.find('无')).toEqual([]);
});

test.each([
  ['请问一下，采砂谁管呀', '采砂谁管'],
  ['采砂谁管，谢谢', '采砂谁管'],
])('takes the wrappers off %s', (text, bare) => {
  expect(stripPolite(fold(text))).toBe(bare);
});

test('turns of speech become plain words, words of asking are no content', () => {
  expect(plainSpoken('谁给牵的头')).toContain('牵头');
  expect(plainSpoken('哪组管')).toBe('哪个组管');
  expect(contentOf('断面水质要求达到多少').join('')).toContain('断面水质');
  expect(contentOf('是什么')).toEqual(['是']);
});

test.each([
  ['谁分包？谁牵头？', 2],
  ['采砂谁分包，责任单位有哪些', 2],
  ['我开个厂，找谁', 1],
  ['采砂、疏浚', 1],
])('cuts %s into %d', (text, count) => {
  expect(splitQuestions(text)).toHaveLength(count);
});

test.each([
  ['几个工作日', '3个工作日', true],
  ['几个环节', '3个工作日', false],
  ['多少钱', '30%', false],
  ['多久一次', '每季度报告', true],
  ['压缩多少', '2017年起推行', false],
  ['压缩多少', '压缩80%', true],
])('what %s asks for, %s has: %s', (asked, text, has) => {
  expect(satisfies(text, expectationOf(asked))).toBe(has);
});

test.each([
  ['每月通报', '每季度通报一次', false],
  ['每季度通报', '每季度通报一次', true],
  ['提升30%', '提升30%以上', true],
  ['提升50%', '提升30%以上', false],
  ['88%以内', '88%以上', false],
  ['大幅增加', '明显减少', false],
  ['降到50以下', '达到 56 微克以下', false],
  ['pm10要99以下', 'PM2.5 达到 56 微克，PM10 达到 99 微克', true],
  ['pm10要56以下', 'PM2.5 达到 56 微克，PM10 达到 99 微克', false],
  ['办得很好', '每季度通报', undefined],
])('%s against “%s”: %s', (claim, said, isTrue) => {
  expect(verdictOn(claim, said)).toBe(isTrue);
});

test('a claim with a figure wants a figure of that kind', () => {
  const wanted = claimedIn('38天办结');
  expect(satisfies('精简至6个', wanted)).toBe(false);
  expect(satisfies('压缩至38天以内', wanted)).toBe(true);
  expect(claimedIn('办得快')).toBeUndefined();
});

test('the other side of a pair is no answer, both are when both are asked', () => {
  const rows = [['上游', '下游']];
  expect(otherSideOf('上游几家', rows)('下游五家')).toBe(true);
  expect(otherSideOf('上游几家', rows)('上游和下游')).toBe(false);
  expect(sidesAsked('上游和下游', rows)).toEqual(['上游', '下游']);
});

test('of a long sentence the piece with the figure is shown', () => {
  const text =
    '持续推进采砂整治，严厉打击非法采砂行为，全年断面水质达标率达到88%以上，岸线绿化面积明显扩大，群众满意度不断提高。';
  const wanted = { expectation: expectationOf('水质达标率多少'), isOther: () => false, keeps: [] };
  expect(pieceFor(text, ['断面水质达标率'], wanted)).toBe('全年断面水质达标率达到88%以上。');
});

const facts = indexFacts(otherModel);
const linker = buildLinker(collectNames(otherModel, otherLexicon), facts);
const found = (text: string) => linker.link(fold(text)).filter((m) => m.how !== 'hint');

test.each([
  ['水利局参加哪些组', 'unit'],
  ['水力局参加哪些组', 'unit'],
  ['慕容川分包什么', 'person'],
  ['慕容书记分包什么', 'person'],
  ['采砂整治谁管', 'group'],
  ['第2组谁管', 'group'],
])('links the name in %s', (text, kind) => {
  expect(found(text)[0]?.kind).toBe(kind);
});

test.each(['省水利局在哪', '水利银行在哪', '张三分包什么'])(
  'takes nothing near for the name in %s',
  (text) => {
    expect(found(text).filter((m) => m.kind === 'unit' || m.kind === 'person')).toEqual([]);
  },
);
