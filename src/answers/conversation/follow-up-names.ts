import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';
import { firmOf, type Turn } from '../turn.ts';
import type { Rephrasing } from './follow-ups.ts';

/** Numbers of the groups that an answer was about, or that its only person is in charge of. */
export function groupsOf(last: Turn, facts: Facts): number[] {
  const groups = last.reply.focus.flatMap((e) => (e.kind === 'group' ? [e.no] : []));
  if (groups.length > 0) return [...new Set(groups)];
  const people = last.reply.focus.flatMap((e) => (e.kind === 'person' ? [e.id] : []));
  const [only, ...others] = new Set(people);
  return only === undefined || others.length > 0 ? [] : facts.groupsOfLeader(only).map(({ no }) => no);
}

/** Ends of units' names that people leave out (`某事` for the department). */
const UNIT_ENDS = ['', '部', '局', '委', '办', '分局', '中心', '院', '公司'];
const BARE_NAME =
  /^(?:换成?|改成?|要是|如果是)?([\u4e00-\u9fff]{2,6}?)(?:的|那边的?|这边的?|口的?|系统的?|那家的?|那头的?|同志的?)?(?:呢|嘞|咧|又?(?:怎么样|如何|咋样))$|^([\u4e00-\u9fff]{2,6}?)(?:那|这)位(?:呢)?$/;

/** The full word for a unit that is named by the head of its name alone. */
export function unitNamed(said: string, link: Linker['link']): string | undefined {
  const end = UNIT_ENDS.find((tail) => {
    const [only, ...others] = link(`${said}${tail}`);
    const isWhole = only?.start === 0 && only.end === said.length + tail.length;
    return (
      isWhole &&
      only.kind === 'unit' &&
      only.how !== 'hint' &&
      only.entities.length === 1 &&
      others.length === 0
    );
  });
  return end === undefined ? undefined : `${said}${end}`;
}

/** `甲局和乙局呢` after a question about two units. */
export const otherPair: Rephrasing = ({ text, last, link }) => {
  const said = text.match(/^(.{2,6}?)[和跟与、](.{2,6}?)(?:两家|这两家|两个)?(?:的)?呢$/)?.slice(1) ?? [];
  const names = said.map((name) => unitNamed(name, link));
  const before = firmOf(last.question).filter((m) => m.kind === 'unit');
  if (names.length === 0 || names.includes(undefined) || before.length !== names.length) return [];
  const asked = before.reduceRight(
    (full, m, i) => `${full.slice(0, m.start)}${names[i]}${full.slice(m.end)}`,
    last.question.text,
  );
  return [asked];
};

/** `某部的呢`, `某生呢`: a unit or a person by part of the name, in place of the last one. */
export const otherName: Rephrasing = ({ text, last, facts, link }) => {
  const [, alone, ofHead] = text.match(BARE_NAME) ?? [];
  const said = alone ?? ofHead;
  const before = firmOf(last.question).find((m) => m.kind === 'unit' || m.kind === 'person');
  if (said === undefined || !before) return [];
  const swap = (name: string) =>
    `${last.question.text.slice(0, before.start)}${name}${last.question.text.slice(before.end)}`;
  if (before.kind === 'person') {
    const body = before.how === 'post' ? unitNamed(said, link) : undefined;
    if (body !== undefined) return [swap(`${body}一把手`)];
    const people = facts.model.people.filter(
      ({ name }) => name.length > 2 && name.endsWith(said) && name !== said,
    );
    return people.length === 1 ? [swap(people[0]?.name ?? '')] : [];
  }
  const unit = unitNamed(said, link);
  return unit === undefined ? [] : [swap(unit)];
};

const IS_IN =
  /^(.{2,8}?)(?:也|还)?(?:在不在|在没在)(?:里[面头]?|其中|名单)?$|^(.{2,8}?)(?:也|还)?在(?:里[面头]|其中|名单里?)(?:吗|没有?|么)?$/;

/** `某委主任是不是也在里头` after who holds a post: whether this one does too. */
function isPersonIn(text: string, last: Turn, facts: Facts, link: Linker['link']): string | undefined {
  const post = last.question.text.match(/(?:办公室)?副?(?:主任|组长)/)?.[0];
  if (post === undefined || !/在(?:里[头面]|其中|名单|内)|算(?:一个|不算)/.test(text)) return undefined;
  const [entity, ...others] = link(text).flatMap((m) => m.entities);
  if (entity?.kind !== 'person' || others.length > 0) return undefined;
  const paper = last.question.text.match(/附件\d/)?.[0] ?? '';
  return `${facts.person(entity.id)?.name}是${paper}领导小组${post.endsWith('主任') ? '办公室' : ''}${post.replace('办公室', '')}吗`;
}

/** `里头谁是搞某事的`, `有没有管某事的`. */
const OF_TRADE =
  /^(?:里[面头边]?|其中|当中|这里[面头]?)?(?:有没有|谁|有?哪(?:一)?[个家])(?:是)?(?:搞|管|抓|负责|做)([\u4e00-\u9fff]{2,6}?)的?(?:单位|部门|局)?(?:吗|没有?)?$/;

/** `配合它的有没有某局` after the group that a unit leads. */
const HELPS_IT =
  /^(?:那|给)?(?:给|跟)?(?:配合|帮)(?:着)?(?:它|他们?|它们|这家|人家)(?:忙)?的?(?:单位|部门)?(?:里[面头]?|当中)?(?:有没有|有无|有)([\u4e00-\u9fff]{2,10}?)(?:吗|没有?|么|不)?$/;

const INSIDE = /^(?:那)?(?:里[面头边]?|其中|组里|名单里?)(?=[\u4e00-\u9fff]{2,8}在)/;

/** `某局在不在` after one group; `它在第14组里吗` after one unit. */
export const isIn: Rephrasing = ({ text, last, facts, link }) => {
  const post = isPersonIn(text, last, facts, link);
  if (post !== undefined) return [post];
  const [unit, ...others] = firmOf(last.question).filter((m) => m.kind === 'unit');
  if (unit && others.length === 0 && /^它们?(?:也|还)?(?:在|是|参加|牵头|配合|有没有)/.test(text))
    return [text.replace(/^它们?/, unit.text)];
  const helped = text.match(HELPS_IT)?.[1];
  const [only, ...further] = helped === undefined ? [] : groupsOf(last, facts);
  if (helped !== undefined && only !== undefined && further.length === 0)
    return [`第${only}组责任单位有没有${helped}`];
  const [, bare, inside] = text.replace(INSIDE, '').match(IS_IN) ?? [];
  const said = bare ?? inside ?? text.match(OF_TRADE)?.[1];
  const name = said === undefined ? undefined : unitNamed(said, link);
  const [group, ...more] = groupsOf(last, facts);
  return name === undefined || group === undefined || more.length > 0 ? [] : [`${name}在第${group}组里吗`];
};
