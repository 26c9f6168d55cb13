import { parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Reply } from '../replies/reply.ts';

const ASKED =
  /^(?:那|这|其中)?(?:这|那)?([两俩二三仨四五六七八九十\d]{1,2})(家|个组|个小组|个|位|名|项)(?:单位|部门|领导|人)?(?:都|又|各|各自|分别|具体)*(?:是|叫|为|有)?(?:什么|啥|谁|哪[几些]?[家个位]?|哪[两俩二三四五六七八九十\d]+[家个位项]?)(?:名字|名称|单位|部门|组|领导)?[?？]*$/;

/** How many of those that a measure word counts a text names. */
function namedIn(text: string, counted: string, { model }: Facts): number {
  const units = model.units.filter(({ name }) => text.includes(name)).length;
  const people = model.people.filter(({ name }) => text.includes(name)).length;
  const groups = model.groups.filter(({ field }) => text.includes(field)).length;
  if (counted === '家') return units;
  if (counted === '位' || counted === '名') return people;
  return counted.includes('组') ? groups : Math.max(units, people, groups);
}

/** `…分几个部分，标题分别是什么` */
const NAMES_ASKED =
  /^(?:它们|各部分|各项|各条|各个)?的?(?:标题|小标题|名称|名字|题目)(?:都|各|各自|分别|具体)+(?:是|叫|为)?(?:什么|啥|哪些)[?？]*$/;

/** `…的组是哪个？三家分别是谁`: whether a part asks only for the names that the answer to the part before has told. */
export function isToldAlready(piece: string, before: Reply | undefined, facts: Facts): boolean {
  const isList = before?.kind === 'answer' && (before.lines[0]?.split('、').length ?? 0) > 2;
  if (isList && !before.isPartial && NAMES_ASKED.test(piece)) return true;
  const [, numeral, counted] = piece.match(ASKED) ?? [];
  if (numeral === undefined || counted === undefined || before?.kind !== 'answer' || before.isPartial)
    return false;
  const count = parseNumeral(numeral.replace('俩', '两').replace('仨', '三'));
  return count !== undefined && namedIn(before.lines.join(''), counted, facts) === count;
}
