import { fold } from '../characters/fold.ts';
import { parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { type Reply, refuse, reply } from './reply.ts';
import { at } from './texts.ts';

/** A paper named as basis or plan: asked by its number, its name, or by the section that cites it. */
export function referenceReply(question: Question, facts: Facts): Reply | undefined {
  const { document } = facts.model;
  const { text } = question;
  if (question.mentions.some((m) => m.kind === 'measure')) return undefined;
  if (
    !/\d号(?!组|条|措施|小组)|号(?:码)?(?:是)?(?:多少|几)|[市省].{0,12}(?:多少|几)号|(?:市|省|上级|上面|上头)(?:里|委|级)?.{0,8}(?:文|方案|意见|条例)(?:件|书)?(?:的|又|都)?(?:叫|名)|依着|照着|比着|依据|根据|按照|参照|依照|文号|[哪什啥]么?个?号|(?<!第)几号|引(?:用|的|述)|援引|哪(?:个|部|份).{0,3}(?:文件|文|条例|方案|通知|意见|法)|上级|上位|精神|当(?:的)?指导|为指导|指导(?:性|文件|意见)|提到的|作(?:的)?指导/.test(
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
  const isOwn = said === undefined && /正文|主文/.test(text);
  const placed = question.mentions.find((m) => m.kind === 'clause')?.entities[0];
  const place =
    placed?.kind === 'clause' && document.references.some((r) => r.location === placed.location)
      ? placed.location
      : undefined;
  const kind = text.match(KIND_ASKED)?.[1];
  const scored = scoredPapers(text, { home, place, isOwn, kind }, facts);
  const quoted = text.match(/(\d{1,3})号/)?.[1];
  const numbered = quoted && document.references.find((r) => r.number?.includes(`〕${quoted}号`));
  if (numbered && !document.number.includes(`〕${quoted}号`)) scored.unshift({ r: numbered, score: 9 });
  const level = text.match(/[市省](?=里|委|级|政府|两办|的)/)?.[0] ?? '';
  const wantsNumber = /文号|几号|多少号|[哪什啥]么?个?号/.test(text);
  const [best, next] = scored.filter(({ r }) => !wantsNumber || r.number);
  const isAhead =
    best !== undefined &&
    best.score > (next?.score ?? 0) &&
    best.score > 1 &&
    wantsNumber &&
    /文|方案|通知/.test(text);
  const [only, ...more] = scored.filter(({ r }) => r.title.includes(level));
  if (isOwn && only && more.length === 0 && level !== '') return paperReply(only.r, question);
  const isAlone =
    best !== undefined && ASKS_PAPER.test(text) && best.score > 1 && best.score > (next?.score ?? 0) + 1;
  const isCited =
    best !== undefined &&
    SAYS_CITED.test(text) &&
    (scored.length === 1 || (best.score > 0 && (next === undefined || best.score > next.score))) &&
    best.r.title.includes(level);
  if (!best || (best.score < 3 && !isAhead && !isAlone && !isCited)) return undefined;
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

const KIND_ASKED = /(?:哪|什么|啥)(?:一)?(?:个|部|份)?[^,，]{0,4}?(条例|意见)/;

/** Where a paper asked for is cited: in an attachment, at a place, in the notice's own text. */
interface Cited {
  home: string | undefined;
  place: string | undefined;
  isOwn: boolean;
  /** The sort of paper asked for (`哪部条例`). */
  kind: string | undefined;
}

/** The papers cited there, likest first. */
function scoredPapers(text: string, { home, place, isOwn, kind }: Cited, facts: Facts) {
  return facts.model.document.references
    .filter(({ location }) => !isOwn || !location.startsWith('附件'))
    .filter(({ location }) => (!home || location.startsWith(home)) && (!place || location === place))
    .map((r) => ({
      r,
      score:
        shared(fold(r.title), text) +
        (home ? 4 : 2 * shared(fold(facts.clause(r.location)?.heading ?? ''), text)) +
        (place ? 4 : 0) +
        (kind !== undefined && r.title.includes(kind) ? 6 : 0),
    }))
    .sort((a, b) => b.score - a.score);
}

const paperReply = (r: Facts['model']['document']['references'][number], question: Question) =>
  reply(`《${r.title}》${r.number ? `（${r.number}）` : ''}。${at(r.location)}`, [r.location], {
    spoken: question.residue,
  });

/** A paper of others, as one that this notice goes by. */
const SAYS_CITED =
  /引(?:用|的|述)|援引|(?:提到|说到|讲到|写到|依据|根据|参照)的[^,，]{0,6}(?:文|方案|意见|条例)|(?:[市省](?:里|委)?|上级|上头|上面)(?:的|那|这)[^,，]{0,6}(?:文|方案|意见|条例)/;

const ASKS_PAPER = /(?:哪|什么|啥)(?:个|一个|份|部)?.{0,2}(?:文|通知|条例|意见|精神)/;

/** Words of asking for a paper. */
const OF_PAPERS =
  /文件|文号|市里|省里|上头|上面|上级|两办|两委办|依照|依据|按照|照着|根据|指导|参照|哪个|号|份|文|来的|制定|制订|作/g;

/** The notice itself beside those it cites (`区里这份跟市里那份`). */
const OWN =
  /^(?:那个|这个|这份)?的?(?:文号|几号)[和跟与]|正文的?(?:文号|号)|区里|咱区|我区|本区|本通知|自己|(?:这|本)(?:份|个)?(?:通知|文件|红头)?[和跟与]/;

/** `市里两个文件的文号分别是多少`: every paper of others that has a number. */
export function allNumbered(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  if (
    !/文号|几号|多少号/.test(text) ||
    !/[两2几](?:个|份)?(?:文件|文|方案)|文号(?:来|要|给|报|说|列|都|有|是)*[两2](?:个|份)|[两2](?:个|份)(?:的)?文号|(?:都|分别|各)(?:是|有)|哪些文|[和跟与]市(?:里|委|级)?的?(?:那|这)?(?:个|份)?(?:文件|文|方案|通知)?的?(?:文号|几号)/.test(
      text,
    )
  )
    return undefined;
  if (!/市|省|上级|上面|上头|依据|引用|提到/.test(text)) return undefined;
  const { document } = facts.model;
  const found = document.references.filter((r) => r.number !== undefined);
  const own = OWN.test(text) ? [`本通知：${document.number}。${at('文头')}`] : [];
  return found.length < 2
    ? undefined
    : reply(
        [...own, ...found.map((r) => `《${r.title}》：${r.number}。${at(r.location)}`)],
        found.map((r) => r.location),
        { spoken: question.residue },
      );
}

const ALL_CITED =
  /(?:提到|提及|引用|依据|援引|涉及|根据|参照|说到)(?:了|过|的)?(?:都)?(?:有)?(?:哪[些几]|几|多少)(?:个|份|部)?(?:别的|其他)?(?:上级|上头|上面|市里|省里|外面)?(?:的)?(?:文件|文)(?=$|[?？,，])|(?:依据|引用|提到|援引)的(?:上级)?(?:文件|文)(?:都)?(?:有|是)?(?:哪[些几]|几|多少)(?:个|份|部)?$/;

/** `通知里提到哪些上级文件`: every paper of others that is cited by its title. */
export function allCited(question: Question, { model }: Facts): Reply | undefined {
  const references = model.document.references.filter(
    ({ title }, i, all) => all.findIndex((r) => r.title === title) === i,
  );
  if (!ALL_CITED.test(question.text) || question.mentions.some(({ how }) => how !== 'hint')) return undefined;
  const said = references.map((r) => `《${r.title}》${r.number ? `（${r.number}）` : ''}${at(r.location)}`);
  return reply(
    `共提到${references.length}份：${said.join('；')}`,
    references.map((r) => r.location),
    { spoken: question.residue },
  );
}

/** Character pairs two texts share. */
function shared(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i + 1 < b.length; i++) if (a.includes(b.slice(i, i + 2))) count += 1;
  return count;
}
