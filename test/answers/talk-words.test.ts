import { describe, expect, it } from 'vitest';
import { talkOf } from '../../src/answers/beside/talk-words.ts';
import { defaultEngine } from '../../src/answers/default.ts';

describe('a message made of talk', () => {
  it.each([
    ['中中中晓得了', 'receives'],
    ['谢了啊老铁', 'thanks'],
    ['哎在不在', 'greets'],
    ['再见改天再唠', 'leaves'],
    ['中俺知道了先忙去了', 'leaves'],
    ['心里有数了', 'receives'],
  ])('%s', (said, talk) => {
    expect(talkOf(said)).toBe(talk);
  });

  it.each(['都是谁', '还有呢', '知道谁牵头', '第一个', '改天', '配合的呢', '要求'])('%s asks', (said) => {
    expect(talkOf(said)).toBeUndefined();
  });

  it.each([
    '嗯我瞅瞅先',
    '这回没糊弄我 谢了',
    '新来的接线员，先打个招呼',
    '感恩，解了我的急',
    '俺下班嘞，明儿再来烦你',
  ])('%s', (said) => {
    expect(defaultEngine().ask(said).kind).toBe('chat');
  });

  it.each(['帮我给领导写个请假条', '联络员名单发一份', '我的证办不下来'])('%s is no talk', (said) => {
    expect(defaultEngine().ask(said).kind).not.toBe('chat');
  });

  it.each([
    '得，问完了，我上楼开会',
    '你这回答挺利索的嘛',
    '早啊，今天开始上班了没',
    '早上好，上班了没有',
    '收到，这就去办',
    '哈哈说得还怪清楚哩',
    '不好意思发错群了',
    '小同志你好啊，我是退下来的老张',
  ])('%s', (said) => {
    expect(defaultEngine().ask(said).kind).toBe('chat');
  });

  it.each([
    '师傅，劳您费心了',
    '啧，有两把刷子啊',
    '喂，有没有人在',
    '我去接孩子了，改天聊',
    '想起啥来了接着问您',
    '那我先去开会，有不懂的再问您',
    '你这小东西反应真快',
    '手机没电了，先这样',
    '下班了，明儿聊',
    '唉，加班呢',
    '没想到你还会这个',
    '已转发给同事',
    '谁开发的你',
  ])('%s', (said) => {
    expect(defaultEngine().ask(said).kind).toBe('chat');
  });

  it.each(['刻章费，辛苦', '企业开办，回头再聊', '我去办执照，要几天', '你这通知是谁发的'])(
    '%s is no talk',
    (said) => {
      expect(defaultEngine().ask(said).kind).not.toBe('chat');
    },
  );

  it('takes nothing from the last question', () => {
    expect(defaultEngine().ask('中，俺知道了，先忙去了', ['第7组谁牵头']).kind).toBe('chat');
  });
});
