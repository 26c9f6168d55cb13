import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { CLAIMED, LEADS, OF_MEASURES, SUPPORTS } from './role-words.ts';

const ONLY = '(?:只|光|就|仅|净|专门|单单|单)';
const NEVER =
  '(?:从来|压根|自己|却|又|并|也|都|可|但|一(?:次|回)(?:也|都)|一个组?(?:也|都)|哪个组?(?:也|都)|没有哪个组)*(?:没有?|不|未|从未)(?:有|曾|当|在|给|做|替|去|是|让|被)*';
/** `只带头不打杂`, `牵了组，可从来没在别的组当责任单位`. */
const ONLY_LEADS = new RegExp(
  `${ONLY}(?:管|会|负责|顾着?|是)?${LEADS}[^,，]{0,6}${NEVER}[^,，]{0,8}${SUPPORTS}|${LEADS}[^。]{0,12}?${NEVER}[^,，牵]{0,10}${SUPPORTS}|${NEVER}[^,，牵]{0,8}${SUPPORTS}[^。]{0,4}${ONLY}[^,，]{0,3}${LEADS}|${ONLY}(?:管|负责)?(?:牵头|带头|领头)的(?:单位|部门|局|有|是|$)`,
);
/** `光给一个组帮忙`, `只在一个组里当责任单位`. */
const IN_ONE =
  '(?:只|光|就|仅|单|总共|一共)[^,，]{0,8}?(?:一|1)个(?:专项)?(?:工作)?小?组|(?:一|1)个(?:专项)?小?组(?:里|中)?(?:的)?(?:责任单位|帮忙|配合|有份|露面|露脸)';
const ONE_GROUP = new RegExp(IN_ONE);
const LEADS_NONE = new RegExp(
  `(?:没有?|不|未|从没|从不)(?:有|是|自己|去|当|再|带|负责|任何|一个)*(?:任何|一个|哪个)?(?:组)?(?:的)?${LEADS}`,
);
const DOES = new RegExp(`${SUPPORTS}|[进在挂列]|参[加与]|有份`);
const ASKS = /哪|谁|几|多少|有没有|找|列|数|报|挑|的(?:单位|部门|局)[?？]?$/;
const ASKS_GROUP = /(?:哪|什么|啥|第几|几)[个些]*(?:专项)?(?:工作)?小?组(?!也|都)|措施/;
const OF_UNITS = /单位|部门|局|家|谁/;

/** Units by the one thing that they do in the groups (section 三): they only lead, or they only help, in one group. */
export const answerOneRoleUnits: Handler = needing(
  () => ({ masked: [ASKS, OF_UNITS] }),
  (question, { facts }) => {
    const { masked } = question;
    if (/[UPGSMCOE]/.test(masked) || OF_MEASURES.test(masked)) return undefined;
    if (!ASKS.test(masked) || !OF_UNITS.test(masked) || ASKS_GROUP.test(masked)) return undefined;
    if (CLAIMED.test(masked) && !/哪|谁|几|多少/.test(masked)) return undefined;
    if (/成员单位|最|以上|不止|分项/.test(masked)) return undefined;
    if (ONE_GROUP.test(masked) && LEADS_NONE.test(masked) && DOES.test(masked))
      return helpers(question.residue, facts);
    return ONLY_LEADS.test(masked) ? leaders(question.residue, facts) : undefined;
  },
);

function helpers(spoken: string[], facts: Facts) {
  const found = facts.model.units.filter(
    ({ id }) => facts.groupsOfUnit(id).length === 1 && facts.groupsOfUnit(id, 'responsible').length === 1,
  );
  const leadsItem = (id: string) => facts.groupsOfUnit(id, 'subLead').length > 0;
  const meant = found.filter(({ id }) => facts.groupsOfUnit(id, 'lead').length === 0 && !leadsItem(id));
  const said = meant.map(({ id, name }) => `${name}（${groupNos(facts.groupsOfUnit(id))}）`).join('、');
  const list = meant.length > 0 ? `：${said}` : '';
  return reply(`共${meant.length}家${list}，只在一个组当责任单位、没有牵头的组。${at('三')}`, ['三'], {
    focus: meant.map(({ id }) => ({ kind: 'unit' as const, id })),
    spoken,
    readsAll: true,
  });
}

function leaders(spoken: string[], facts: Facts) {
  const found = facts.model.units.filter(
    ({ id }) =>
      facts.groupsOfUnit(id, 'lead').length > 0 && facts.groupsOfUnit(id, 'responsible').length === 0,
  );
  const said = found.map(({ id, name }) => `${name}（牵头${groupNos(facts.groupsOfUnit(id, 'lead'))}）`);
  const list = found.length > 0 ? `：${said.join('、')}` : '';
  return reply(`共${found.length}家${list}，牵了组、没有在别的组当责任单位。${at('三')}`, ['三'], {
    focus: found.map(({ id }) => ({ kind: 'unit' as const, id })),
    spoken,
    readsAll: true,
  });
}

const groupNos = (groups: readonly TaskGroup[]) => `第${groups.map(({ no }) => no).join('、')}组`;
