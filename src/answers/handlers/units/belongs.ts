import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import type { Question } from '../../question/parse.ts';
import { contentOf, residueOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';
import type { Match } from '../../sentences/retrieve.ts';
import { needing } from '../needing.ts';

/** What a sentence must cover of the matter, to say whose it is. */
const ENOUGH = 0.52;
/** The same of a matter that is of one of those offered. */
const OFFERED = 0.35;
/** How far another may be ahead of one that is offered. */
const MUCH = 0.25;
/** Fewer characters than this say nothing of a matter. */
const SHORTEST = 4;

const EITHER = /(?:G|哪个(?:专项)?(?:小)?组).{0,6}还是.{0,4}(?:G|哪|别的|其他)/;
const BELONGS =
  /(?:归|属于?|是|算|在|该|由)(?:不是|不算)?G(?:那|这)?个?组?(?:里|里面|来)?(?:的)?(?:管|抓|负责|的事|的活|任务|分工|职责|事|活)?(?:[,，]|吗|吧|么|不|没有?|不是|是吧|对吧|对不对|的)*$/;
const ASKS = /(?:吗|吧|么|不|没|没有|对不对)$|是不是|算不算|属不属|归不归|在不在/;

/** `某事是甲组的还是乙组的`, `某事归丙组吗`: the group whose sentence the matter is. */
export const answerBelongs: Handler = needing(
  () => ({ masked: [[EITHER, BELONGS]] }),
  (question, { facts, retriever }) => {
    const { masked } = question;
    const isChoice = EITHER.test(masked);
    if (!isChoice && !(BELONGS.test(masked) && (ASKS.test(masked) || isClaim(question)))) return undefined;
    if (question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'group')) return undefined;
    const parts = matterIn(question);
    if (offeredIn(question).length === 0) return undefined;
    const isPointed = question.mentions.some((m) => m.how === 'hint');
    if (residueOf(parts.join(',')).join('').length < (isPointed ? 2 : SHORTEST)) return undefined;
    const matches = retriever.search({ parts, boost: (s) => (s.isTopic ? 1.02 : 1) });
    const offered = offeredIn(question).flatMap((m) =>
      m.entities.flatMap((e) => (e.kind === 'group' ? [e.no] : [])),
    );
    const [best] = matches;
    const ofOne = matches.find((m) => groupsOf(m, facts).some((g) => offered.includes(g.no)));
    const isNear = best && ofOne && isChoice && best.coverage - ofOne.coverage < MUCH;
    const match = isNear ? ofOne : best;
    const groups = match ? groupsOf(match, facts) : [];
    const [group] = groups;
    if (!match || match.coverage < (isNear ? OFFERED : ENOUGH) || !group) return undefined;
    const meant = groups.find((g) => offered.includes(g.no)) ?? group;
    const lead = `${groupName(meant)}：${personName(facts, meant.leader)}分包，${unitList(facts, meant.leadUnits)}牵头。`;
    const begin = isChoice ? '' : verdict(offered.includes(meant.no));
    const { statement } = match;
    return reply(
      [`${begin}${lead}${at(meant.location)}`, `${statement.text}${at(statement.location)}`],
      [statement.location, meant.location],
      { focus: [{ kind: 'group', no: meant.no }], spoken: [...question.residue] },
    );
  },
);

/** The groups that the matter is asked to be of; one that stands before is part of the matter (`甲乙性归…`). */
function offeredIn({ text, mentions }: Question) {
  const firm = mentions.filter((m) => m.kind === 'group' && m.how !== 'hint');
  return firm.filter(
    (m) =>
      TO.test(text.slice(0, m.start)) || /^(?:的|那个?组|这个?组|管|来管)?,?还是/.test(text.slice(m.end)),
  );
}

const TO = /(?:归|属于?|是|算|在|该|由|不是|不算)$/;

/** What is said beside the groups that are offered. */
function matterIn(question: Question): string[] {
  const spoken = offeredIn(question).map((m) => m.text);
  const bare = spoken.reduce((left, word) => left.replace(word, ','), question.text);
  return contentOf(
    bare.replace(/还是.*$/, ',').replace(/(?:归|属于?|是|算|在|该|由)(?:不是)?,|这个?(?:事|块|摊|条)/g, ','),
  );
}

function groupsOf({ statement }: Match, facts: Facts) {
  const numbers =
    statement.groups.length > 0
      ? statement.groups
      : statement.measures.flatMap((no) => facts.measure(no)?.groups ?? []);
  return numbers.flatMap((no) => facts.group(no) ?? []);
}
