import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Mention } from '../names/entities.ts';
import type { Linker } from '../names/link.ts';

const CLAUSE = /[^,，。；;!！?？]+/g;
const ASKS = /谁|哪|什么|啥|几(?!乎)|多少|[吗呢么]$|是不是|有没有/;
/** Stands in the asking clause for who was told of, or goes on from what was told. */
const POINTS = /它们?|他们?|她们?|(?:这|那|该)(?:家|个单位|位|局|单位)|自己|自家/;
const GOES_ON = /^(?:还|另外|此外|除此|同时|实际上?|其实|可|但|不过|剩|又|事实上|到底|究竟|前后|一共|总共)/;
const JOINS = /^(?:实际上?|其实|事实上|可是?|但是?|不过|那么?|而|到底|究竟|前后|那么|请问?|麻烦|帮我)+/;
const OTHERS = /还|另外|此外|除此|别的|其他|其它|其余|剩/;
const ONLY = /光|只|仅|就|单|不/;
const OF_GROUPS = /组|领域|摊|块|项/;
/** The matter that was told of, where it is asked whether somebody has it (`…他分包的里头有没有这一项`). */
const THAT_MATTER =
  /(?<=有没有|有无|包不包括|含不含|管不管|包不包|[有含管包]|是不是)(?:这|那)(?:一)?(?:项|个(?:组|领域)?|块儿?|摊(?:子)?|件?事儿?|样)(?=[吗呢么没不?？]|没有|$)/;
const BARE =
  /^(?:是|都是|又是|分别是|请问)?(?:哪(?:一|[几两俩些])?(?:个|家|位|项)?(?:组|小组|专项组)?|什么组|啥组|叫(?:啥|什么))$/;
/** Who is left out before it is asked who else there is (`除了某某，还有谁是副组长`) is not whom it is about. */
const SET_ASIDE = /^(?:那|那么)?除[了开去掉]?/;
const WHO_ELSE = /还有(?:谁|哪[几些]?[位个])/;
const LONGEST = 80;

/**
 * A message that tells something first and then asks about who or what was told of (`某局自己牵头甲组不用说了，它还进了
 * 哪个组`): the question with the name in its place. Undefined where nothing is told, or the question says it all.
 */
export function askedOfTold(raw: string, linker: Linker): string | undefined {
  if (raw.length > LONGEST || !/[,，。；;]/.test(raw)) return undefined;
  const clauses = raw.match(CLAUSE) ?? [];
  const first = clauses.findIndex((clause) => ASKS.test(clause.trim()));
  // `可它确实牵头着一个组，哪个组`
  const from = first > 1 && BARE.test(clauses[first] ?? '') ? first - 1 : first;
  if (from < 1) return undefined;
  const told = clauses.slice(0, from).join('，');
  const asked = clauses.slice(from).join('，');
  if ((!POINTS.test(asked) && !GOES_ON.test(asked)) || /[我俺咱]们?/.test(asked)) return undefined;
  if (SET_ASIDE.test(told) && WHO_ELSE.test(asked)) return undefined;
  const named = linker.link(digitize(fold(asked))).filter(({ how }) => how !== 'hint');
  if (named.some(({ kind }) => kind === 'unit' || kind === 'person' || kind === 'group')) return undefined;
  const mentions = linker.link(digitize(fold(told))).filter(({ how }) => how !== 'hint');
  const holder = holderOf(mentions, asked);
  if (!holder || !OF_GROUPS.test(asked)) return undefined;
  const groups = mentions.filter(({ kind }) => kind === 'group' || kind === 'subLead');
  if (groups.length > 1 && !OTHERS.test(asked)) return undefined;
  const isApart =
    OTHERS.test(asked) &&
    groups.length > 0 &&
    !ONLY.test(told.replace(/不用说|不说|不必说|不提|不算|不计|不谈/g, ''));
  const apart = isApart ? `除了${groups.map(({ text }) => text).join('、')}` : '';
  const [group] = groups;
  const isThatMatter = group !== undefined && THAT_MATTER.test(asked) && holder.kind === 'person';
  const full = isThatMatter ? asked.replace(THAT_MATTER, group.text) : asked;
  const rest = full.replace(JOINS, '').replace(POINTS, '').replace(/^的/, '');
  return `${holder.text}${apart}${rest}`;
}

/** Whom the question is about: the only unit or leader that was told of, else the first, whose the telling is. */
function holderOf(mentions: readonly Mention[], asked: string): Mention | undefined {
  const kind = /分包|包着|分管/.test(asked) ? 'person' : undefined;
  const holders = mentions.filter((m) =>
    kind === undefined ? m.kind === 'unit' || m.kind === 'person' : m.kind === kind,
  );
  const [first] = holders;
  return first?.entities.length === 1 ? first : undefined;
}
