import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { parseNumeral } from './numerals.ts';
import { mentioned, type Question } from './parse.ts';
import { type Reply, refuse, reply } from './reply.ts';
import { at } from './texts.ts';

/** A paper named as basis or plan: asked by its number, its name, or by the section that cites it. */
export function referenceReply(question: Question, facts: Facts): Reply | undefined {
  const { document } = facts.model;
  const { text } = question;
  if (question.mentions.some((m) => m.kind === 'measure')) return undefined;
  if (
    !/\d号(?!组|条|措施|小组)|依着|照着|比着|依据|根据|按照|参照|依照|文号|[哪什啥]么?个?号|(?<!第)几号|哪(?:个|部|份).{0,3}(?:文件|文|条例|方案|通知|意见|法)|上级|上位|精神|当(?:的)?指导|为指导|作(?:的)?指导/.test(
      text,
    )
  )
    return undefined;
  const all = allNumbered(question, facts);
  if (all) return all;
  const attachment = text.match(/附件([一二三\d])/)?.[1];
  const [group] = mentioned(question, 'group').map(({ no }) => facts.group(no)?.field);
  const paper = document.attachments.find(({ title }) => group !== undefined && title.includes(group))?.no;
  const said = attachment ? parseNumeral(attachment) : paper;
  const home = said === undefined ? undefined : `附件${said}·`;
  const placed = question.mentions.find((m) => m.kind === 'clause')?.entities[0];
  const place =
    placed?.kind === 'clause' && document.references.some((r) => r.location === placed.location)
      ? placed.location
      : undefined;
  const scored = document.references
    .map((r) => ({
      r,
      score:
        shared(fold(r.title), text) +
        (home ? 0 : 2 * shared(fold(facts.clause(r.location)?.heading ?? ''), text)) +
        (home && r.location.startsWith(home) ? 4 : 0) +
        (place ? 4 : 0),
    }))
    .filter(({ r }) => (home ? r.location.startsWith(home) : true) && (place ? r.location === place : true))
    .sort((a, b) => b.score - a.score);
  const quoted = text.match(/(\d{1,3})号/)?.[1];
  const numbered = quoted && document.references.find((r) => r.number?.includes(`〕${quoted}号`));
  if (numbered && !document.number.includes(`〕${quoted}号`)) scored.unshift({ r: numbered, score: 9 });
  const wantsNumber = /文号|几号|多少号|[哪什啥]么?个?号/.test(text);
  const [best, next] = scored.filter(({ r }) => !wantsNumber || r.number);
  const isAhead =
    best !== undefined &&
    best.score > (next?.score ?? 0) &&
    best.score > 1 &&
    wantsNumber &&
    /文|方案|通知/.test(text);
  if (!best || (best.score < 3 && !isAhead)) return undefined;
  const { r } = best;
  if (/几月|哪天|几日|什么时候|何时|日期/.test(text))
    return refuse(`通知里没有写《${r.title}》的印发日期。`, [r.location]);
  const own = fold(`${r.title}${r.number ?? ''}${r.quote}${facts.clause(r.location)?.heading ?? ''}`);
  const rest = [...question.residue.join('').replace(OF_PAPERS, '')].filter((char) => !own.includes(char));
  return reply(
    `《${r.title}》${r.number ? `（${r.number}）` : ''}。${at(r.location)}`,
    [r.location],
    rest.length < 3 ? { spoken: question.residue } : {},
  );
}

/** Words of asking for a paper. */
const OF_PAPERS =
  /文件|文号|市里|省里|上头|上面|上级|两办|两委办|依照|依据|按照|照着|根据|指导|参照|哪个|号|份|文|来的|制定|制订|作/g;

/** `市里两个文件的文号分别是多少`: every paper of others that has a number. */
function allNumbered(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  if (
    !/文号|几号|多少号/.test(text) ||
    !/[两2几](?:个|份)?(?:文件|文|方案)|(?:都|分别|各)(?:是|有)|哪些文/.test(text)
  )
    return undefined;
  if (!/市|省|上级|上面|上头|依据|引用|提到/.test(text)) return undefined;
  const found = facts.model.document.references.filter((r) => r.number !== undefined);
  return found.length < 2
    ? undefined
    : reply(
        found.map((r) => `《${r.title}》：${r.number}。${at(r.location)}`),
        found.map((r) => r.location),
        { spoken: question.residue },
      );
}

/** Character pairs two texts share. */
function shared(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i + 1 < b.length; i++) if (a.includes(b.slice(i, i + 2))) count += 1;
  return count;
}
