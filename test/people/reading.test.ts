import { describe, expect, it } from 'vitest';
import type { OpenId } from '../../src/ids.ts';
import { readBindRequest, readRole } from '../../src/people/bind-request.ts';
import { readDays } from '../../src/people/days.ts';
import { withoutMentions } from '../../src/people/mentions.ts';

const unit = (name: string, role?: string) => ({ kind: 'unit', ends: false, unit: name, role });

describe('/绑定 is read as people write it', () => {
  it.each([
    ['', { kind: 'form' }],
    ['财政局', unit('财政局')],
    ['财政局 联络员', unit('财政局', 'liaison')],
    ['财政局副联络员', unit('财政局', 'deputy-liaison')],
    ['财政局 的负责人', unit('财政局', 'unit-head')],
    ['财政局为联络人', unit('财政局', 'liaison')],
    ['联络员 财政局', unit('财政局', 'liaison')],
    ['财政局 分管领导', unit('财政局', 'unit-head')],
    ['领导 申晓东', { kind: 'leader', ends: false, name: '申晓东' }],
    ['领导申晓东', { kind: 'leader', ends: false, name: '申晓东' }],
    ['办公室', { kind: 'office', ends: false }],
    ['领导小组办公室成员', { kind: 'office', ends: false }],
    ['综合办公室', unit('综合办公室')],
    ['解除 财政局', { ...unit('财政局'), ends: true }],
    ['解除办公室', { kind: 'office', ends: true }],
    ['取消绑定 领导 申晓东', { kind: 'leader', ends: true, name: '申晓东' }],
    ['解除', { kind: 'person', ends: true }],
    ['本群 工作群', { kind: 'chat', ends: false, use: 'work', group: '' }],
    ['本群工作群', { kind: 'chat', ends: false, use: 'work', group: '' }],
    ['本群 小组 7', { kind: 'chat', ends: false, use: 'group', group: '7' }],
    ['本群为专项小组获得电力', { kind: 'chat', ends: false, use: 'group', group: '获得电力' }],
    ['解除 本群', { kind: 'chat', ends: true, use: undefined, group: '' }],
  ])('%s', (said, wanted) => {
    expect(readBindRequest(said)).toEqual(wanted);
  });

  it.each([
    ['', 'liaison'],
    ['联络员', 'liaison'],
    [' 副联络员 ', 'deputy-liaison'],
    ['主要负责人', 'unit-head'],
    ['科长', undefined],
  ])('a role by itself: “%s”', (said, wanted) => {
    expect(readRole(said)).toBe(wanted);
  });
});

describe('mentions', () => {
  const li = { openId: 'ou_li' as OpenId, name: '李四' };
  const liWu = { openId: 'ou_wu' as OpenId, name: '李四五' };

  it('are taken out of the text, each person once', () => {
    expect(withoutMentions('财政局 @李四五 @李四 联络员 @李四', [liWu, li, li])).toEqual({
      text: '财政局 联络员',
      people: [liWu, li],
      unknown: [],
    });
  });

  it('typed by hand are nobody', () => {
    expect(withoutMentions('财政局 @王五 ＠赵六', [])).toEqual({
      text: '财政局',
      people: [],
      unknown: ['王五', '赵六'],
    });
  });
});

describe('days are read as people write them', () => {
  it.each([
    ['12.28 12.30', ['2026-12-28', '2026-12-30']],
    ['12月28日至12月30日', ['2026-12-28', '2026-12-30']],
    ['12.28-12.30', ['2026-12-28', '2026-12-30']],
    ['12/28—1/4', ['2026-12-28', '2027-01-04']],
    ['２０２６－１２－２８', ['2026-12-28']],
    ['2026年12月28号到30号', ['2026-12-28', '2026-12-30']],
    ['12月28日-2日', ['2026-12-28', '2027-01-02']],
    ['28号', ['2026-12-28']],
    ['明天 后天', ['2026-12-21', '2026-12-22']],
    ['明天 12.25', ['2026-12-21', '2026-12-25']],
    ['1.4', ['2027-01-04']],
    ['12.20', ['2026-12-20']],
    ['2026-12-01', ['2026-12-01']],
  ])('%s', (said, days) => {
    expect(readDays(said, '2026-12-20').days).toEqual(days);
  });

  it.each(['2.30', '13.1', '12.32', '0.5', '12.1 12.2 12.3'])('%s is refused in a sentence', (said) => {
    expect(() => readDays(said, '2026-12-20')).toThrow(/日期|这一天/);
  });

  it('leaves the rest of the text', () => {
    expect(readDays('12.28 到 12.30 代', '2026-12-20').rest).toBe('到 代');
  });
});
