import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { heldMeasure } from '../../replies/holders-of.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName, ownersOf, unitList } from '../../replies/texts.ts';
import { severalSpokenOf, thatMeasure } from '../measures/measures.ts';
import { needing } from '../needing.ts';

const PART = /牵头|挑头|领头|负责|主责|配合|责任单位|来管|管的/;

/** `某事那条牵头是某委吗`: whether a unit leads or supports a measure, which need not be as in its task group. */
export const answerMeasureClaims: Handler = needing(
  () => ({ masked: [/U/, PART] }),
  (question, { facts, retriever }) => {
    const { text, masked } = question;
    const [unit, ...others] = mentioned(question, 'unit');
    if (!unit || others.length > 0 || !isClaim(question) || !PART.test(masked) || /组/.test(masked))
      return undefined;
    const named = mentioned(question, 'measure');
    const isDescribed = mentioned(question, 'group').length + mentioned(question, 'subLead').length > 0;
    if (named.length > 0 && !isDescribed) return undefined;
    const several = severalSpokenOf(text, retriever).map((no) => ({ no }));
    const spoken =
      several.length > 0 || !/[那这]一?条/.test(text) ? several : thatMeasure(question, retriever);
    const meant = named.length > 0 ? named : spoken;
    const measures = meant
      .map(({ no }) => facts.measure(no))
      .filter((m) => m !== undefined && m.status !== 'missing');
    if (measures.length === 0 || measures.length !== meant.length) return undefined;
    const known = measures.filter((m) => m !== undefined);
    const isSupport = /配合/.test(masked) && !/牵头/.test(masked);
    const isLead = /牵头|挑头|领头/.test(masked);
    const holds = known.every((m) => {
      if (isSupport) return m.supportingUnits.includes(unit.id);
      return (isLead || m.leadUnits.length > 0 ? m.leadUnits : m.responsibleUnits).includes(unit.id);
    });
    const said = known.map((m) => {
      const supports = m.supportingUnits.length > 0 ? `，${unitList(facts, m.supportingUnits)}配合` : '';
      const isShown = isSupport || m.supportingUnits.includes(unit.id);
      return `${measureName(m)}由${ownersOf(facts, m)}${isShown ? supports : ''}。${at(m.location)}`;
    });
    return reply(
      said.map((line, i) => (i === 0 ? `${verdict(holds)}${line}` : line)),
      known.map((m) => m.location),
      { focus: known.map(({ no }) => ({ kind: 'measure', no })) },
    );
  },
);

const ASKS_PART =
  /角色|身份|算(?:啥|什么|哪)|干(?:啥|什么|嘛)的?|做(?:啥|什么)的?|啥活|什么活|什么位置|牵头还是|配合还是|还是(?:牵头|配合)/;

/** `12条里某局是什么角色`: what part a unit has in a measure named by its number. */
export const answerPartInMeasure: Handler = needing(
  () => ({ masked: [/M/, /U/, ASKS_PART] }),
  ({ masked, ...question }, { facts }) => {
    const units = mentioned({ masked, ...question }, 'unit');
    if (!/M[^GMP]{0,8}U|U[^GMP]{0,8}M/.test(masked) || units.length !== 1 || !ASKS_PART.test(masked))
      return undefined;
    const [unit] = units;
    const found = mentioned({ masked, ...question }, 'measure')
      .flatMap(({ no }) => facts.measure(no) ?? [])
      .filter((m) => m.status !== 'missing');
    if (!unit || found.length === 0) return undefined;
    return reply(
      found.map((m) => {
        const part = heldMeasure(facts, m).part(unit.id);
        const name = unitList(facts, [unit.id]);
        return `${part ? `${name}是${measureName(m)}的${part}` : `${measureName(m)}里没有${name}`}，该条由${ownersOf(facts, m)}。${at(m.location)}`;
      }),
      found.map((m) => m.location),
      { focus: found.map(({ no }) => ({ kind: 'measure', no })) },
    );
  },
);
