import { fold } from '../characters/fold.ts';
import type { Facts } from '../facts.ts';
import type { Mention } from '../names/entities.ts';
import { askingStart } from './asking-clause.ts';
import type { Question } from './parse.ts';

/** Who asks is told by what he does (`甲的想办乙`, `做甲的老板说乙`). */
const ASKER_WANTS =
  /^(?:的|那家|那户|那人)(?:小?老板|人家|人|商户|邻居|朋友|亲戚|客户|公司|企业|同志|师傅|个体户)*(?:今天|昨天|现在|最近|这回|也|还|又|都|就|急着|正|一直|老)*(?:想|要|打算|准备|需要|来问|问|说|反映|嫌|抱怨|投诉|反馈|找我)/;
const I_DO = /(?:^|[,，。])(?:我|俺|咱)(?:们)?(?:是|就是|这边|家|家里)*(?:搞|做|干|弄)?$/;
const AS_ONE = /^的[,，]/;

/** Words of a question that only hint at a matter, the one that it is after first; what only tells who asks comes last. */
export function wantedFirst(text: string, hints: readonly Mention[]): Mention[] {
  if (hints.length < 2) return [...hints];
  const isBeside = (m: Mention) => isAskers(text, m) || isOfNext(m, hints);
  return [...hints.filter((m) => !isBeside(m)), ...hints.filter(isBeside)];
}

/** Whether a word only tells what the asker does. */
const isAskers = (text: string, { start, end }: Mention) =>
  ASKER_WANTS.test(text.slice(end)) || (I_DO.test(text.slice(0, start)) && AS_ONE.test(text.slice(end)));

/** `某楼过户`: what is done with a thing is the matter, not the thing. */
const isOfNext = (m: Mention, hints: readonly Mention[]) =>
  THING.test(m.text) &&
  hints.some(
    (other) => other !== m && other.start === m.end && !RUNS.test(other.text) && other.kind === m.kind,
  );

/** Something that stands somewhere; what is done to make it is a matter by itself (`盖厂房跑手续`). */
const THING = /^[^的买卖盖建修装开拿领交租]*[楼房屋店铺厂地宅院场库车]$/;
/** Any matter may be run after. */
const RUNS = /^[跑办]/;

/** A word and what follows it. */
const PHRASE = 4;

/**
 * The group named before a question that only hints at another, where the words of the question are its own
 * (`甲…不公平，想问投诉机制由哪个组建`).
 */
export function toldGroup({ text, mentions }: Question, facts: Facts): number | undefined {
  const start = askingStart(text);
  const asked = mentions.filter((m) => m.start >= start);
  const named = mentions.filter((m) => m.start < start && m.kind === 'group' && m.how !== 'hint');
  const [entity] = named.length === 1 ? (named[0]?.entities ?? []) : [];
  if (entity?.kind !== 'group' || asked.length === 0 || asked.some((m) => m.how !== 'hint')) return undefined;
  const own = fold(facts.group(entity.no)?.duty ?? '');
  const isOwn = ({ start: at }: Mention) => {
    const phrase = text.slice(at, at + PHRASE);
    return phrase.length === PHRASE && own.includes(phrase);
  };
  const isOfHinted = ({ start: at, entities }: Mention) =>
    entities.some(
      (e) => e.kind === 'group' && fold(facts.group(e.no)?.duty ?? '').includes(text.slice(at, at + PHRASE)),
    );
  return asked.some((m) => isOwn(m) && !isOfHinted(m)) ? entity.no : undefined;
}
