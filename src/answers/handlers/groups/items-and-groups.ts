import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** `哪个组不在分包事项里` */
const LEFT_OUT =
  /(?:哪|有没有|有)(?:一)?(?:个|些|几个)?(?:专项)?(?:小)?组[^,，谁]{0,3}(?:不|没)(?:有)?(?:在|列|写|进|算|放|出现)[^,，谁]{0,8}分包(?:的)?(?:事项|清单|名单|项目|里)/;

/** `分包那份清单里，哪个组落下了` */
const FALLEN_OUT =
  /分包[^,，谁]{0,8}[,，]?(?:哪|有没有|有)(?:一)?(?:个|几个|些)(?:专项)?小?组[^,，谁]{0,4}(?:落下|漏|缺|没(?:有)?(?:写|列|提|进|被))/;

/** `第二部分没提、后面才有的那个组`: said of the place where the items stand. */
const NOT_THERE =
  /(?:没|不)(?:有)?(?:提|写|列|见|出现|露|点)[^谁]*(?:的|那|哪)(?:一)?个?(?:专项)?(?:小)?组|(?:哪|那|有没有|有)(?:一)?(?:个|几个|些)?(?:专项)?(?:小)?组(?!长)[^谁,，]{0,10}(?:漏|落下|缺|没(?:有)?(?:提|写|列|见|出现|露|点|被)|不在|找不到|对不上)/;

/** What leaders are told to look after, item by item. */
const ITEMS =
  /分包(?:的)?(?:事项|领域|任务|指标|项|工作)|领导[^,，]{0,4}分包|分包|领导(?:的)?(?:项数|件数|事项数)/;
const GROUPS = /(?:专项|工作)*小?组(?!长)/;
/** Whether both come to as many, and what lies between. */
const HELD_AGAINST =
  /(?:比|跟|和|与|同|对)[^,，]{0,14}[,，]?(?:是|要|就|还|能|会)*(?:比|相比|对照|核)?(?:相?差|[多少缺漏])(?:出|了)?(?:几|多少|哪|谁|一?个)|对得上|对不上|对上|一样多|相等|相符|吻合|一致|数(?:量|目)?(?:一样|相同|相等)|(?:[多少缺漏差])(?:了)?(?:的)?(?:是)?(?:哪|几|多少)/;

const counted = perNotice(({ model }) => {
  const items = model.assignments.flatMap((assignment) => assignment.items);
  const told = new Set(items.flatMap(({ groups }) => groups));
  return { items: items.length, left: model.groups.filter(({ no }) => !told.has(no)) };
});

/** `各领导分包的项加一块，比组数差几个`: how many items and groups there are, and which group no item is of. */
export const answerItemsAndGroups: Handler = needing(
  () => ({ text: [[LEFT_OUT, FALLEN_OUT, NOT_THERE, HELD_AGAINST]] }),
  ({ text, mentions }, { facts }) => {
    const isAsked = ITEMS.test(text) && GROUPS.test(text) && HELD_AGAINST.test(text);
    const places = [...new Set(facts.model.assignments.map(({ location }) => location))];
    const isThere = mentions.some(
      ({ entities: [entity] }) => entity?.kind === 'clause' && places.includes(entity.location),
    );
    const isLeftOut = LEFT_OUT.test(text) || FALLEN_OUT.test(text) || (isThere && NOT_THERE.test(text));
    if (!isLeftOut && (!isAsked || /谁|[哪几]位|领导(?:比|跟|和|最)|单位|牵头/.test(text))) return undefined;
    if (/牵头|责任单位/.test(text)) return undefined;
    if (mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause')) return undefined;
    const { items, left } = counted(facts);
    const { length } = facts.model.groups;
    const apart = length - items;
    const rest = left.map(
      (group) =>
        `${groupName(group)}没有列在分包事项里，${group.location}写的是${personName(facts, group.leader)}`,
    );
    const said = apart === 0 ? '一样多' : `${apart > 0 ? '少' : '多'}${Math.abs(apart)}个`;
    return reply(
      [
        `分包事项共${items}项，专项工作小组共${length}个，${said}。${at(...places, '三')}`,
        ...(rest.length > 0 ? [`${rest.join('；')}。`] : []),
      ],
      [...places, ...left.map(({ location }) => location)],
      { focus: left.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);
