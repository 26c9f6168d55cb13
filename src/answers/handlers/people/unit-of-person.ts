import type { TaskGroup, Unit } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { answerMemberships } from '../../query/memberships.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const TITLE = '(?:副?(?:主任|书记|部长|局长|委员|同志|领导))?';
/** The unit of somebody, in his place. */
const HIS_UNIT = new RegExp(
  `P${TITLE}(?:他|她|人家)?(?:们)?(?:现在|平时)?(?:当头|当家|坐镇|主政|领|带|管|在|所在|任职|当(?:主任|书记|部长|局长)|挂帅|执掌)?(?:着|了)?(?:的)?(?:那|这|该|本)?(?:一)?(?:个|家)?(?:单位|部门|局里?|委里?|部里?|机构)(?!主任|书记)`,
);
const LEADS = /牵头?|领头|打头|挑头|主抓|带头/;
const SUPPORTS = /责任单位|配合|打下手|帮忙|协助/;
const GROUPS = /组|牵头|配合|责任单位/;
const ASKS = /几|多少|哪|啥|什么|谁|吗|没|叫|列/;

/**
 * `某某那单位牵头几个组，叫啥`: the groups of the unit that somebody heads by his title (第一部分写的职务). Undefined where
 * something else of the unit is asked, or his title is of no unit of the notice.
 */
export const answerUnitOfPerson: Handler = needing(
  () => ({ masked: [/P/, HIS_UNIT, GROUPS, ASKS] }),
  (question, desk) => {
    const { facts } = desk;
    const { masked } = question;
    if (!HIS_UNIT.test(masked) || !GROUPS.test(masked) || !ASKS.test(masked)) return undefined;
    if (/[USMCBOE]|G/.test(masked) || /分包|除|附件|条/.test(masked)) return undefined;
    if (answerMemberships(question, desk)) return undefined;
    const [named, ...others] = mentioned(question, 'person');
    const person = named && others.length === 0 ? facts.person(named.id) : undefined;
    const of = person?.titles.flatMap((title) => {
      const unit = unitOf(title.text, facts);
      return unit ? [{ unit, title }] : [];
    })[0];
    if (!person || !of) return undefined;
    const { unit, title } = of;
    const [leads, supports] = [LEADS.test(masked), SUPPORTS.test(masked)];
    const list = (does: string, groups: readonly TaskGroup[]) =>
      groups.length > 0 ? `${does}的组共${groups.length}个：${groupList(groups)}` : `没有${does}的组`;
    const parts = [
      ...(leads || !supports ? [list('牵头', facts.groupsOfUnit(unit.id, 'lead'))] : []),
      ...(supports || !leads ? [list('当责任单位', facts.groupsOfUnit(unit.id, 'responsible'))] : []),
    ];
    const groups = facts.groupsOfUnit(
      unit.id,
      leads === supports ? undefined : leads ? 'lead' : 'responsible',
    );
    return reply(
      [
        `${unit.name}${parts.join('；')}。${at('三')}`,
        `${person.name}：${title.text}。${at(title.location)}`,
      ],
      ['三', ...groups.map(({ location }) => location), title.location],
      { focus: [{ kind: 'unit', id: unit.id }], spoken: question.residue, readsAll: true },
    );
  },
);

/** The unit that a title begins with; the longest name where several do. */
function unitOf(title: string, { model }: Facts): Unit | undefined {
  const names = model.units.flatMap((unit) =>
    [unit.name, ...unit.spellings.map(({ text }) => text)].map((name) => ({ unit, name })),
  );
  const { placeNames } = model.document;
  const bare = placeNames.reduce(
    (text, place) => (text.startsWith(place) ? text.slice(place.length) : text),
    title,
  );
  return names
    .filter(({ name }) => [title, bare, bare.replace(/^区/, '')].some((said) => said.startsWith(name)))
    .toSorted((a, b) => b.name.length - a.name.length)[0]?.unit;
}
