import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const HOW_MANY = '(?:几|多少|\\?|？|好几)';
const PERSON = '(?:位|名|个(?!组|小组|专项|指标|领域)|人)';
/** Who has the groups (`分包区领导`, `背后站着的领导`). */
const LEADERS = '(?:分包|分管|包组|包抓|挂点|带队)(?:的)?(?:各组的)?(?:区)?领导|区领导|领导';
const COUNTED = new RegExp(
  `(?:${LEADERS})[^,，。]{0,10}?${HOW_MANY}(?:${PERSON})|${HOW_MANY}(?:${PERSON})[^,，。]{0,6}?(?:${LEADERS})`,
);
/** All groups, or the whole that is assigned. */
const OF_ALL =
  /\d+个?(?:专项)?小?组|(?:各|所有|全部|每个|这些|那些)(?:个)?(?:专项)?(?:工作)?小?组|分包|重复|去重|不重样|一共|总共|拢共|共/;
/** Only some leaders, or other things of theirs. */
const OTHER =
  /[UPGSMBOE]|姓|[俩两二三]个?位?(?:区)?领导|组[^,，人位]{0,6}(?:几|多少)个(?!人|区?领导)|副组长|单位|附件|措施|最|只|就|仅|没有?|未|不(?!重复|重样|算重|要重|同)|除|别的|其[他它余]|一样|相同|同[1一](?:个|位)|每[位人]|各自|各(?:包|分|管|领)|(?:几|多少)(?:项|个组|摊)|前\d+|后\d+|第\d+|以上|超过|联络员|副主任/;

/** `22个组背后一共几位分包领导，别重复数`: the leaders in charge of groups (sections 二 and 三), each counted once. */
export const answerLeadersCounted: Handler = needing(
  () => ({ masked: [COUNTED, OF_ALL] }),
  ({ masked, mentions, residue }, { facts }) => {
    const plain = masked.replace(ONCE, '');
    if (!COUNTED.test(plain) || !OF_ALL.test(masked) || OTHER.test(plain)) return undefined;
    // A bare word for a unit or a matter asks for its own.
    if (mentions.some(({ kind }) => kind !== 'clause')) return undefined;
    const all = [...facts.model.assignments, ...facts.model.groups].map(({ leader }) => leader);
    const leaders = [...new Set(all)].filter((id) => facts.groupsOfLeader(id).length > 0);
    const names = leaders.map((id) => `${personName(facts, id)}${facts.groupsOfLeader(id).length}个`);
    return reply(`共${leaders.length}位区领导分包：${names.join('、')}。${at('二', '三')}`, ['二', '三'], {
      focus: leaders.map((id) => ({ kind: 'person' as const, id })),
      spoken: residue,
      readsAll: true,
    });
  },
);

/** How those are counted who have several groups. */
const ONCE =
  /[,，、]?(?:有(?:的)?(?:人|领导)?[^,，]{0,8}(?:几个|好几|多个|俩|两个|仨|三个|不止)[^,，]*|[^,，]{0,8}(?:别|不|甭)(?:要)?(?:重复|算重|重)[^,，]*|[^,，]{0,4}(?:去重|算一个|算一次|数一次|数一遍)[^,，]*)(?=[,，]|$)/g;
