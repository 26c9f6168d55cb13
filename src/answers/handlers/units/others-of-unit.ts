import type { Measure } from '../../../notice/types.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** `除了某局还有谁管`, `某局是配合，谁才牵头`. */
const OTHERS =
  /(?:除了?|除去|除开|抛开|不算)U(?:以外|之外|外|那家|自己)?[,，]?(?:还|另外?|剩下?的?|别的|其他|有|是|该)*(?:谁|哪(?:一)?[家个些])(?:单位|部门|局)?(?:在|来|也)?(?:管|牵头|负责|抓|办|配合)?[的着]?$/;
/** How many they are is no part of the matter (`是两个单位牵头`). */
const COUNTED =
  /是?(?:由|有|归)?(?:[一二两俩三四五几]|\d)+(?:个|家)(?:单位|部门|局)?(?:一起|共同)?(?:牵头|领头|负责|管)?的?/g;

/** What a sentence of one of the unit's measures must cover of the matter, and how far it must be ahead of the others. */
const MEANT = 0.3;
const AHEAD = 0.05;
/** What a word that points to its group gives it. */
const HINTED = 1.3;

/**
 * A matter told in words, one of its units, and who has it besides: the measure is looked for among those that the unit
 * takes part in. Undefined where a group or a measure is named: the readers of those know better.
 */
export const answerOthersOfUnit: Handler = needing(
  () => ({ masked: [/U/, OTHERS] }),
  (question, { facts, retriever }) => {
    const [unit, ...more] = mentioned(question, 'unit');
    if (!unit || more.length > 0 || !OTHERS.test(question.masked)) return undefined;
    if (mentioned(question, 'group').length + mentioned(question, 'measure').length > 0) return undefined;
    const isOwn = (measure: Measure | undefined) =>
      measure !== undefined && [...leadsOf(measure), ...measure.supportingUnits].includes(unit.id);
    const matter = question.masked
      .replace(OTHERS, ',')
      .replace(COUNTED, ',')
      .replace(/[A-Z]|附件\d|[那这]一?条/g, ',');
    const hinted = mentioned(question, 'group', true).map(({ no }) => no);
    const found = retriever.search({
      boost: (s) => (s.groups.some((no) => hinted.includes(no)) ? HINTED : 1),
      parts: contentOf(matter),
      only: ({ measures: [no, ...others] }) =>
        no !== undefined && others.length === 0 && isOwn(facts.measure(no)),
    });
    const [best] = found;
    const rival = found.find(({ statement }) => statement.measures[0] !== best?.statement.measures[0]);
    const measure = facts.measure(best?.statement.measures[0] ?? 0);
    if (!best || !measure || best.coverage < MEANT || best.coverage - (rival?.coverage ?? 0) < AHEAD)
      return undefined;
    const leads = leadsOf(measure).filter((id) => id !== unit.id);
    const helps = measure.supportingUnits.filter((id) => id !== unit.id);
    const does = measure.leadUnits.length > 0 ? '牵头' : '负责';
    const helpers = [unitList(facts, helps), ...measure.collectives].filter(Boolean).join('、');
    const said = [
      leads.length > 0 ? `${unitList(facts, leads)}${does}` : '',
      helpers === '' ? '' : `${helpers}${measure.openEnded && helps.length > 0 ? '等' : ''}配合`,
    ].filter(Boolean);
    if (said.length === 0) return undefined;
    return reply(
      `${measureName(measure)}除${unitList(facts, [unit.id])}外：${said.join('；')}。${at(measure.location)}`,
      [measure.location],
      { focus: [{ kind: 'measure', no: measure.no }], confidence: 0.9, spoken: question.residue },
    );
  },
);

const leadsOf = (measure: Measure) => [...measure.leadUnits, ...measure.responsibleUnits];
