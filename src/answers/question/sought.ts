/** What a question wants to know of a matter beside a figure, and the words by which a sentence tells it. */
interface Sought {
  asks: RegExp;
  tells: RegExp;
}

const SOUGHT: readonly Sought[] = [
  // what a result is used for
  {
    asks: /挂.{0,2}钩|影响(?:啥|什么|哪|不|吗)|(?:结果|成绩|分数?|排名|名次)[^,，]{0,8}(?:用|算|计|归|纳|管|派|作)[^,，]{0,4}(?:啥|什么|哪|吗|不)/,
    tells: /挂钩|纳入|计入/,
  },
  // what becomes of somebody who does badly
  {
    asks: /(?:咋|怎么|如何)(?:个)?(?:办|处理|收拾|治|罚|弄|对待|处置|惩)|会(?:咋|怎么)(?:样|着|的)|(?:挨|吃|受)(?:啥|什么)|(?:啥|什么)(?:后果|下场|处理|处罚)|倒霉/,
    tells: /约谈|追究|问责|处分|整改|查处|曝光|诫勉|纠正/,
  },
  // what becomes of who does well
  { asks: /表彰/, tells: /表彰/ },
  { asks: /表扬/, tells: /表扬/ },
  {
    asks: /^(?!.*表[彰扬]).*(?:奖|好处|甜头)|干得(?:好|漂亮)[^,，]{0,6}得(?:啥|什么)/,
    tells: /奖励|表扬|表彰/,
  },
  // in what form or by what means
  {
    asks: /(?:啥|什么|哪[几些]?种?|何种)(?:形式|方式|法[子儿]?|名头|文种|手段|渠道|途径)|(?:用|拿|以|凭|靠|走)(?:啥|什么)/,
    tells: /形式|方式|通过|渠道|采取|依托/,
  },
  // by how much less, or more
  { asks: /(?:砍|压|降|减|缩|削|省)[^,，]{0,5}(?:多少|几|百分)/, tells: /压缩|缩短|减|降|精简/ },
  { asks: /(?:涨|增|升|提|添)[^,，]{0,5}(?:多少|几|百分)/, tells: /提升|增长|提高|增加/ },
  // who does it
  {
    asks: /(?:谁|哪[家方])(?:来|去|给|说)?(?:评|打分|定|制定|出考|测|组织|主导)/,
    tells: /制定|聘请|组织/,
  },
  // who takes part
  {
    asks: /谁(?:都|来|去|要|得)*(?:参加|参与|学|听课)|(?:学|听|参加)的(?:人)?(?:都)?(?:有|是)?(?:谁|哪些人)/,
    tells: /^组织|参会|列席|共同/,
  },
  // whom it is done to
  {
    asks: /(?:评|考|查|督|测|看|盯|打分)(?:的|得)?(?:是)?(?:谁|哪[些几家]|啥人)/,
    tells: /对(?:各|相关|区直|全[区市])/,
  },
];

/** Whether a sentence tells what a question seeks; undefined where it seeks nothing of these sorts. */
export function soughtIn(asked: string): ((said: string) => boolean) | undefined {
  const sought = SOUGHT.filter(({ asks }) => asks.test(asked));
  return sought.length === 0 ? undefined : (said) => sought.some(({ tells }) => tells.test(said));
}
