import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName, responsibleList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const GROUP_SIZE = /^G(?:里[面头]?|中)?(?:一共|总共|共|全部|都|有|是)*(?:几|多少)(?:家|个)(?:单位|局|部门)?$/;

/** `某组一共几家`: all units of a group, those that lead it and those that are responsible. */
export const answerGroupSize: Handler = needing(
  () => ({ masked: [/G/, GROUP_SIZE] }),
  (question, { facts }) => {
    const [named, ...others] = mentioned(question, 'group');
    const group = named && others.length === 0 ? facts.group(named.no) : undefined;
    if (!named || !group || !GROUP_SIZE.test(question.masked) || !/家|单位|局|部门/.test(question.masked))
      return undefined;
    const { leadUnits, subLeads, responsibleUnits } = group;
    const all = new Set([...leadUnits, ...subLeads.map(({ unit }) => unit), ...responsibleUnits]);
    const items =
      subLeads.length > 0
        ? `，分项牵头${subLeads.length}家：${unitList(
            facts,
            subLeads.map(({ unit }) => unit),
          )}`
        : '';
    const rest = responsibleUnits.length > 0 ? `${responsibleUnits.length}家：` : '：';
    return reply(
      `${groupName(group)}点名的单位共${all.size}家：${unitList(facts, leadUnits)}牵头${items}；责任单位${rest}${responsibleList(facts, group)}。${at(group.location)}`,
      [group.location],
      { focus: [named], spoken: question.residue },
    );
  },
);

const BODY_SIZE =
  /^B(?:里[面头]?|中)?(?:一共|总共|共|全部|都|有|是|点了?|写了?|列了?)*(?:几|多少)个?(?:人|人名|名字|同志)$/;

/** `领导小组一共多少人`: those named in a leading body, and how many units are its members. */
export const answerBodySize: Handler = needing(
  () => ({ masked: [/B/, BODY_SIZE] }),
  (question, { facts }) => {
    const [named, ...others] = mentioned(question, 'body');
    const body = named && others.length === 0 ? facts.model.bodies[named.index] : undefined;
    if (!body || !BODY_SIZE.test(question.masked)) return undefined;
    const { deputies, head, location, name } = body;
    const units = body.memberUnits.length > 0 ? `；成员单位${body.memberUnits.length}家` : '';
    const said = deputies.map((id) => personName(facts, id)).join('、');
    return reply(
      `${name}点名${deputies.length + 1}人：组长1名（${personName(facts, head)}），副组长${deputies.length}名（${said}）${units}。${at(location)}`,
      [location],
      {
        focus: [head, ...deputies].map((id) => ({ kind: 'person' as const, id })),
        spoken: question.residue,
      },
    );
  },
);

const ITEMS_LED = '(?:分项(?:的)?(?:总)?牵头|(?:带|牵头?|领|负责|管|有)(?:着|了|的)?分项)';
const ASKS_UNITS = new RegExp(`${ITEMS_LED}.*(?:单位|部门|局|家|谁)|(?:单位|部门|局|家|谁).*${ITEMS_LED}`);
const WHOLE = /(?:没有?|不|未)(?:自己)?(?:牵头?|带|领)(?:过|着|到)*(?:任何|一个)?(?:整|大)?(?:个)?(?:组)?/;
const ALSO_WHOLE = /(?:又|既|同时|也|还|而且).*(?:又|也|还|同时)|(?:整|大)个?组/;

/** `没牵头过整组但带分项的单位有几家`: the units that lead items of groups, and no group or a group as well. */
export const answerItemLeads: Handler = needing(
  () => ({ masked: [ASKS_UNITS, /几|多少|哪|谁/] }),
  (question, { facts }) => {
    const { masked } = question;
    if (/[A-Z]|啥|什么|职责|怎么|咋/.test(masked) || !ASKS_UNITS.test(masked)) return undefined;
    if (!/几|多少|哪|谁/.test(masked)) return undefined;
    const groups = facts.model.groups.filter(({ subLeads }) => subLeads.length > 0);
    const leads = (id: string) => facts.groupsOfUnit(id, 'lead').length > 0;
    const [isNone, isBoth] = [WHOLE.test(masked), ALSO_WHOLE.test(masked)];
    const all = [...new Set(groups.flatMap(({ subLeads }) => subLeads.map(({ unit }) => unit)))];
    const found = all.filter((id) => (isNone ? !leads(id) : !isBoth || leads(id)));
    const what = isNone ? '只牵头分项、没有牵头整组' : isBoth ? '牵头分项、也牵头整组' : '牵头分项';
    const places = groups.map(({ location }) => location);
    return reply(`${what}的单位共${found.length}家：${unitList(facts, found)}。${at(...places)}`, places, {
      focus: found.map((id) => ({ kind: 'unit' as const, id })),
      spoken: question.residue,
    });
  },
);

const HAS = '(?:分包|分管|包|领|管|摊|担)(?:着|了|到|上|有)*(?:的)?(?:事项?|组|活儿?|任务|摊子|领域|指标)?';
const ASKS_WHO = '(?:一共|总共|都|又)*(?:有|是)?(?:几|多少|哪|谁)';
const CHARGED = new RegExp(
  `副组长(?:里[面头]?|当中|之中|中|们)[,，]?(?:有|真正|实际|自己|手里)*${HAS}的?${ASKS_WHO}|(?:^|[BG的里])(?:有|分|包|领)(?:了|着)?(?:分包)?(?:任务|事项?|组|活儿?|领域)的副组长${ASKS_WHO}`,
);

/** `副组长里包了组的有几位`: the deputies that have something to look after. */
export const answerDeputiesCharged: Handler = needing(
  () => ({ masked: [CHARGED] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!CHARGED.test(masked) || /[GUP没不未最]|[一二两三四五六七八九\d]/.test(masked)) return undefined;
    const { deputies, location } = facts.mainBody;
    const found = deputies.filter((id) => facts.assignmentOf(id));
    const names = found.map((id) => personName(facts, id)).join('、');
    return reply(
      `副组长里有分包事项的共${found.length}位：${names}。${at(location, '二')}`,
      ['二', location],
      {
        focus: found.map((id) => ({ kind: 'person' as const, id })),
        spoken: question.residue,
      },
    );
  },
);
