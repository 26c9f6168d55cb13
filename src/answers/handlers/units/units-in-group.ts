import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { partOf } from './unit-in-group.ts';

const WORD = '([\\u4e00-\\u9fff]{2,4}?)';
/** A word that the names of units have (`以“分局”命名的`, `名字带分局二字的`). */
const NAMED_WITH = new RegExp(
  `(?:以|用|叫|带|含|有|挂|冠以?)(?:着|有|了)?["“'‘]?${WORD}["”'’]?(?:命名|结尾|打头|冠名|为名|字样|二字|[两二2]个?字|这[两二2]个?字|的名)|名(?:字|称)?(?:里|中)?(?:头|面)?(?:带|有|含|是)(?:着|有)?["“'‘]?${WORD}["”'’]?的`,
);
const ASKS_UNITS = /谁|哪|几|多少|名单|列|有没有|都有/;

/** Units of one group by a word in their names. */
export const answerUnitsNamedWith: Handler = needing(
  () => ({ masked: [/G/, ASKS_UNITS], text: [NAMED_WITH] }),
  (question, { facts }) => {
    const word = question.text
      .match(NAMED_WITH)
      ?.slice(1)
      .find((said) => said !== undefined);
    const group = onlyGroup(question, facts);
    if (word === undefined || !group || !ASKS_UNITS.test(question.masked)) return undefined;
    const all = [
      ...new Set([...group.leadUnits, ...group.subLeads.map(({ unit }) => unit), ...group.responsibleUnits]),
    ];
    const found = all.filter((id) => facts.unit(id)?.name.includes(word));
    if (found.length === 0) return undefined;
    return reply(
      `${groupName(group)}里名称带“${word}”的单位共${found.length}家：${unitList(facts, found)}。${at(group.location)}`,
      [group.location],
      { focus: [{ kind: 'group', no: group.no }], spoken: question.residue, readsAll: true },
    );
  },
);

const EITHER_LEADS =
  /G[^UG]{0,8}(?:牵头|领头|主抓|为主|负责|管)[^UG]{0,4}U[^UG]{0,3}还是[^UG]{0,3}U|G[^UG]{0,8}U[^UG]{0,3}还是[^UG]{0,3}U[^UG]{0,4}(?:牵头|领头|主抓|为主|负责|管)/;
const THE_OTHER = /[,，?？;；][^UG]{0,4}(?:另(?:外)?|剩(?:下)?的?)(?:的|那|这)?(?:一|1)?(?:家|个|边)/;

/** `某组牵头的是甲局还是乙局，另一家算什么身份`: who leads it, and what part the other one takes. */
export const answerLeadAndOther: Handler = needing(
  () => ({ masked: [/G/, /U/, EITHER_LEADS, THE_OTHER] }),
  (question, { facts }) => {
    const { masked } = question;
    const group = onlyGroup(question, facts);
    const ids = [...new Set(mentioned(question, 'unit').map(({ id }) => id))];
    if (!group || ids.length !== 2 || !EITHER_LEADS.test(masked) || !THE_OTHER.test(masked)) return undefined;
    const others = ids.filter((id) => !group.leadUnits.includes(id));
    const rest = others.map((id) => {
      const part = partOf(id, group);
      const name = unitList(facts, [id]);
      return part ? `${name}是${part}` : `${name}不在这个组的名单里`;
    });
    return reply(
      `${[`${groupName(group)}由${unitList(facts, group.leadUnits)}牵头`, ...rest].join('；')}。${at(group.location)}`,
      [group.location],
      { focus: [{ kind: 'group', no: group.no }], spoken: question.residue, readsAll: true },
    );
  },
);

function onlyGroup(question: Question, facts: Facts) {
  const [no, ...others] = new Set(mentioned(question, 'group').map((group) => group.no));
  return no === undefined || others.length > 0 ? undefined : facts.group(no);
}
