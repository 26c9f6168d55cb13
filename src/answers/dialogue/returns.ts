import type { Turn } from '../turn.ts';

const EARLIER =
  '(?:刚才|刚刚|刚|前面|前头|上面|上头|头里|一开始|最开始|开头|开始|最初|起初|原来|最早|头一个|先前|之前)';
const KIND = '(组|专项组|小组|领导|人|条|措施|单位|家|局|指标|话题|问题|事)';
const BACK = new RegExp(
  `^(?:好|行|嗯|哦|那|对了)*[,，\\s]*(?:再|还|又|咱们?|我们|我)*(?:回到|说回|回过头(?:来)?(?:说|看|问)?|回头(?:说|看|问)|接着(?:说|问|讲)|继续(?:说|问|讲)|还是?(?:说|问|讲)|再(?:说|问|讲)(?:一?下)?|还是(?=${EARLIER}))(?:到)?(?:你)?(${EARLIER})?(?:说|问|讲|提|聊)?(?:到|过)?(?:的|那|这|个|位|条|家|一)*(?:${KIND})?[,，\\s]+(.+)$`,
);
/** `先问的那位啥职务`, `第一个问题那组 责任单位是谁`. */
const FIRST_ASKED = new RegExp(
  `^(?:那|我(?:是)?(?:说|问))?(?:的)?(先|第一个问题|头一个问题|${EARLIER})(?:问|说|讲|提)?(?:到|过)?(?:的)?(?:那|这)(?:个|位|条|家|一)*${KIND}?[,，\\s]*(.+)$`,
);
const OF_TOPIC =
  /^(?:好|行|嗯|那)?[,，\s]*(?:说回|接着说|继续说|回到|退回|再说说?|还说|还是说)([^,，\s]{2,8})[,，\s]+(.{2,})$/;
const OTHER_MATTER =
  /^(?:好|行|嗯|哦|那|对了)*[,，\s]*(?:话说(?:回来)?|换个(?:话头|话题|事|问题)|(?:这个|这事|这)(?:先)?(?:放放|放一放|不说了?|搁着|搁一边|撂一边)|先不(?:说|问|管)(?:这个|它)了?|另外问(?:个|一?下)|(?:再)?问(?:个|件)别的(?:事)?|岔开(?:一下|问))[,，:：\s]*(?=.{4})/;

/** A message that goes back to an earlier turn or turns to another matter: what is left of it, and what it goes on from. */
export interface Returned {
  text: string;
  last: Turn | undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  组: 'group',
  专项组: 'group',
  小组: 'group',
  领导: 'person',
  人: 'person',
  条: 'measure',
  措施: 'measure',
  单位: 'unit',
  家: 'unit',
  局: 'unit',
};

/**
 * `回到刚才那个组，它主要抓啥`, `说回15条，谁负责`, `话说…`: what a message goes on from is not always the last turn.
 * Undefined where it says nothing of the sort.
 */
export function returned(raw: string, last: Turn): Returned | undefined {
  if (raw.length > LONGEST) return undefined;
  const other = raw.match(OTHER_MATTER)?.[0];
  if (other !== undefined) return { text: raw.slice(other.length), last: undefined };
  const back = raw.match(BACK);
  if (back) {
    const [, when = '', kind = '', text = ''] = back;
    const turn = find(last, /一开始|最|起初|开头|原来|头一个/.test(when), (one) => isOf(one, KINDS[kind]));
    if (turn) return { text, last: turn };
  }
  const asked = raw.match(FIRST_ASKED);
  if (asked) {
    const [, when = '', kind = '', text = ''] = asked;
    const word = /位|人|领导/.test(raw.slice(0, raw.length - text.length)) ? 'person' : KINDS[kind];
    const turn = find(last, /先|第一|头一|开始|最|起初|开头|原来/.test(when), (one) =>
      word === 'person' ? isOf(one, 'person') || isOf(one, 'group') : isOf(one, word),
    );
    if (turn && turn !== last) return { text: word === 'person' ? `他${text}` : text, last: turn };
  }
  const [, topic, text] = raw.match(OF_TOPIC) ?? [];
  if (topic === undefined || text === undefined) return undefined;
  const no = topic.match(/\d+/)?.[0];
  const word = topic.replace(/^(?:刚才|前面|那个?|这个?)+|(?:那|这)?(?:个|条|块|组|事|边)$/g, '');
  const turn = find(last, false, ({ question }) => question.text.includes(no ?? word));
  return turn && { text, last: turn };
}

/** The nearest turn before the last one that fits, or the first of all; the last one only where no other does. */
function find(last: Turn, isFirst: boolean, fits: (turn: Turn) => boolean): Turn | undefined {
  const chain: Turn[] = [];
  for (let turn: Turn | undefined = last; turn; turn = turn.before) chain.push(turn);
  const fitting = chain.filter(fits);
  return isFirst ? fitting.at(-1) : (fitting.find((turn) => turn !== last) ?? fitting[0]);
}

function isOf({ question, reply }: Turn, kind: string | undefined): boolean {
  if (kind === undefined) return true;
  return question.mentions.some((m) => m.kind === kind) || reply.focus.some((entity) => entity.kind === kind);
}

const LONGEST = 60;
