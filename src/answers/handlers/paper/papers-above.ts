import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

type Paper = Facts['model']['document']['references'][number];

/** Of those above; which level is said by its character. */
const OF_ABOVE = /(?<![城都])([市省])(?:里|委|级|政府|两办|上|的|那)|上位|上级|上头|上面|上边/;
const ASKS_PAPER =
  /文号|字号|(?:几|多少|哪个?|啥|什么)号|(?:哪|什么|啥)(?:一)?(?:个|份|部)?的?(?:文(?!件夹|章)|通知|红头)/;
const GOES_BY =
  /跟的|跟着|对着|照|按|依|据|承接|对应|衔接|落实|贯彻|对标|参照|上位|上级文|来的|定的|套的|出自|源于|源自/;
/** What only the paper itself would tell, or others have. */
const ELSE =
  /哪(?:一)?[天年月日]|几月|几日|日期|时候|时间|全文|原文|内容|(?:写|说|讲)了?(?:什么|啥)|谁|单位|附件[一二\d](?:和|跟)附件|[和与]|跟(?!的|着)/;

/** Each attachment has its own. */
const BOTH = /附件[1一].*附件[2二]|附件[2二].*附件[1一]/;

/** The groups and who does what in them: what stands beside the groups is their basis. */
const OF_GROUPS =
  /(?:专项|工作)(?:小)?组|小组|专班|各组|\d+个组|分组|分工|职责|推进机制|工作机制|(?:这|那)(?:一)?[套个]机制/;
const OF_MEASURES = /行动方案|措施|优化行动/;
/** The notice itself. */
const OF_NOTICE = /(?:这|本|该|咱们?|我们|俺们)(?:的|这|个|份)*(?:通知|文件|文|红头)/;

/** What is said not to be meant (`不是附件里那个8号`). */
const NOT_MEANT = /[,，]?(?:不是|不要|别给|别拿|别报|不算|除了?)([^,，?？]*)/g;

/** `小组分工是照市里哪个文定的，要文号`: the paper of those above that a part of the notice goes by. */
export const answerPapersAbove: Handler = needing(
  () => ({ text: [OF_ABOVE, ASKS_PAPER, GOES_BY] }),
  ({ text, mentions, residue }, { facts }) => {
    const denied = [...text.matchAll(NOT_MEANT)].map(([, said = '']) => said).join(',');
    const asked = text.replace(NOT_MEANT, '');
    const above = asked.match(OF_ABOVE);
    if (BOTH.test(asked)) return undefined;
    if (!above || !ASKS_PAPER.test(asked) || !GOES_BY.test(asked) || ELSE.test(asked)) return undefined;
    if (mentions.some(({ kind, how }) => how !== 'hint' && !NAMES_NONE.has(kind))) return undefined;
    const [, level = ''] = above;
    const home = homeOf(asked, facts);
    const found = facts.model.document.references.filter(
      (r) =>
        r.role === 'basis' &&
        r.title.slice(0, PLACE_NAME).includes(level) &&
        home?.(r) === true &&
        !isDenied(r, denied),
    );
    const [only, ...others] = found;
    if (!only || others.length > 0) return undefined;
    const number = only.number ? `（${only.number}）` : '';
    return reply(`《${only.title}》${number}。${at(only.location)}`, [only.location], {
      spoken: residue,
      readsAll: true,
    });
  },
);

const NAMES_NONE: ReadonlySet<string> = new Set(['clause', 'elsewhere', 'body', 'office']);
/** A title begins with the year and whose it is. */
const PLACE_NAME = 9;

/** Where the paper must be cited to be the one of what is asked about. */
function homeOf(text: string, { model }: Facts): ((paper: Paper) => boolean) | undefined {
  const attachment = attachmentIn(text);
  if (attachment !== undefined) return ({ location }) => location.startsWith(attachment);
  const [groups = ''] = model.groups[0]?.location.split('、') ?? [];
  if (OF_GROUPS.test(text)) return ({ location }) => location === groups;
  const [measures = ''] = model.measures[0]?.location.split('·') ?? [];
  if (OF_MEASURES.test(text)) return ({ location }) => location.startsWith(`${measures}·`);
  return OF_NOTICE.test(text) ? ({ location }) => !location.startsWith('附件') : undefined;
}

function isDenied({ location, number }: Paper, denied: string): boolean {
  const said = denied.match(/(\d{1,3})号/)?.[1];
  if (said !== undefined) return number?.includes(`〕${said}号`) === true;
  return denied.includes('附件') && location.startsWith('附件');
}
