import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Entity } from '../../names/entities.ts';
import { type Range, rangeIn } from '../../names/ranges.ts';
import type { Question } from '../../question/parse.ts';
import { type Held, heldGroup, heldMeasure } from '../../replies/holders-of.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const ASKS_GROUPS =
  /(?:哪|几|多少|什么)[几些俩两二三四个一]*(?:专项)?(?:工作)?小?组|(?:的|些|个|里)(?:专项)?(?:工作)?小?组(?:有|是|呢|共|都|$|[,，])|组.{0,8}(?:几|多少)个?$|(?:几|多少|哪[几些一]?)[个项]/;
const ASKS_ANY = /组(?:里[面头]?|中|当中)[,，]?有没有/;
const ASKS_MEASURES = /(?:哪|几|多少)[几些俩两二三四一]*(?:条|项措施|个措施)|措施/;
const COLLECTIVE = /各(?:有关|相关|有相关)单位|(?:没有?|不|未)点(?:了)?(?:谁的?|哪家的?|一家)?名/;

/** One thing that every item listed must have, or must not have. */
interface Condition {
  say: string;
  isDenied: boolean;
  holds(item: Held): boolean;
}

/** `前11个组里张三包了几个`, `有甲局没乙局的组`: groups or measures by several conditions together. */
export const answerFilters: Handler = needing(
  () => ({ masked: [[/[A-Z]/, COLLECTIVE]] }),
  (question, { facts }) => {
    const range = rangeIn(question.text, facts);
    const kind = kindAsked(question, range);
    if (kind === undefined) return undefined;
    const letters = lettersOf(question);
    const conditions = conditionsIn(question, letters, facts);
    if (conditions.length === 0 && !range) return undefined;
    const isOpen = COLLECTIVE.test(question.masked);
    const isPlain = !range && !(conditions.length > 1 && (isOpen || conditions.some((c) => c.isDenied)));
    const isOther = letters.some(({ entities }) => !isReadable(entities, range));
    if (isPlain || isOther || conditions.length === 0) return undefined;
    const all = kind === 'group' ? facts.model.groups.map((g) => heldGroup(facts, g)) : measuresOf(facts);
    const found = all
      .filter(({ entity }) => !range || range.numbers.includes('no' in entity ? entity.no : 0))
      .filter((item) => conditions.every(({ holds, isDenied }) => holds(item) !== isDenied));
    return listReply(found, { kind, range, conditions });
  },
);

function kindAsked({ masked }: Question, range: Range | undefined): Range['kind'] | undefined {
  if (/(?:哪|几|多少)[几些俩两二三四个一]*(?:家|单位|部门|位|人|领导)/.test(masked)) return undefined;
  if (range) return range.kind;
  if ((ASKS_GROUPS.test(masked) || ASKS_ANY.test(masked)) && /组/.test(masked)) return 'group';
  return ASKS_MEASURES.test(masked) ? 'measure' : undefined;
}

/** A run of numbers that is the range itself, or something that conditions are read from. */
function isReadable(entities: readonly Entity[], range: Range | undefined): boolean {
  const [first] = entities;
  if (first?.kind === 'unit' || first?.kind === 'person' || first?.kind === 'body') return true;
  if (range?.isPart && first?.kind === 'clause') return true;
  return range !== undefined && first?.kind === range.kind;
}

const measuresOf = (facts: Facts) =>
  facts.model.measures.filter((m) => m.status !== 'missing').map((m) => heldMeasure(facts, m));

interface Letter {
  at: number;
  entities: readonly Entity[];
}

/** Firm mentions with the place of their letter in the masked question. */
function lettersOf({ masked, mentions }: Question): Letter[] {
  const places = [...masked.matchAll(/[A-Z]/g)].map((match) => match.index);
  return mentions
    .filter((m) => m.how !== 'hint')
    .map((m, i) => ({ at: places[i] ?? 0, entities: m.entities }));
}

function conditionsIn({ masked }: Question, letters: readonly Letter[], facts: Facts): Condition[] {
  const found = letters.flatMap(({ at: place, entities }) =>
    entities.slice(0, 1).flatMap((entity) => {
      const around = {
        before: masked.slice(Math.max(0, place - 7), place),
        after: masked.slice(place + 1, place + 10),
      };
      if (entity.kind === 'unit') return [unitCondition(entity.id, around, facts)];
      return entity.kind === 'person' ? [leaderCondition(entity.id, around, facts)] : [];
    }),
  );
  if (!COLLECTIVE.test(masked)) return found;
  const holds = ({ supports, supportText }: Held) => supports.length === 0 && !/没有写/.test(supportText);
  return [...found, { say: '责任单位没有点名', isDenied: false, holds }];
}

interface Around {
  before: string;
  after: string;
}

const DENIED_BEFORE =
  /(?:(?<!有)没有?|不(?:带|含|包括|包含|算|要|见)|未列|缺|少了?|除了?|而非|不是)(?:有|了|写|列)?$/;
const DENIED_AFTER = /^(?:却|但|可|又|就|都|也)*(?:不(?!同)|未|没有?)(?!有?[A-Z]|跑|错)/;
const LEADS_BEFORE = /牵头(?:单位)?(?:的)?(?:是|为|有)?$/;
const LEADS_AFTER = /^(?:来|家|一家)?(?:一起|共同|总|不|没)?牵(?:的)?头/;
const SUPPORTS_AFTER = /^(?:只|仅|是|当|做|作为|不|没|不是)*(?:责任单位|配合)/;

function unitCondition(id: string, { before, after }: Around, facts: Facts): Condition {
  const name = unitList(facts, [id]);
  const isDenied = DENIED_BEFORE.test(before) || DENIED_AFTER.test(after);
  const lead = LEADS_BEFORE.test(before) || LEADS_AFTER.test(after);
  const supports = SUPPORTS_AFTER.test(after);
  const role = lead ? '牵头' : supports ? '配合' : '在列';
  return {
    say: `${name}${isDenied ? (lead ? '不牵头' : '不在列') : role}`,
    isDenied,
    holds: (item) =>
      lead ? item.leads.includes(id) : supports ? item.supports.includes(id) : item.part(id) !== undefined,
  };
}

function leaderCondition(id: string, { before, after }: Around, facts: Facts): Condition {
  const isDenied = /(?:不归|不是|不由|除了?)$/.test(before) || DENIED_AFTER.test(after);
  const name = personName(facts, id);
  return { say: `${isDenied ? '不由' : ''}${name}分包`, isDenied, holds: ({ leader }) => leader === id };
}

interface Listing {
  kind: Range['kind'];
  range: Range | undefined;
  conditions: readonly Condition[];
}

function listReply(found: readonly Held[], { kind, range, conditions }: Listing): Reply {
  const what = kind === 'group' ? '组' : '措施';
  const scope = range ? `${range.name}里，` : '';
  const label = `${scope}${conditions.map(({ say }) => say).join('、')}的${what}`;
  const count = `共${found.length}${kind === 'group' ? '个' : '条'}`;
  const names = found.length > 0 ? `：${found.map((item) => item.name).join('、')}` : '';
  const home =
    found[0]?.location.replace(/(·)?\d+$/, (_, dot) => (dot ? '·三' : '')).replace(/、$/, '') ?? '三';
  return reply(`${label}${count}${names}。${at(home)}`, [home, ...found.map((item) => item.location)], {
    focus: found.map((item) => item.entity),
  });
}
