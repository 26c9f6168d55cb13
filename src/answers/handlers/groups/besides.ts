import type { Handler } from '../../handler.ts';
import { leaderHolder, unitHolder } from '../../query/holders.ts';
import type { Part } from '../../query/row.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const BESIDES = /除|不算|抛开|撇开|另外|还|其他|别的|自己|又/;
const LEADER =
  /(?:分包|分管|管|包|抓|盯|负责)(?:着|了)?G[^,，]{0,4}的?(?:那|这)?(?:一)?(?:位|个)?(?:区)?(?:领导|副主任|书记|人)[^?？]*[,，][^?？]*(?:哪|啥|什么|几)/;
const ASKS_UNITS = /单位|部门|局|牵头|配合|职务|头衔|身份|叫/;

/** `分包某事的那位领导，除了这一项，另外还背着哪几块`: the other groups of a leader who is told by one of his. */
export const answerLeaderBesides: Handler = needing(
  () => ({ masked: [/G/, LEADER, BESIDES] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!LEADER.test(masked) || !BESIDES.test(masked) || ASKS_UNITS.test(masked) || /[UPMSCBO]/.test(masked))
      return undefined;
    const named = [...new Set(mentioned(question, 'group').map(({ no }) => no))].flatMap(
      (no) => facts.group(no) ?? [],
    );
    const [leader, ...others] = new Set(named.map((group) => group.leader));
    if (leader === undefined || others.length > 0) return undefined;
    const { name, home, entity, groups } = leaderHolder(facts, leader);
    const rest = groups(undefined).filter((group) => !named.includes(group));
    const told =
      rest.length === 0
        ? `${name}没有分包别的组，只有${groupList(named)}`
        : `${name}还分包${rest.length}个组：${groupList(rest)}`;
    return reply(`${told}。${at(home)}`, [home, ...[...rest, ...named].map(({ location }) => location)], {
      focus: [entity],
      spoken: question.residue,
      readsAll: true,
    });
  },
);

const WHO_HAS_ITEM =
  /(?:管|抓|牵头?|负责|领|做|搞|干)(?:着|了|的)?S[^,，]{0,8}[,，][^?？]*?(?:还|另|自己|也|又)[^,，]*(?:哪|几|什么|啥)[^,，]{0,3}组/;

/** `除了管着某个分项，还得配合哪几个组`: the groups of the unit that leads an item. */
export const answerItemLeadBesides: Handler = needing(
  () => ({ masked: [/S/, WHO_HAS_ITEM] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!WHO_HAS_ITEM.test(masked) || /[UPGMCBO]/.test(masked)) return undefined;
    const [item, ...others] = mentioned(question, 'subLead');
    const sub = item && facts.group(item.group)?.subLeads.find(({ no }) => no === item.no);
    if (!item || !sub || others.length > 0) return undefined;
    const holder = unitHolder(facts, sub.unit);
    const asked = masked.slice(masked.indexOf('S'));
    const [leads, supports] = [/牵头|领头/.test(asked), /配合|协助|帮|责任单位/.test(asked)];
    const part: Part = leads === supports ? undefined : leads ? 'lead' : 'responsible';
    const groups = holder.groups(part).filter(({ no }) => part !== undefined || no !== item.group);
    const does = part === 'lead' ? '牵头' : part ? '配合' : '参加';
    const told =
      groups.length === 0 ? `没有${does}的组` : `${does}${groups.length}个组：${groupList(groups)}`;
    const place = facts.group(item.group)?.location ?? '三';
    return reply(
      `${sub.item}由${holder.name}牵头；${holder.name}${told}。${at('三')}`,
      [place, ...groups.map(({ location }) => location)],
      { focus: [holder.entity], spoken: question.residue, readsAll: true },
    );
  },
);
