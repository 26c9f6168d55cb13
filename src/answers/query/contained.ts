import type { Handler } from '../handler.ts';
import { needing } from '../handlers/needing.ts';
import { verdict } from '../question/claims.ts';
import { mentioned } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList, unitList } from '../replies/texts.ts';
import type { Part } from './row.ts';

const IN = '(?:参加|参与|在|进|有份|有|沾|占|挂|去|牵头|配合|当责任单位|列)(?:了|着|的|过|上)*';
/** `甲局有的组，乙局是不是也都有份`: asked is whether the second has all that the first has. */
const ALL_OF_IT = new RegExp(
  `^(?:那|凡是|只要)?U(?:那边|那家)?(?:有份|名下)?(${IN})(?:的|[^A-Z,，不没]{0,2})(?:专项|工作)*小?组(?:里)?[,，]?(?:那|里)?U(?:那边|那家)?(?:是不是|是否|也|又|全|统统|就|一定|个个|每个)*(?:都|全|统统)(?:也)?(${IN})(?:份|名|里[面头]?|内)?(?:吗|么|吧|不|没有?|呢|的)*$`,
);

/** Whether a unit is in all groups of another one, and which these are. */
export const answerContained: Handler = needing(
  () => ({ masked: [ALL_OF_IT] }),
  (question, { facts }) => {
    const [, first = '', second] = question.masked.match(ALL_OF_IT) ?? [];
    const [one, other, ...more] = mentioned(question, 'unit');
    if (second === undefined || !one || !other || more.length > 0) return undefined;
    const [its, theirs] = [partOf(first), partOf(second)];
    const groups = facts.groupsOfUnit(one.id, its);
    const inside = new Set(facts.groupsOfUnit(other.id, theirs));
    const [name, that] = [unitList(facts, [one.id]), unitList(facts, [other.id])];
    const [both, rest] = [groups.filter((g) => inside.has(g)), groups.filter((g) => !inside.has(g))];
    if (groups.length === 0) return reply(`${name}没有${SAYS[its ?? 'any']}的组。${at('三')}`, ['三']);
    const does = theirs ? SAYS[theirs] : '在';
    const found: Reply =
      rest.length === 0
        ? reply(
            `${verdict(true)}${name}${SAYS[its ?? 'any']}的组${that}都${does}：${groupList(both)}。${at('三')}`,
            ['三'],
          )
        : reply(
            `${verdict(false)}${name}${SAYS[its ?? 'any']}的组里，${that}${does}的${both.length > 0 ? `有${groupList(both)}` : '一个也没有'}；不${does}的有${groupList(rest)}。${at('三')}`,
            ['三'],
          );
    return {
      ...found,
      cites: [...found.cites, ...groups.map(({ location }) => location)],
      focus: groups.map(({ no }) => ({ kind: 'group', no })),
      spoken: question.residue,
    };
  },
);

const SAYS = { lead: '牵头', subLead: '牵头分项', responsible: '当责任单位', any: '参加' } as const;

const partOf = (word: string): Part =>
  /牵头/.test(word) ? 'lead' : /配合|责任/.test(word) ? 'responsible' : undefined;
