import type { UnitRole } from './rights.ts';

/** What `/绑定` asks for, its mentions taken out before. Names are as typed. */
export type BindRequest =
  | { kind: 'form' }
  | { kind: 'unit'; ends: boolean; unit: string; role: UnitRole | undefined }
  | { kind: 'leader'; ends: boolean; name: string }
  | { kind: 'office'; ends: boolean }
  | { kind: 'chat'; ends: boolean; use: 'work' | 'group' | undefined; group: string }
  /** 解除, and nothing said of what: everything of the people mentioned. */
  | { kind: 'person'; ends: true };

const ROLE_WORDS: readonly [RegExp, UnitRole][] = [
  [/的?(?:副|备用|候补)联络(?:员|人)$/, 'deputy-liaison'],
  [/的?联络(?:员|人)$/, 'liaison'],
  [/的?(?:(?:单位|主要|部门)?负责人|(?:单位)?(?:主要|分管)(?:负责人|领导)|一把手)$/, 'unit-head'],
];

/**
 * Reads the arguments of `/绑定`. Forgiven: missing spaces (`领导张三`, `某局联络员`), 为/是 between the parts,
 * and the role before or after the unit.
 */
export function readBindRequest(text: string): BindRequest {
  const said = text.trim();
  if (said === '') return { kind: 'form' };
  const ended = /^(?:解除|解绑|取消|移除)\s*(?:绑定)?\s*/.exec(said)?.[0];
  return ended === undefined ? read(said, false) : read(said.slice(ended.length), true);
}

function read(said: string, ends: boolean): BindRequest {
  const chat = /^(?:本|这个?)群\s*(?:为|是|作为)?\s*([\s\S]*)$/.exec(said)?.[1];
  if (chat !== undefined) return { kind: 'chat', ends, ...readChatUse(chat) };
  if (/^(?:领导小组)?办公室(?:成员|人员)?$/.test(said)) return { kind: 'office', ends };
  const leader = /^(?:区|分包)?领导\s*(?!小组)([\s\S]*)$/.exec(said)?.[1];
  if (leader !== undefined) return { kind: 'leader', ends, name: leader.trim() };
  const { rest, role } = takeRole(said);
  if (ends && rest === '') return { kind: 'person', ends: true };
  return { kind: 'unit', ends, unit: rest, role };
}

function readChatUse(said: string): { use: 'work' | 'group' | undefined; group: string } {
  if (/^工作群/.test(said)) return { use: 'work', group: '' };
  const group = /^(?:专项)?(?:工作)?小?组(?:群)?\s*([\s\S]*)$/.exec(said)?.[1];
  if (group !== undefined) return { use: 'group', group: group.trim() };
  return { use: said === '' ? undefined : 'group', group: said };
}

/** Role words stand at the end, or apart at the beginning. */
function takeRole(said: string): { rest: string; role: UnitRole | undefined } {
  for (const [word, role] of ROLE_WORDS) {
    const rest = said.replace(word, '');
    if (rest !== said) return { rest: rest.replace(/[为是]?\s*$/, '').trim(), role };
  }
  const [first = '', ...others] = said.split(' ');
  for (const [word, role] of ROLE_WORDS) {
    if (others.length > 0 && first.replace(word, '') === '') return { rest: others.join(' '), role };
  }
  return { rest: said, role: undefined };
}

/** Reads a role by itself, as a roster's column has it; empty is 联络员. */
export function readRole(text: string): UnitRole | undefined {
  const said = text.replace(/\s/g, '');
  if (said === '') return 'liaison';
  return ROLE_WORDS.find(([word]) => said.replace(word, '') === '')?.[1];
}
