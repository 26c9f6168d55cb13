import type { Person } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { ROLE_NOUN } from '../../names/posts.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { titleOfPerson } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';
import { titleReply } from './people.ts';

/** Put down somewhere as his title. */
const WRITTEN =
  '(?:写|括注|括号|标|注|印|填|打|登|署|落款|介绍|称呼?|报|念|记|头衔|职务|官衔|职位|身份|后面|名下)';
const TITLE_WRITTEN = new RegExp(
  `P[^,，;；GUBO谁哪]{0,10}${WRITTEN}[^,，;；GUBO谁哪]{0,8}(?:P|${ROLE_NOUN})`,
);
const CHECKS =
  /妥|对|准|错|行不|合适|规范|一致|[吗吧么?？]|是(?:什么|啥)|应该|怎么写|到底|是不是|文件|通知|核/;

/** `某某的头衔我写的某主任，文件上是什么`, `某某后面括注“某主任”，妥不妥`: held against his titles. */
export const answerTitleWritten: Handler = needing(
  () => ({ masked: [/P/, TITLE_WRITTEN, CHECKS] }),
  (question, desk) => {
    const { masked } = question;
    if (!TITLE_WRITTEN.test(masked) || !CHECKS.test(masked) || /谁|哪/.test(masked)) return undefined;
    const named = question.mentions.filter(
      (m) => m.kind === 'person' && m.how !== 'post' && m.how !== 'hint',
    );
    if (named.length !== 1) return undefined;
    const found = titleOfPerson(question, desk);
    return found && { ...found, spoken: question.residue, readsAll: true };
  },
);

/** `某某管甲口还是管乙口`, `某某是甲部门的还是乙部门的`. */
const EITHER =
  /^P(?:同志)?[,，]?(?:到底|究竟|现在)?(?:是|管|搞|抓|属于?|归|干|在)?的?([\u4e00-\u9fff]{2,6}?)(?:那边|这边|口|上|线)?的?[,，]?还是(?:是|管|搞|抓|属于?|归|干|在)?([\u4e00-\u9fff]{2,6}?)(?:那边|这边|口|上|线)?的?(?:领导|干部|人)?[呀啊呢?？]*$/;

/** Of two fields that are offered the one that stands in his titles: his titles. */
export const answerEitherField: Handler = needing(
  () => ({ masked: [/P/] }),
  (question, { facts }) => {
    const person = onlyPerson(question, facts);
    const mention = question.mentions.find((m) => m.kind === 'person' && m.how !== 'hint');
    if (!person || mention?.start !== 0) return undefined;
    const [, one = '', other = ''] = `P${question.text.slice(mention.end)}`.match(EITHER) ?? [];
    const titles = person.titles.map(({ text }) => text).join('，');
    if (one === '' || titles.includes(one) === titles.includes(other)) return undefined;
    return { ...titleReply(person, facts), spoken: question.residue, readsAll: true };
  },
);

const NONE =
  /(?:一|半)?(?:样|项|个|块|件|摊|点儿?|啥|什么|活儿?)?(?:都|也)?(?:不|没有?|未)(?:给|让|叫|安排|分|领|有|他|她)*(?:分包|分管|包|管|抓|领|挂|分到|活儿?|任务|领域)/;
const DOUBTS = /吧|吗|么|难道|总不能|不会|是不是|真|[?？]|对不|没错/;

/** `某某挂着副组长的名，总不能一样都不分包吧`: whether somebody is in charge of nothing. */
export const answerNoFields: Handler = needing(
  () => ({ masked: [/P/, NONE, DOUBTS] }),
  (question, { facts }) => {
    const { masked } = question;
    const person = onlyPerson(question, facts);
    const rest = masked.slice(masked.indexOf('P') + 1);
    if (!person || /[GSUMC]/.test(masked) || !NONE.test(rest) || !DOUBTS.test(rest)) return undefined;
    if (/谁|哪|几|多少|为什么|为啥|怎么|别的|其他|除/.test(masked)) return undefined;
    const groups = facts.groupsOfLeader(person.id);
    const title = titleReply(person, facts);
    const said =
      groups.length === 0
        ? `通知里没有给${person.name}安排分包的事项。`
        : `有，${person.name}分包${groups.length}个组：${groupList(groups)}。`;
    return reply(
      [`${said}${at('二')}`, ...title.lines],
      ['二', ...groups.map(({ location }) => location), ...title.cites],
      { focus: [{ kind: 'person', id: person.id }], spoken: question.residue, readsAll: true },
    );
  },
);

function onlyPerson(question: Question, facts: Facts): Person | undefined {
  const [one, ...others] = new Set(mentioned(question, 'person').map(({ id }) => id));
  return one === undefined || others.length > 0 ? undefined : facts.person(one);
}
