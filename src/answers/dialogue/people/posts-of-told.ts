import type { Body } from '../../../notice/types.ts';
import { unitNamed } from '../../conversation/follow-up-names.ts';
import { isAnswer } from '../../decide.ts';
import type { Facts } from '../../facts.ts';
import { mentioned } from '../../question/parse.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const WHO = '(?:谁|哪[个位些]?|哪几[个位]|啥|什么)';
const END = '(?:呢|嘞|哩|来着|[?？])*';
/** Whose post it is, by a word that points back at the body or its head. */
const POINTS =
  '(?:哦|噢|嗯|对|那么?|可|再|还有|[,，\\s])*(?:(?:它|他|她|这个?|该)(?:们)?|[这那]个?小?组)?的?(?:底下|下头|下面|下边|里[头面边]?)?(?:下?设)?的?(?:那个|这个)?';
/** A post of a body or its office, and nothing that says of which. */
const POST = new RegExp(
  `^${POINTS}(办公室)?(?:那边|里[头面边]?)?(?:的|那个)*(?:又|都|是|由|到底)*(?:${WHO}(?:来|又)?(?:当|任|做|担任|是)?(?:的)?(副?(?:组长|主任))|(副?(?:组长|主任))(?:又|都|各|分别|是|叫|有|由|的)*${WHO}?(?:来)?(?:当|任|兼|做)?(?:的)?)${END}$`,
);
/** The other body, which stands in the notice itself. */
const OWN = new RegExp(
  `^(?:那|那么)?(?:咱们?|我们?|俺们?)?(?:这)?(?:区里?|正文|通知)(?:里[头面]?|上)?的?(?:那个)?((?:领导小组)?(?:办公室)?副?(?:组长|主任))(?:又|都|是|叫|有|的)*${WHO}?${END}$`,
);
/** One of several deputies, by the unit that he comes from. */
const FROM = new RegExp(
  `^(?:那|那么|[他她它])?(?:底下|手下|下头|下面|里[头面边]|其中|当中)?的?(?:从)?(U|[\\u4e00-\\u9fff]{2,5}?)(?:那边|那口|那条线|系统|部门|口|线|来|过来|出来|调来|上|那儿)*(?:的(?:那|这)?(?:一)?(?:个|位)?|(?:那|这)(?:一)?(?:个|位))(副(?:主任|组长|手|职))?(?:又|是|叫)*${WHO}?(?:名字?)?${END}$`,
);
const LONGEST = 20;
const OF_BODY = /领导小组|办公室|副?组长|副?主任/;

/**
 * `它底下办公室的主任又是哪个`, `那谁是主任`, `咱区办公室主任又是谁` after something of a body: that post of the same body, or
 * of the one that the notice itself sets up; `他底下某口的那个副主任是谁`: which of the deputies is from there.
 */
export function postOfTold({ question, last, facts, link, ask, take }: Talk): Turn | undefined {
  const text = question.text.replace(/[.。!！]+$/, '');
  if (text.length > LONGEST) return undefined;
  const body = bodyTold(last, facts);
  if (!body) return undefined;
  const own = /附件/.test(body.location) ? question.folded.match(OWN)?.[1] : undefined;

  if (own !== undefined) return ask(`${whose(facts.mainBody, /主任/.test(own))}${postIn(own)}是谁`);
  const isNamed = firmOf(question).some(({ kind }) => kind !== 'office' && kind !== 'body');
  // Of a body these are two posts: of its office, where that was spoken of, two others.
  const isOffices = OF_OFFICE.test(last.question.text) && !/组长/.test(last.question.text);
  if (isOffices && BOTH_POSTS.test(text)) return ask(`${whose(body, true)}主任和副主任分别是谁`);
  const [, office, before, after] = (isNamed ? null : text.match(POST)) ?? [];
  const post = before ?? after;
  if (post !== undefined) {
    const isOffice = office !== undefined || /主任/.test(post);
    return /组长/.test(post) && office !== undefined
      ? undefined
      : surely(take(`${whose(body, isOffice)}${post}${/^副/.test(post) ? '有哪些' : '是谁'}`));
  }
  const [, said, deputy] = question.masked.match(FROM) ?? [];
  const [named] = mentioned(question, 'unit');
  const unit =
    said === 'U' && named
      ? facts.unit(named.id)?.name
      : said === undefined
        ? undefined
        : unitNamed(said, link);
  const isOfSeveral =
    /副(?:主任|组长|的|职|手)/.test(last.question.text) ||
    last.reply.focus.filter(({ kind }) => kind === 'person').length > 1;
  if (unit === undefined || (deputy === undefined && !isOfSeveral)) return undefined;
  const isOffice = deputy === '副主任' || (deputy !== '副组长' && /主任/.test(last.question.text));
  return ask(`${whose(body, isOffice)}${isOffice ? '副主任' : '副组长'}里${unit}的是哪位`);
}

const OF_OFFICE = /办公室/;
/** `一正五副都叫啥`, as it reads in plain words. */
const BOTH_POSTS =
  /^(?:那|它的?|里[面头]的?)?组长和副组长(?:又|都|各|分别|是|叫|有)*(?:谁|哪些|哪几[个位]|啥|什么)?(?:名字?)?(?:呢|嘞|[?？])*$/;

/** That the notice names nobody in a post is an answer too. */
const surely = (turn: Turn) => (isAnswer(turn.reply) || turn.reply.confidence >= SURE ? turn : undefined);

const SURE = 0.95;

const whose = (body: Body, isOffice: boolean) =>
  isOffice ? (body.office?.name ?? `${body.name}办公室`) : body.name;

const postIn = (said: string) => said.match(/副?(?:组长|主任)$/)?.[0] ?? '';

/** The body that the last answer was about, where a body or a post of it was asked for. */
function bodyTold({ question, reply }: Turn, { model }: Facts): Body | undefined {
  if (!OF_BODY.test(question.text)) return undefined;
  // `某局主任是谁` stands in the same place.
  const isOther = question.mentions.some(
    ({ kind, how }) => how !== 'hint' && (kind === 'unit' || kind === 'measure' || how === 'post'),
  );
  return isOther ? undefined : model.bodies.find(({ location }) => location === reply.cites[0]);
}
