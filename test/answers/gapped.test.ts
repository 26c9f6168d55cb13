import { expect, test } from 'vitest';
import { buildGappedFinder } from '../../src/answers/characters/gapped.ts';
import { defaultEngine } from '../../src/answers/default.ts';

const finder = buildGappedFinder([
  ['开|盘…店|铺面', 'shop'],
  ['贷…款', 'loan'],
]);

test.each([
  ['想开三家小饭店', 'shop', '开三家小饭店'],
  ['盘了个铺面', 'shop', '盘了个铺面'],
  ['银行贷不着款', 'loan', '贷不着款'],
])('%s: the words of a turn stand apart', (text, value, said) => {
  expect(finder.find(text).map((hit) => [hit.value, text.slice(hit.start, hit.end)])).toEqual([
    [value, said],
  ]);
});

test.each(['开了会，店里没人', '店开了', '开完了一整天的会议才去店里', '贷了，款'])(
  '%s: too far apart, the other way round or in another clause',
  (text) => {
    expect(finder.find(text)).toEqual([]);
  },
);

test('a word that stands in several turns finds each of them', () => {
  const several = buildGappedFinder([
    ['办…证', 1],
    ['办…证', 2],
  ]);
  expect(several.find('办个证').map(({ value }) => value)).toEqual([1, 2]);
});

const engine = defaultEngine();

test.each([
  ['想盘个铺面做早点生意，区里哪个领导管这一摊', '侯建华'],
  ['厂子贷不着款，找哪个单位说', '金融工作局'],
  ['地里种庄稼的地被污染了，归哪个领导包着', '申晓东'],
  ['存货机器想押给银行换点钱花，这摊子是谁的', '吕沛'],
  ['窗口办事的给我甩脸子，管作风的那组咋个抓法', '投诉举报'],
  ['新开一家店几天能给办利索', '一日办结'],
  ['听说开店手续并成几步了', '1个环节'],
  ['保护小散户的组，工信局是牵头还是配合', '责任单位'],
  ['房产登记这组水务公司燃气公司都跟着干，是谁挑的头', '自然资源和规划局牵头'],
  ['盖个低风险小厂房，还非得花钱请外头监理不', '取消强制外部监理'],
])('%s', (question, answer) => {
  const found = engine.ask(question);
  expect(found.kind).toBe('answer');
  expect(found.text.replace(/ /g, '')).toContain(answer);
});

test.each(['我家自来水啥时候能来', '我的贷款批下来没有', '开个小饭馆一年房租得多少钱', '给俺写个贷款申请书'])(
  '%s is not in the notice',
  (question) => {
    expect(engine.ask(question).kind).not.toBe('answer');
  },
);
