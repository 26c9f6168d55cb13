import type { Facts } from '../facts.ts';
import type { Mention } from './entities.ts';

/** `有分项的那个组`, `某局总牵头、底下还分几个分项的组`: told by having items of its own. */
const WITH_ITEMS =
  /(?<=^|[,，。?？:：那个问])(?:[^,，、。?？]{2,10}总牵头(?:单位)?(?:的)?[、,，]?)?(?:(?:底下|下面|下头|里头|里面)?(?:还|又|再)?)(?:有|带|设|含|分|下设)(?:了|着|成|有)?(?:好?几|[二三四五六七八九\d])?个?分项(?:牵头)?(?:单位)?的(?:那|这)?一?个?(?:专项)?(?:工作)?小?组/g;

/** An item is pointed at behind a word for it (`某某程度这个分项`). */
const IS_ITEM = /^(?:[^,，。?？谁哪几什啥]{0,4})[,，]?(?:的)?(?:那|这)?(?:一)?(?:个|项)?分项/;

/** The one group that has items, where a text tells it by that; words for an item before `分项` name the item. */
export function withShapes(text: string, mentions: readonly Mention[], facts: Facts): Mention[] {
  if (!text.includes('分项')) return [...mentions];
  const [group, ...others] = facts.model.groups.filter(({ subLeads }) => subLeads.length > 0);
  const told =
    group && others.length === 0
      ? [...text.matchAll(WITH_ITEMS)].map(
          ({ 0: said, index }): Mention => ({
            start: index,
            end: index + said.length,
            text: said,
            kind: 'group',
            entities: [{ kind: 'group', no: group.no }],
            how: 'piece',
          }),
        )
      : [];
  const free = mentions.filter((m) => !told.some((one) => m.start < one.end && one.start < m.end));
  return [...free, ...told]
    .map((m) => (isItem(text, m) ? { ...m, how: 'spoken' as const } : m))
    .sort((a, b) => a.start - b.start);
}

const isItem = (text: string, { kind, how, entities, end }: Mention) =>
  kind === 'subLead' && how === 'hint' && entities.length === 1 && IS_ITEM.test(text.slice(end));
