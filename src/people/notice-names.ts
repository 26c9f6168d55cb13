import { UserError } from '../errors.ts';
import { quoted } from './texts.ts';

/** Something of the notice that people name: a unit, a leader. */
export interface Named {
  id: string;
  name: string;
}

/** What a typed name stands for. `nearest`: what he may have meant. */
export type Resolved =
  | { kind: 'found'; it: Named }
  | { kind: 'ambiguous'; among: readonly Named[] }
  | { kind: 'several'; among: readonly Named[] }
  | { kind: 'nothing'; nearest: readonly Named[] };

/** The names of one notice, as far as people and chats are bound to them. */
export interface NoticeNames {
  /** In the order of the notice. */
  units: readonly Named[];
  leaders: readonly Named[];
  groups: readonly { no: number; name: string }[];
  unit(text: string): Resolved;
  leader(text: string): Resolved;
}

/** The unit that is meant. @throws UserError that names the nearest ones, or says that one at a time is bound. */
export function unitMeant(names: NoticeNames, typed: string): Named {
  const resolved = names.unit(typed);
  if (resolved.kind === 'found') return resolved.it;
  throw notMeant(resolved, { typed, what: '单位', or: '发“/绑定”可以从表单里选。' });
}

/** The leader that is meant. @throws UserError that names the nearest ones. */
export function leaderMeant(names: NoticeNames, typed: string): Named {
  const resolved = names.leader(typed);
  if (resolved.kind === 'found') return resolved.it;
  throw notMeant(resolved, { typed, what: '领导', or: '请写通知里的姓名。' });
}

/** The task group that is meant: by its number, or by words of its name. @throws UserError */
export function groupMeant(names: NoticeNames, typed: string): { no: number; name: string } {
  const said = typed.normalize('NFKC').replace(/^第|[号组]$|\s/g, '');
  const byNumber = /^\d+$/.test(said) ? names.groups.filter((group) => group.no === Number(said)) : [];
  const byName = said === '' ? [] : names.groups.filter((group) => group.name.includes(said));
  const [found, ...others] = byNumber.length > 0 ? byNumber : byName;
  if (found === undefined)
    throw new UserError(
      `没有“${quoted(typed)}”这个小组。请写小组的编号（1～${names.groups.length}），例如：/绑定 本群 小组 1。`,
    );
  if (others.length > 0) {
    const listed = [found, ...others].map((group) => `${group.no} ${group.name}`).join('、');
    throw new UserError(`“${quoted(typed)}”可能是：${listed}。请写编号。`);
  }
  return found;
}

/** The name of a unit, leader or task group; what left the notice keeps its id. */
export function nameOf(all: readonly Named[], id: string): string {
  return all.find((one) => one.id === id)?.name ?? id;
}

function notMeant(
  resolved: Exclude<Resolved, { kind: 'found' }>,
  of: { typed: string; what: string; or: string },
): UserError {
  const listed = (all: readonly Named[]) => all.map((one) => `“${one.name}”`).join('、');
  if (resolved.kind === 'several')
    return new UserError(`一次只能写一个${of.what}，这里有：${listed(resolved.among)}。请分开写。`);
  if (resolved.kind === 'ambiguous')
    return new UserError(`“${quoted(of.typed)}”可能是${listed(resolved.among)}，请写全称。`);
  const nearest = resolved.nearest.length > 0 ? `您是不是要写${listed(resolved.nearest)}？` : of.or;
  return new UserError(`通知里没有“${quoted(of.typed)}”这个${of.what}。${nearest}`);
}
