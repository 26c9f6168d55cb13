import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Linker } from '../names/link.ts';

const CLAUSE = /[^,，。；;!！?？]+/g;
const ASKS = /谁|哪|什么|啥|几(?!乎)|多少|[吗呢么]$|是不是|有没有/;
/** Stands in the asking clause for two that were told of. */
const BOTH =
  /(?:我们|咱们?|俺们?|他们|她们|它们|人家|这|那|跟他们)?(?:两家(?:单位)?|俩家?(?:单位|局|部门)?|两个(?:单位|局|部门)|两边|双方|两方)(?=都|一起|一块|共同|同时|在|有|碰|重|凑|共|分别|各|谁|是)/;
const LONGEST = 80;

/**
 * A message that tells of two units and then asks about both (`我在甲局，要约乙局的熟人，我们两家都在的组是哪个`): the
 * question with their names in place. Undefined where it names any itself, or not two were told of.
 */
export function askedOfBoth(raw: string, linker: Linker): string | undefined {
  if (raw.length > LONGEST || !BOTH.test(raw)) return undefined;
  const clauses = raw.match(CLAUSE) ?? [];
  const first = clauses.findIndex((clause) => ASKS.test(clause.trim()));
  const asked = clauses.slice(Math.max(first, 0)).join('，');
  if (first < 1 || !BOTH.test(asked)) return undefined;
  const isNamed = linker
    .link(digitize(fold(asked)))
    .some(({ how, kind }) => how !== 'hint' && (kind === 'unit' || kind === 'person' || kind === 'group'));
  if (isNamed) return undefined;
  const told = digitize(fold(clauses.slice(0, first).join('，')));
  const units = linker.link(told).filter(({ kind, how }) => kind === 'unit' && how !== 'hint');
  const names = new Map(units.map(({ text, entities }) => [JSON.stringify(entities), text]));
  return names.size === 2 ? asked.replace(BOTH, [...names.values()].join('和')) : undefined;
}
