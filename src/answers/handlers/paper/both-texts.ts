import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import type { Match } from '../../sentences/retrieve.ts';
import { needing } from '../needing.ts';

const MAIN = /正文|通知正文|主文/;
const ANNEX = /附件(\d)/;
/** Either attachment. */
const ANY_ANNEX = /附件(?!\d)/;
const BOTH = /[两俩]处|[两俩]个?地方|[两俩]边|前后|[两俩]份/;
/** Words about the two places and their likeness, not about the matter. */
const FRAME =
  /正文|主文|通知|附件\d?|[两俩]处|[两俩]个?地方|[两俩]边|[两俩]份|前后|说法|写法|提法|口径|冲突|矛盾|打架|出入|区别|差别|差异|不同|一致|一样|不一|相同|各说各的|对得上|对不上|怎么说|咋说|怎么写|咋写|各是|分别|到底|究竟|还是|好像|多的|少的|多出来?的?|少了?的?|多了|缺了?的?|(?:少|多|缺|差|漏)(?:掉|出)的?(?:那|这|哪)?(?:一)?[样项个条]|那[样项]|那个|这个|叫|[几一两二三四五六七八九十\d]+样|[几一两二三四五六]个|的是|是不是|有没有|里头?|的话|说|写|吗|呢|啥|哪/g;
/** What both texts must cover of the matter. */
const ENOUGH = 0.33;
/** How far behind the best a sentence may be. */
const NEAR = 0.25;
const MOST = 5;

/** `督查的说法正文和附件1一样吗`: what the main part and an attachment say of one matter, side by side. */
export const answerBothTexts: Handler = needing(
  () => ({ text: [[ANNEX, ANY_ANNEX, BOTH]] }),
  (question, desk) => {
    const { text } = question;
    if (/副组长/.test(text)) return undefined;
    const annex = text.match(ANNEX)?.[1];
    const isAsked =
      (MAIN.test(text) && (annex !== undefined || (ANY_ANNEX.test(text) && COMPARES.test(text)))) ||
      (BOTH.test(text) && COMPARES.test(text));
    if (
      !isAsked ||
      question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'body' && m.kind !== 'clause')
    )
      return undefined;
    if (mentioned(question, 'clause').length > 0 && !COMPARES.test(text)) return undefined;
    const parts = text
      .replace(FRAME, ',')
      .split(/[^\u4e00-\u9fffa-z\d%.]+/)
      .filter((part) => part.length > 1);
    if (parts.length === 0) return undefined;
    const here = candidates(parts, desk, (location) => !location.startsWith('附件'));
    const attachment = annex === undefined && ANY_ANNEX.test(text) ? '附件' : `附件${annex ?? 1}`;
    const there = candidates(parts, desk, (location) => location.startsWith(attachment));
    const pair = likest(here, there);
    return pair && sideBySide(question, pair, desk.facts);
  },
);

const COMPARES =
  /一样|相同|一致|不同|区别|差别|差异|出入|冲突|矛盾|打架|对[得不]上|不一|(?:少|多|缺|差|漏)(?:掉|出|了|出来|下)?的?(?:是)?(?:那|这|哪)?(?:一)?[样项个条]|怎么说|咋说|各|分别|还是|呢$/;

/** Sentences of one place that cover the matter about as well as the best one. */
function candidates(parts: readonly string[], { retriever }: Desk, isThere: (location: string) => boolean) {
  const matches = retriever.search({ parts, only: (s) => isThere(s.location) });
  const top = matches[0]?.coverage ?? 0;
  return matches.filter(({ coverage }) => coverage >= ENOUGH && coverage > top - NEAR).slice(0, MOST);
}

/** Of two lists the sentences that speak most alike: they are of one matter. */
function likest(here: readonly Match[], there: readonly Match[]): readonly [Match, Match] | undefined {
  let found: readonly [Match, Match] | undefined;
  let most = -1;
  for (const one of here)
    for (const other of there) {
      const alike = one.coverage + other.coverage + likeness(one.statement.folded, other.statement.folded);
      if (alike > most) [found, most] = [[one, other], alike];
    }
  return found;
}

/** Share of the character pairs of the shorter text that the other has too. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let shared = 0;
  for (let i = 0; i + 1 < short.length; i++) if (long.includes(short.slice(i, i + 2))) shared += 1;
  return short.length < 2 ? 0 : shared / (short.length - 1);
}

function sideBySide({ residue }: Question, [here, there]: readonly [Match, Match], facts: Facts) {
  const said = [here, there].map(({ statement }) => statement);
  const lines = said.map(({ location, text }) => {
    const annex = location.match(/^附件\d/)?.[0] ?? '正文';
    const heading = facts.clause(location)?.heading;
    return `${annex}${heading ? `“${heading}”` : ''}：${text.replace(/[。；]$/, '')}。${at(location)}`;
  });
  return reply(
    lines,
    said.map(({ location }) => location),
    { spoken: residue, confidence: 0.9 },
  );
}
