import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { reply } from '../replies/reply.ts';
import { at, groupName, measureName, ownersOf, personName, unitList } from '../replies/texts.ts';
import { answerGroups, answerSubLeads } from './groups/groups.ts';
import { answerMeasures } from './measures/measures.ts';
import { needing } from './needing.ts';

/** `第7`: a group or a measure; the group is taken, the measure said beside it. */
export const answerBareNumber: Handler = needing(
  () => ({ text: [/\d/] }),
  (question, { facts }) => {
    const no = Number(
      question.text.match(/^第?(\d{1,2})(?:号)?(?:是|讲|说)?(?:什么|啥|哪个)?(?:呢|的)?(?:$|[,，?？])/)?.[1],
    );
    const group = facts.group(no);
    const measure = facts.measure(no);
    if (!/^第|是|讲|说/.test(question.text) || (!group && !measure)) return undefined;
    const lines: string[] = [];
    if (group)
      lines.push(`第${no}组：${group.field}，${personName(facts, group.leader)}分包。${at(group.location)}`);
    if (measure) {
      const said =
        measure.status === 'missing' ? '原文缺页' : (measure.headline ?? measure.text.slice(0, 30));
      const owners = ownersOf(facts, measure);
      lines.push(
        `若问${measureName(measure)}：${measure.plan ?? ''}，${said}${owners ? `，${owners}` : ''}。${at(measure.location)}`,
      );
    }
    const places = [group?.location, measure?.location].filter((place) => place !== undefined);
    return reply(lines, places, {
      focus: group ? [{ kind: 'group', no }] : [{ kind: 'measure', no }],
      suggestions: [
        { label: `第${no}组`, question: `第${no}组谁分包、谁牵头` },
        { label: `第${no}条措施`, question: `第${no}条措施说什么` },
      ],
    });
  },
);

const WHO_LEADS =
  /^第?(\d{1,2})号?(?:那个|这个)?(?:是|由|归|的|该)*(?:(?:谁|哪[个家]?(?:单位|局|部门)?)来?(?:牵头|带头|挑头)|(?:牵头|带头)(?:的|单位)*(?:是)?(?:谁|哪[个家]?))(?:的|呢)?[?？]?$/;

/** `14谁牵头`: the group of that number (三) is taken, the measure (附件) said beside it. */
export const answerNumberLed: Handler = needing(
  () => ({ text: [WHO_LEADS] }),
  (question, { facts }) => {
    const no = Number(question.text.match(WHO_LEADS)?.[1]);
    const group = facts.group(no);
    const measure = facts.measure(no);
    if (!group) return undefined;
    const owners = measure && measure.status !== 'missing' ? ownersOf(facts, measure) : undefined;
    const beside = measure
      ? [`若问${measureName(measure)}：${owners ?? '原文缺页，查不到'}。${at(measure.location)}`]
      : [];
    return reply(
      [`${groupName(group)}由${unitList(facts, group.leadUnits)}牵头。${at(group.location)}`, ...beside],
      [group.location, ...(measure ? [measure.location] : [])],
      {
        focus: [{ kind: 'group', no }],
        readsAll: true,
        suggestions: [
          { label: `第${no}组`, question: `第${no}组谁分包、谁牵头` },
          { label: `第${no}条措施`, question: `第${no}条措施说什么` },
        ],
      },
    );
  },
);

/** Group and measure in one question (`附件1第12条和第12组各由谁牵头`): both are answered. */
export const answerNumbered: Handler = needing(
  () => ({ masked: [/M/, /[GS]/] }),
  (question, desk) => {
    const has = (kind: string) => question.mentions.some((m) => m.kind === kind && m.how !== 'hint');
    if (!has('measure') || !(has('group') || has('subLead'))) return undefined;
    const numberOf = (kind: string) => question.mentions.find((m) => m.kind === kind && m.how === 'number');
    if (!numberOf('measure')) return undefined;
    const isGroupNamed =
      numberOf('group') !== undefined || /组/.test(question.text.replace(/组织|组成/g, ''));
    if (!isGroupNamed) return answerMeasures(question, desk);
    const listed = membersCompared(question, desk);
    if (listed) return listed;
    const asked: Question = { ...question, masked: `${question.masked}牵头` };
    const sides = [
      has('subLead') ? answerSubLeads(asked, desk) : answerGroups(asked, desk),
      answerMeasures(asked, desk),
    ];
    const found = sides.filter((side) => side !== undefined);
    return reply(
      found.flatMap((r) => r.lines),
      found.flatMap((r) => r.cites),
      { focus: found.flatMap((r) => r.focus), confidence: 0.9 },
    );
  },
);

/** `第15组的责任单位和附件1第15条的配合单位，多出来哪家`: both lists held against each other. */
const membersCompared: Handler = (question, { facts }) => {
  const [groupAsked] = mentioned(question, 'group');
  const [measureAsked] = mentioned(question, 'measure');
  const group = groupAsked && facts.group(groupAsked.no);
  const measure = measureAsked && facts.measure(measureAsked.no);
  if (mentioned(question, 'measure').length > 1) return undefined;
  if (!group || !measure || !/责任|配合|多出|少了|差|不同|区别|不一样/.test(question.masked))
    return undefined;
  const inGroup = [...group.leadUnits, ...group.responsibleUnits];
  const inMeasure = [...measure.leadUnits, ...measure.responsibleUnits, ...measure.supportingUnits];
  const only = (a: readonly string[], b: readonly string[]) => a.filter((id) => !b.includes(id));
  const say = (name: string, ids: readonly string[]) =>
    ids.length > 0 ? `只在${name}：${unitList(facts, ids)}。` : '';
  const rest = [
    say(`第${group.no}组`, only(inGroup, inMeasure)),
    say(measureName(measure), only(inMeasure, inGroup)),
  ].join('');
  const lines = [
    `第${group.no}组由${unitList(facts, group.leadUnits)}牵头；${measureName(measure)}由${ownersOf(facts, measure)}。${at(group.location, measure.location)}`,
    rest === '' ? '两处列的单位相同。' : rest,
  ];
  return reply(lines, [group.location, measure.location], { focus: [{ kind: 'group', no: group.no }] });
};
