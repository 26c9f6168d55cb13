import { fold } from '../../characters/fold.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';

const PAPER = '(?:这|本|该)?(?:一)?(?:份|个)?(?:通知|文件|红头文件|红头|文)';
const MADE = '(?:印发|发|出|下|印|制发)(?:出来|下来)?(?:的|了)';
const ASIDE = '(?:也|就|都|到底|难道|莫非|该不会|不会|应该|其实|其|又)*';
const ONLY = '(?:只|仅|光|单|就)(?:是|有|由)*';
const ALONE = '(?:一家|单独|独家|自己|一个(?:单位|办公室)?|自个儿?)';
/** Somebody is said to have issued the paper, or to have done so alone. */
const ISSUED = new RegExp(
  `^${PAPER}${ASIDE}(?:是不是|不是|是|由|归)?${ASIDE}(${ONLY})?([\\u4e00-\\u9fff]{3,16}?)(${ALONE})?${MADE}(?:吗|吧|么|嘛|不|对吧|对不对|没错吧)?[?？]*$`,
);
const OPEN = /谁|哪|什么|啥|几|多少|多家|联合|一起|共同/;

/** `通知难道是某办公室一家发的`: whether it did, and who issued it. */
function issuedBy(
  text: string,
  folded: string,
  issuers: readonly string[],
  spoken: string[],
): Reply | undefined {
  const [said, only, who, alone] = text.match(ISSUED) ?? [];
  if (said === undefined || who === undefined || OPEN.test(said)) return undefined;
  if (!/[吗吧么嘛不?？]|难道|莫非|是不是|该不会|对吧/.test(folded)) return undefined;
  const isOne = issuers.some((issuer) => fold(issuer).endsWith(who));
  const isAlone = only !== undefined || alone !== undefined;
  const isTrue = isOne && !(isAlone && issuers.length > 1);
  return reply(`${verdict(isTrue)}发文单位是${issuers.join('、')}。${at('文头')}`, ['文头'], {
    spoken,
    readsAll: true,
  });
}

const TITLES = /附件[^\d,，]{0,6}(?:标题|名称|题目|全称|名字)/;
/** What a title has or lacks. */
const FEATURE =
  /(不|没|没有|未|不曾)?(?:带|有|含|包含|写|提|出现|标)(?:了|着|有|到)?["“”]?(年份|年度|年号|(?:20)?\d\d年|[\u4e00-\u9fff]{2,6}?)["“”]?(?:(?:这)?(?:两|几|二|俩)?个?字|字样|二字)?(?:的)(?:那|是|叫|哪|全|一)/;
const YEAR = /20\d\d年/;

/** `两个附件的标题，不带年份的那个叫什么`: the attachments whose titles have, or lack, a word. */
export const answerPaperClaims: Handler = ({ text, folded, residue }, { facts }) => {
  const { attachments, issuers } = facts.model.document;
  const issued = issuedBy(text, folded, issuers, residue);
  if (issued) return issued;
  const [, denied, word] = TITLES.test(folded) ? (folded.match(FEATURE) ?? []) : [];
  if (word === undefined) return undefined;
  const has = (title: string) => (/^年/.test(word) ? YEAR.test(title) : fold(title).includes(word));
  const found = attachments.filter(({ title }) => has(title) === (denied === undefined));
  if (found.length === 0) return undefined;
  const said = found.map(({ no, title }) => `附件${no}《${title}》`).join('、');
  return reply(
    `标题${denied === undefined ? '带' : '不带'}“${word}”的是${said}。${at('附件清单')}`,
    ['附件清单'],
    {
      spoken: residue,
      readsAll: true,
    },
  );
};
