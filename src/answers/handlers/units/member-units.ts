import type { Handler } from '../../handler.ts';
import { unitHolder } from '../../query/holders.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const MEMBERS = /成员(?:单位)?|B(?:的|里|那)*名单/;
/** Who of those that are named is one. */
const WHICH = /谁|哪(?:一)?[家个]|分别|各自?|都(?:是|在|算|有)|[在是]不[在是]|有没有|[吗吧]|算不算/;
/** Asked of its groups behind that. */
const ITS_GROUPS =
  /[,，?？;；].*(?:组|活儿?|牵头|任务|差事|(?:没|有)(?:它|他)?(?:的)?(?:事|份)|责任单位|配合)/;
const NOT_IN = /不在|没在|没有|不是|未列|没列|没进|不算|找不到|没找着|没看[到见]/;

/** Units held against the list of members, each for itself (`某局和某局，谁在成员名单上、谁不在`). */
export const answerMembersNamed: Handler = needing(
  () => ({ masked: [/U/, MEMBERS, WHICH] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!MEMBERS.test(masked) || /[GSPMC]/.test(masked) || !WHICH.test(masked)) return undefined;
    const ids = [...new Set(mentioned(question, 'unit').map(({ id }) => id))];
    const { memberUnits, location } = facts.mainBody;
    if (ids.length < 2 || /除|之外|以外|几家|多少|组|牵头/.test(masked.replace(/领导小组/g, '')))
      return undefined;
    const [inside, outside] = [
      ids.filter((id) => memberUnits.includes(id)),
      ids.filter((id) => !memberUnits.includes(id)),
    ];
    const said = [
      inside.length > 0 ? `${unitList(facts, inside)}${inside.length > 1 ? '都' : ''}是领导小组成员单位` : '',
      outside.length > 0
        ? `${unitList(facts, outside)}${outside.length > 1 ? '都' : ''}不在领导小组成员单位名单里`
        : '',
    ].filter(Boolean);
    return reply(`${said.join('；')}。${at(location)}`, [location], {
      focus: ids.map((id) => ({ kind: 'unit', id })),
      spoken: question.residue,
      readsAll: true,
    });
  },
);

/** `某局不在成员名单上，难不成连牵头的组都没有`: whether it is a member, and which groups it has. */
export const answerMemberAndGroups: Handler = needing(
  () => ({ masked: [/U/, MEMBERS, NOT_IN] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!MEMBERS.test(masked) || !NOT_IN.test(masked) || /[GSPMCE]/.test(masked)) return undefined;
    const asked = masked.replace(/领导小组/g, 'B');
    const [id, ...others] = new Set(mentioned(question, 'unit').map((unit) => unit.id));
    if (id === undefined || others.length > 0 || !ITS_GROUPS.test(asked)) return undefined;
    const { memberUnits, location } = facts.mainBody;
    const holder = unitHolder(facts, id);
    const parts = [
      ['牵头', holder.groups('lead')],
      ['分项牵头', holder.groups('subLead')],
      ['配合', holder.groups('responsible')],
    ] as const;
    const held = parts.filter(([, groups]) => groups.length > 0);
    const none = holder.groups('lead').length === 0 ? '没有牵头的组，只' : '';
    const groups = held.map(([does, those]) => `${does}${those.length}个组：${groupList(those)}`).join('；');
    const isMember = memberUnits.includes(id);
    const member = `${holder.name}${isMember ? '是' : '不在'}领导小组成员单位${isMember ? '' : '名单里'}`;
    const rest =
      held.length === 0
        ? '，专项小组里也没有它'
        : `，${none === '' && !isMember ? '但' : ''}${none}${groups}`;
    const places = [location, ...held.flatMap(([, those]) => those.map((group) => group.location))];
    return reply(`${member}${rest}。${at(location, '三')}`, places, {
      focus: [holder.entity],
      spoken: question.residue,
      readsAll: true,
    });
  },
);
