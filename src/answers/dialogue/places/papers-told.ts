import type { Facts } from '../../facts.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const PAPER = '(?:文件|红头|方案|意见|条例|通知|办法|文|东西|稿子|本子)';
const IT = `(?:那|这)?(?:它|[那这](?:一)?(?:个|份|部|本)?${PAPER}?|其|${PAPER})?(?:的|又|到底|具体|自己)*`;
const END = '(?:来着|呢|啊|呀|[?？])*';
/** The number of the paper that was told. */
const NUMBER = new RegExp(
  `^${IT}(?:发)?(?:文件?)?(?:字?号|编号|文号|号码)(?:是|为|叫)?(?:几|多少|啥|什么|哪个|[报说念写]一?下|有吗|有没有)?${END}$|^${IT}(?:是)?(?:几|多少|哪|啥)号(?:文件?)?(?:的)?${END}$`,
);
/** Its name, or which paper it is that something was told from. */
const NAME = new RegExp(
  `^${IT}(?:全称|全名|名字|名称|标题|题目|大名)(?:是|叫)?(?:什么|啥|[报说念写]一?下)?${END}$|^${IT}(?:完整|全部|正式)?(?:叫|名叫)(?:个)?(?:什么|啥)(?:名字?|来着)?${END}$|^(?:是|都是|这是|那是)*(?:哪|什么|啥)(?:一)?(?:个|份|部)?${PAPER}(?:里|上)?(?:要求|规定|说|提|写|讲|定|来|提出)(?:过|到|的|了)*${END}$|^(?:是|都是|这是|那是)+(?:哪|什么|啥)(?:一)?(?:个|份|部)${PAPER}${END}$`,
);
const LONGEST = 18;

/** `那份文件号是几`, `哪个文件要求的` after an answer that tells of one paper of others: asked of that paper. */
export function paperOfTold({ question, last, facts }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || firmOf(question).length > 0) return undefined;
  const told = NUMBER.test(text) ? numberOf : NAME.test(text) ? nameOf : undefined;
  const paper = told && citedIn(last, facts);
  return told && paper && exactly({ question, reply: told(paper) });
}

type Paper = Facts['model']['document']['references'][number];

/** The one paper that the last answer names. */
function citedIn({ reply: { lines } }: Turn, { model }: Facts): Paper | undefined {
  const said = lines.join('');
  const named = model.document.references.filter(({ title }) => said.includes(`《${title}》`));
  return new Set(named.map(({ title }) => title)).size === 1 ? named[0] : undefined;
}

const nameOf = (paper: Paper): Reply =>
  reply(`《${paper.title}》${paper.number ? `（${paper.number}）` : ''}。${at(paper.location)}`, [
    paper.location,
  ]);

const numberOf = (paper: Paper): Reply =>
  paper.number
    ? reply(`《${paper.title}》的文号是${paper.number}。${at(paper.location)}`, [paper.location])
    : refuse(`通知里没有写《${paper.title}》的文号。`, [paper.location]);
