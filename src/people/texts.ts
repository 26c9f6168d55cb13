import type { UnitRole } from './rights.ts';

/**
 * What somebody typed or is called, short enough to be repeated in a sentence; a text message parses `<at …>` and
 * `[…](…)`, and this must not become one.
 */
export function quoted(text: string): string {
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  return shown.replaceAll('<', '＜').replaceAll('[', '［');
}

/** What follows from being bound, for the one who is: by what he is now. */
export function whatFollows(roles: readonly (UnitRole | 'leader' | 'office')[]): string[] {
  if (roles.some((role) => role === 'liaison' || role === 'deputy-liaison'))
    return [
      '到报送期时我会把要填的内容发给您；单位已有的草稿、退回和未办事项也由您接着办。',
      '请假时发：/联络员 请假。',
    ];
  if (roles.includes('unit-head'))
    return ['单位逾期未报或报告被退回时，我会告诉您；联络员不便时您也可以代为填报。'];
  return ['发“/帮助”看看可以做什么。'];
}

export const ROLE_NAMES: Readonly<Record<UnitRole | 'leader' | 'office', string>> = {
  liaison: '联络员',
  'deputy-liaison': '副联络员',
  'unit-head': '负责人',
  leader: '领导',
  office: '领导小组办公室成员',
};
