import type { BindingRow, BindingSubject } from '../../db/queries/people-bindings.ts';
import { leaderMeant, type NoticeNames, nameOf, unitMeant } from './notice-names.ts';
import type { UnitRole } from './rights.ts';
import { ROLE_NAMES } from './texts.ts';

/** What a person is to be bound to, and as what. */
export interface Post extends BindingSubject {
  role: BindingRow['role'];
}

export function unitPost(names: NoticeNames, typed: string, role: UnitRole): Post {
  return { kind: 'unit', subject: unitMeant(names, typed).id, role };
}

export function leaderPost(names: NoticeNames, typed: string): Post {
  return { kind: 'leader', subject: leaderMeant(names, typed).id, role: 'leader' };
}

export const OFFICE_POST: Post = { kind: 'office', subject: '', role: 'office' };

/** `某局联络员`, `领导张三`, `领导小组办公室成员`. */
export function postName(names: NoticeNames, post: Post): string {
  switch (post.kind) {
    case 'unit':
      return `${nameOf(names.units, post.subject)}${ROLE_NAMES[post.role]}`;
    case 'leader':
      return `${ROLE_NAMES.leader}${nameOf(names.leaders, post.subject)}`;
    case 'office':
      return ROLE_NAMES.office;
    default: {
      const never: never = post.kind;
      throw new Error(`unknown kind ${String(never)}`);
    }
  }
}

/** As the audit names it: `unit:finance`, `leader:…`, `office`. */
export function auditSubject(subject: BindingSubject): string {
  return subject.kind === 'office' ? 'office' : `${subject.kind}:${subject.subject}`;
}
