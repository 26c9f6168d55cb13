import { fold } from '../../characters/fold.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import { entityKey } from '../../names/entities.ts';
import { reply } from '../../replies/reply.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Who says so; nobody whom the notice names. */
const SOMEBODY =
  '(?:街道|乡里|镇里|县里|市里|区里|乡镇|村里|基层|下面|底下|下头|上面|有人|有的(?:人|单位)?|有(?:个|的|家)?(?:单位|部门|科室|同事|领导)|同事|他们|人家|对方|那边|隔壁|别人|群里|网上|科里|材料里?|台账里?|表(?:格)?(?:里|上)|报告里?|稿子里?)';
const SAYS =
  '(?:都|就|却|又|给|非|硬)*(?:说|报|写|填|讲|认为|记|标|印|觉得|理解|坚持)(?:的|成|了|是|说|着|要|得|到|为)*';
/** Whether it would do. */
const WOULD_DO =
  '[,，\\s]*(?:就)?(?:行了?|够了?|也行|可以|行不行|行吗|可以吗|够不够|够吗|对不对?|对吗|没错吧|是不是|算(?:不算)?(?:过线|达标|合格|数)?(?:不|吗|没)?|过线(?:不|吗|没)?|达标(?:了)?(?:不|吗|没)?|算?合格(?:不|吗)?|能行吗)?[?？]*';
const SAID = new RegExp(
  `^(?:可是?|但是?|那|不过)?${SOMEBODY}${SAYS}(?<said>[^,，?？谁哪啥什]{1,10}?)${WOULD_DO}$`,
);
/** A figure or a rhythm by itself, doubted. */
const BARE =
  /^(?:那|是|不是)?(?<said>\d+(?:\.\d+)?\s*(?:%|个?工作日|天|日|个月|号文?|次|家|项|条|个|成)?|每(?:个)?(?:年|月|季度?|半年|周|天))(?:[?？]+|(?:吗|吧|对不对?|对吗|是吗|是不是)[?？]*)$/;
const FIGURE = new RegExp(`\\d+(?:\\.\\d+)?|${NUMERAL}(?=成)`);
/** How often, without the words around it. */
const RHYTHM = /^(?:每|一|1)?(?:个)?(半年|年|季度?|月|周|天)(?:一|1)?(?:次|回)?$/;
const LONGEST = 22;

/** `街道说85就行`, `有人报的每月`, `8号文？` after an answer: whether it is what was told, and what was. */
export function saidOtherwise({ question, last, facts, link }: Talk): Turn | undefined {
  const { text, folded } = question;
  const said =
    text.length > LONGEST ? undefined : (folded.match(SAID) ?? folded.match(BARE))?.groups?.['said'];
  const line = fold(last.reply.lines[0] ?? '').replace(/（[^（）]*）。?$/, '');
  if (said === undefined || last.reply.isPartial) return undefined;
  const figure = said.match(FIGURE)?.[0];
  const names = link(said).flatMap((m) => (m.how === 'hint' ? [] : m.entities.map(entityKey)));
  const isOfKind =
    figure !== undefined ? /\d/.test(line) : RHYTHM.test(said) ? /每|一年|季度/.test(line) : names.length > 0;
  if (!isOfKind) return undefined;
  const verdict = verdictOn(said, figure, names, line, last, { facts, link });
  return {
    question: last.question,
    reply: reply([verdict, ...last.reply.lines.slice(0, 2)], last.reply.cites, { focus: last.reply.focus }),
    told: last.told,
  };
}

function verdictOn(
  said: string,
  figure: string | undefined,
  names: readonly string[],
  line: string,
  last: Turn,
  { facts, link }: Pick<Talk, 'facts' | 'link'>,
): string {
  if (names.length > 0 && figure === undefined) {
    const told = new Set(link(line).flatMap((m) => m.entities.map(entityKey)));
    return names.every((key) => told.has(key)) ? '是的。' : '不是。';
  }
  if (figure === undefined) {
    const often = said.match(RHYTHM)?.[1]?.replace('季度', '季') ?? said;
    return new RegExp(`(?:每(?:个)?|或|一)${often}`).test(line) ? '是的。' : '不是。';
  }
  const value = /^\d/.test(figure)
    ? Number(figure)
    : (parseNumeral(figure) ?? 0) * (/成/.test(said) ? 10 : 1);
  const isTold = [...line.matchAll(/\d+(?:\.\d+)?/g)].some(([told]) => Number(told) === value);
  return isTold ? '是的。' : beyond(value, line, last, facts);
}

/** A value that is not the one told: whether it falls short of it or goes beyond. */
function beyond(value: number, line: string, { reply: { cites } }: Turn, facts: Facts): string {
  const [only, ...others] = cites
    .flatMap((place) => facts.indicatorsAt(place))
    .filter((one) => one.value !== undefined && line.includes(fold(one.quote)));
  if (!only || others.length > 0 || only.value === undefined) return '不是。';
  if (only.comparator === '>=') return value < only.value ? '不是，不够。' : '不是，已经超过。';
  if (only.comparator === '<=') return value > only.value ? '不是，超了。' : '不是，比要求的还少。';
  return '不是。';
}
