import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));

describe('the same in looser words', () => {
  it.each([
    ['附件1二十九条 谁牵 说的啥事儿', '工委组织部'],
    ['附件一里头15条配合的是哪俩', '发展改革委、工商分局'],
    ['附件120条归哪家负责', '高新区法院筹备处'],
    ['附件1里三十条谁牵头', '文体旅局'],
    ['附件1里31条措施都有啥', '31条'],
    ['附件1三十五条归谁牵头', '没有第35条'],
    ['跨境贸易谁领着干', '开放招商中心牵头'],
    ['财政牵那个采购组具体要干些啥', '财政局牵头'],
    ['获得信贷是人行牵吧', '牵头的是金融工作局'],
    ['用水用气组谁包保', '赵俊生'],
    ['招投标组头上的领导', '侯建华'],
    ['赵俊峰主任管哪一项', '营商环境宣传'],
    ['哪个组配合的最多', '信用环境'],
    ['哪些组搭手的没点名，只写各相关单位', '政务服务'],
    ['企业开办组责任部门有哪些', '公安分局'],
    ['政务服物归哪个包', '侯建华'],
    ['两个建康在第几组', '第1组'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it.each([
    ['卫健委那边都分在哪些组里边', '卫健委共在6个'],
    ['住建委那边牵头哪个组', '办理建筑许可'],
    ['生态环境局这家除了信用环境组还在哪', '包容普惠创新'],
    ['组织部这家和宣传部都在的组', '信用环境'],
    ['财政局他们牵头哪个组', '政府采购'],
    ['侯建华这位领导分包几项', '6项'],
  ])('%s: whoever stands behind the name is the same', (question, says) => {
    expect(ask(question).text).toContain(says);
  });
});
