import type { Person } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { titleReply } from './people.ts';

const OFFICE =
  /职务|职位|职级|头衔|官衔|什么官|啥官|多大的?官|什么身份|啥身份|(?:什么|啥)来头|兼(?:着|任)?(?:什么|啥|哪)|(?:当|任|担任)(?:着|的)?(?:是)?(?:什么|啥|何)/;
const ITS_LEADER =
  /(?:分包|分管|主管|包|管|抓|负责|盯|挂帅)(?:这|那)?[GS]?(?:这|那|的|组|块|项|个|工作)*(?:是)?(?:哪|这|那)?(?:一)?(?:位|个|名)?(?:区)?(?:领导|人|同志|副?主任|书记|P)|(?:分包|分管|管|抓)[GS](?:组|块|摊)?的(?:那|这)?(?:位|个)(?=[,，是]|什么|啥)|[GS](?:组|的|这|那|块|项|个)*(?:分包|分管|包联)?(?:区)?领导|谁(?:分包|包|管).{0,6}[GS]|[GS].{0,6}(?:谁|哪位)(?:分包|包|管|抓)?/;

/** `分包某事的那位领导是什么职务`: the offices of whoever leads a group. */
export const answerLeaderTitles: Handler = needing(
  () => ({ masked: [OFFICE, ITS_LEADER] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!OFFICE.test(masked) || !ITS_LEADER.test(masked)) return undefined;
    const [item] = mentioned(question, 'subLead');
    const numbers = item ? [item.group] : mentioned(question, 'group', true).map(({ no }) => no);
    const groups = [...new Set(numbers)].map((no) => facts.group(no)).filter((group) => group !== undefined);
    const [first, ...more] = [...new Set(groups.map(({ leader }) => leader))];
    const named = mentioned(question, 'person');
    if (first === undefined || more.length > 1) return undefined;
    if (named.length > 0 && !named.some(({ id }) => id === first)) return undefined;
    const people = [first, ...more].map((id) => facts.person(id)).filter((person) => person !== undefined);
    const replies = people.map((person) => titleReply(person, facts));
    return reply(
      replies.flatMap((r) => r.lines),
      [...replies.flatMap((r) => r.cites), ...groups.map(({ location }) => location)],
      { focus: people.map(({ id }) => ({ kind: 'person', id })), confidence: 0.95, spoken: question.residue },
    );
  },
);

const WITH_WORD =
  /(副组长|副主任)(?:里[面头]?|中|当中)?(?:有)?(?:职务|头衔|名头|官衔)?(?:里|中|上)?(?:带|含|挂|写)(?:着|了|有)?["“”]?([\u4e00-\u9fff]{2,6}?)["“”]?(?:[一二两三四五六]?个?字|字样|的|头衔|名头)/;

const TITLED_FIRST =
  /(?:职务|头衔|名头|官衔)?(?:里|中|上)?(?:带|含|挂|写)(?:着|了|有)?["“”]?([\u4e00-\u9fff]{2,10}?)["“”]?(?:的?(?:头衔|衔|名头|职务|官衔|职)|字样|[一二两三四五六几]?个字)?的(?:那|这)?[一二两俩三仨四五六几\d]?[个位名]?(副组长|副主任)/;

/** `副组长里带“某区”三个字的是哪几位`, `带某职衔的三个副组长`: the deputies whose titles have a word. */
export const answerTitledWith: Handler = needing(
  () => ({ folded: [/副/, [WITH_WORD, TITLED_FIRST]] }),
  ({ folded, residue }, { facts }) => {
    if (!folded.includes('副')) return undefined;
    const [, word = '', post] = folded.match(TITLED_FIRST) ?? reversed(folded.match(WITH_WORD));
    const body = facts.mainBody;
    const deputies = post === '副组长' ? body.deputies : (body.office?.deputies ?? []);
    // `区某委`: not `某某区某委`.
    const spelled = new RegExp(`${/^[省市县区]/.test(word) ? '(?<![\\u4e00-\\u9fff])' : ''}${word}`);
    const found = deputies
      .flatMap((id) => facts.person(id) ?? [])
      .filter(({ titles }) => titles.some(({ text }) => spelled.test(text)));
    if (post === undefined || found.length === 0 || found.length === deputies.length) return undefined;
    const place = post === '副组长' ? body.location : (body.office?.location ?? body.location);
    return reply(`${post}里职务带“${word}”的共${found.length}位：${titled(found)}。${at(place)}`, [place], {
      focus: found.map(({ id }) => ({ kind: 'person', id })),
      spoken: residue,
      readsAll: true,
    });
  },
);

const reversed = (match: RegExpMatchArray | null) => (match ? [match[0], match[2], match[1]] : []);

const titled = (people: readonly Person[]) =>
  people.map(({ name, titles }) => `${name.replaceAll(' ', '')}（${titles[0]?.text ?? ''}）`).join('、');

const ONLY_TITLE =
  /(?:单单?|只|仅|光|就)(?:是)?(?:写|挂|有|标|列|带|叫|注)(?:着|了|的|有|明)?(?:一个|个)?P(?:这|一)?个?(?:头衔|职务|几个字|字样)?(?:的|$|[,，?？])/;

/** `名字后头只写“某委委员”的是哪两位`: who has this title and no other. */
export const answerTitledOnly: Handler = needing(
  () => ({ masked: [ONLY_TITLE] }),
  ({ masked, mentions, residue }, { facts }) => {
    const [post, ...others] = mentions.filter(({ how }) => how !== 'hint');
    if (post?.how !== 'post' || others.length > 0 || !ONLY_TITLE.test(masked)) return undefined;
    const body = facts.mainBody;
    const isDeputies = /副组长/.test(masked);
    const found = facts.model.people.filter(
      ({ id, titles }) =>
        (!isDeputies || body.deputies.includes(id)) &&
        titles.length > 0 &&
        titles.every(({ text }) => fold(text) === post.text),
    );
    if (found.length === 0) return undefined;
    const places = [...new Set(found.flatMap(({ titles }) => titles.map(({ location }) => location)))];
    return reply(
      `${isDeputies ? '副组长里' : ''}职务只写“${post.text}”的共${found.length}位：${found.map(({ name }) => name.replaceAll(' ', '')).join('、')}。${at(...places)}`,
      places,
      { focus: found.map(({ id }) => ({ kind: 'person', id })), spoken: residue, readsAll: true },
    );
  },
);
