import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, measureName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const HAS = '(?:有|点|提|写|列|出现|带|含|包括|包着)(?:到|了|着|名|上|过)*';
const NOT =
  '(?:却|又|就|里[面头]?|名单|里的|并|都|偏|反而|倒)*(?:没有?|未|不)(?:有|写|列|点|提|出现|见|带|含)?(?:到|名|上|进)?';
const UNITS = '(?:单位|部门|局|家|谁|哪)';
/** Units in one place and not in the other. */
const ONLY_THERE: readonly RegExp[] = [
  new RegExp(`[MG][^GM]{0,8}${HAS}[^GMU]{0,8}(?<lacks>[MG])[^GM]{0,4}${NOT}(?:的)?[^GM]{0,4}${UNITS}`),
  new RegExp(
    `[MG][^GM]{0,8}${UNITS}[^GM]{0,6}(?<lacks>[MG])[^GM]{0,6}(?:有|在|列)(?:吗|么|没有?)?[,，]?[^GM]{0,4}(?:缺|少|漏|差)`,
  ),
];

interface Place {
  name: string;
  units: readonly string[];
  location: string;
}

/** `附件1第N条有而第M组没有的单位`: who is named in a measure and not in a task group, or the other way round. */
export const answerUnitsMissing: Handler = needing(
  () => ({ masked: [/M/, /G/, ONLY_THERE] }),
  (question, { facts }) => {
    const { masked } = question;
    const found = ONLY_THERE.map((pattern) => masked.match(pattern)).find((match) => match !== null);
    const [measure, ...measures] = mentioned(question, 'measure');
    const [group, ...groups] = mentioned(question, 'group');
    if (!found || !measure || !group || measures.length + groups.length > 0) return undefined;
    const [there, here] = [measureAt(measure.no, facts), groupAt(group.no, facts)];
    if (!there || !here) return undefined;
    const [has, lacks] = found.groups?.['lacks'] === 'G' ? [there, here] : [here, there];
    const rest = has.units.filter((id) => !lacks.units.includes(id));
    const said = rest.length === 0 ? '一家也没有' : `共${rest.length}家：${unitList(facts, rest)}`;
    const places = [has.location, lacks.location];
    return reply(`${has.name}点到而${lacks.name}没有列的单位${said}。${at(...places)}`, places, {
      focus: rest.map((id) => ({ kind: 'unit', id })),
      spoken: question.residue,
      readsAll: true,
    });
  },
);

function measureAt(no: number, facts: Facts): Place | undefined {
  const measure = facts.measure(no);
  if (!measure || measure.status === 'missing') return undefined;
  const units = [...measure.leadUnits, ...measure.responsibleUnits, ...measure.supportingUnits];
  return { name: measureName(measure), units, location: measure.location };
}

function groupAt(no: number, facts: Facts): Place | undefined {
  const group = facts.group(no);
  if (!group) return undefined;
  const units = [...group.leadUnits, ...group.subLeads.map(({ unit }) => unit), ...group.responsibleUnits];
  return { name: groupName(group), units, location: group.location };
}
