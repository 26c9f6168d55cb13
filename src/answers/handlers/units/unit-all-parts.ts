import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const LEADS = /牵/;
const ITEMS =
  /(?:分项|子项|小项|细项)|(?:分|摊|领|占|担|认)(?:了|到|着|得)*(?:的)?(?:是)?(?:哪|一|1)(?:一)?(?:项|块|摊|个(?!组))/;
const SUPPORTS = /配合|责任单位|参加|参与/;
const ASKS = /谁|哪|啥|什么|几|多少/;

/** `牵头哪个组、分了哪一项、另外配合哪些`: all that a unit has, part by part, where all three parts are spoken of. */
export const answerUnitAllParts: Handler = needing(
  () => ({ masked: [/U/, LEADS, ITEMS, SUPPORTS, ASKS] }),
  (question, { facts }) => {
    const { masked, residue } = question;
    if (!LEADS.test(masked) || !ITEMS.test(masked) || !SUPPORTS.test(masked) || !ASKS.test(masked))
      return undefined;
    const [unit, ...others] = mentioned(question, 'unit');
    const holds = (kind: 'person' | 'measure') => mentioned(question, kind).length > 0;
    if (!unit || others.length > 0 || holds('person') || holds('measure') || /除|不|没|只|仅/.test(masked))
      return undefined;
    const [lead, subLead, responsible] = (['lead', 'subLead', 'responsible'] as const).map((part) =>
      facts.groupsOfUnit(unit.id, part),
    );
    const items = (subLead ?? []).flatMap((group) =>
      group.subLeads.filter((sub) => sub.unit === unit.id).map(({ item }) => `${groupName(group)}的${item}`),
    );
    // The question is of another unit's kind: this one leads no part of any group.
    if (!lead || !responsible || items.length === 0) return undefined;
    const said = [
      lead.length > 0 ? `牵头${lead.length}个组：${groupList(lead)}` : '没有牵头的组',
      `分项牵头：${items.join('、')}`,
      responsible.length > 0
        ? `当责任单位的组共${responsible.length}个：${groupList(responsible)}`
        : '没有当责任单位的组',
    ];
    const all = facts.groupsOfUnit(unit.id);
    return reply(
      `${unitList(facts, [unit.id])}共在${all.length}个组：${said.join('；')}。${at('三')}`,
      ['三', ...all.map(({ location }) => location)],
      { focus: [{ kind: 'unit', id: unit.id }], spoken: residue, readsAll: true },
    );
  },
);
