import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import type { Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, measureName, personName, unitList } from '../../replies/texts.ts';
import { pieceFor } from '../../sentences/fragments.ts';
import type { Statement } from '../../sentences/statements.ts';
import { needing } from '../needing.ts';

const ONE =
  /(?:都|是|算|在|归|属于|由|不|说的|指的|讲的)*(?:同一?|一)(?:个|条|家|码|回|件|项|拨|批|位|处)?(?:专项)?(?:小)?(组|条|措施|单位|部门|局|事|意思|指标|地方|领导|人|家|东西|要求)(?:里|上|的|管|抓|牵头|干|分包|负责|活|事|头|面|儿|回事|说法)*(?:吗|吧|么|不|没有?|不是|对吗|对吧)?$/;
const AND = /和|跟|与|同|、|还有|以及/;
/** Coverage from which on a sentence is the one that a side speaks of. */
const ENOUGH = 0.5;
const SHORTEST = 3;

type Aspect = 'group' | 'measure' | 'unit' | 'leader' | 'sentence';

/** `甲事力度和乙事作用是一个组的活吗`: two matters in words, and whether they belong to one group, measure, unit or leader. */
export const answerTogether: Handler = needing(
  () => ({ text: [ONE] }),
  (question, desk) => {
    const word = question.text.match(ONE);
    const sides = word ? sidesOf(question, word) : undefined;
    if (!word || !sides) return undefined;
    const [first, second] = sides.map((side) => sideOf(side, desk));
    if (!first || !second) return undefined;
    const aspect = aspectOf(word[1] ?? '');
    const [a, b] = [
      ownerOf(first.statement, aspect, desk.facts),
      ownerOf(second.statement, aspect, desk.facts),
    ];
    if (a === undefined || b === undefined) return undefined;
    const isSame = a.key === b.key;
    const lines = [first, second].map((side, i) => {
      const owner = (i === 0 ? a : b).name;
      return `“${side.name}”：${side.piece}${at(side.statement.location)}${owner ? `，${owner}` : ''}`;
    });
    return reply(
      [`${verdict(isSame)}${lines[0]}`, lines[1] ?? ''],
      [first.statement.location, second.statement.location],
      {
        focus: first.statement.groups.map((no) => ({ kind: 'group', no })),
        spoken: question.residue,
      },
    );
  },
);

/** The two matters before the words that ask; none where both are names (others hold those side by side). */
function sidesOf({ text, mentions }: Question, word: RegExpMatchArray): readonly string[] | undefined {
  const before = text
    .slice(0, word.index)
    .replace(/[“”"'，,]|(?:这|那)?(?:两|2)(?:个|样|件|句|种|项|条|者)?(?:事|话|说法|指标)?$/g, '');
  const sides = before.split(AND).map((side) => side.replace(/(?:这|那)(?:个|条|项|句|话)*$/, ''));
  if (sides.length !== 2 || sides.some((side) => side.length < SHORTEST)) return undefined;
  const isName = (side: string) =>
    mentions.some(
      (m) => m.how !== 'hint' && m.kind !== 'subLead' && side.replace(/(?:专项)?(?:小)?组$/, '') === m.text,
    );
  return sides.every(isName) ? undefined : sides;
}

function aspectOf(word: string): Aspect {
  if (word === '组') return 'group';
  if (word === '条' || word === '措施') return 'measure';
  if (/单位|部门|局|家/.test(word)) return 'unit';
  return /领导|人/.test(word) ? 'leader' : 'sentence';
}

interface Side {
  name: string;
  statement: Statement;
  piece: string;
}

function sideOf(name: string, { retriever }: Desk): Side | undefined {
  const parts = contentOf(name);
  const [best] = retriever.search({ parts });
  if (!best || best.coverage < ENOUGH) return undefined;
  const pieces = best.statement.text.split(/[。；]/).find((s) => parts.some((p) => s.includes(p)));
  const piece = pieceFor(pieces ?? best.statement.text, parts, {
    expectation: undefined,
    isOther: () => false,
    keeps: [],
  });
  return { name, statement: best.statement, piece: (piece ?? best.statement.text).replace(/[。；，]$/, '') };
}

/** Whose a sentence is, in the respect asked; undefined where it is nobody's. */
function ownerOf(
  statement: Statement,
  aspect: Aspect,
  facts: Facts,
): { key: string; name: string } | undefined {
  const measure = facts.measureAt(statement.location);
  const group = facts.groupAt(statement.location) ?? facts.group(statement.groups[0] ?? 0);
  if (aspect === 'sentence')
    return { key: statement.location + statement.text, name: group ? groupName(group) : '' };
  if (aspect === 'measure')
    return { key: statement.location, name: measure ? measureName(measure) : statement.location };
  if (!group) return undefined;
  if (aspect === 'group') return { key: String(group.no), name: groupName(group) };
  if (aspect === 'leader') return { key: group.leader, name: `${personName(facts, group.leader)}分包` };
  const leads = measure && measure.leadUnits.length > 0 ? measure.leadUnits : group.leadUnits;
  return { key: [...leads].sort().join(), name: `${unitList(facts, leads)}牵头` };
}
