/** A part of a paper, asked for: `哪一项要求`, `第几块`, `什么制度`. */
const PART =
  '(?:第几|哪|那|什么|啥)(?:一)?(?:大|小)?(?:个|条|项|块|部分|款|项|章|节|段|处|类|份|方面|板块)?(?:大)?(?:的)?(?:工作(?=要求|措施|制度|重点))?(?:聚焦|制度|附件|要求|措施|重点|整顿|整治|条|项|块|部分|方案|标题|章节|段落|问题)?(?:里|中|下|头|面|当中|底下)*';
/** How something stands in a paper. */
const STANDS =
  '(?:写着?|提|说|讲|规定|列|放|归|算|属|落|出|见|摆|收|安|划|搁)(?:到|在|进|于|入|自|为|作|成)?(?:了|着|过)?';

const BEFORE = new RegExp(
  `${STANDS}(?:通知|文件|正文|附件\\d|方案|整治|整顿|要求)?(?:里|中|的)*${PART}(?:呢|啊|了)?$`,
);
const AFTER = new RegExp(
  `(?:在|是|由|从)?(?:通知|文件|正文|附件\\d|方案|整治|整顿|要求)?(?:里|中|的)*${PART}${STANDS}(?:有)?(?:的|着|到|出来)*(?:呢|啊)?$`,
);
const OWN =
  /聚焦(?:里|中|当中)*(?:的)?(?:第几|哪)(?:一)?个?|(?:哪|第几)(?:一)?个?聚焦|第几(?:条|个?聚焦|部分|款|项|章|块)|(?:什么|哪个|哪项)制度(?:里)?(?:面)?(?:提|写|说|讲|定)?(?:到)?(?:的)?$|(?:哪|那)一?(?:条|部分|章|节|款|处|个聚焦|个附件|个制度)(?:里|中)?(?:写|提|说|讲|规定|有)?的?$|(?:写|提|说|讲|规定)(?:在|到)(?:哪|什么地方)|出处|(?:是|属于|属|算)(?:哪|什么|啥)(?:一)?(?:项|个)?(?:制度|措施|活动|要求)(?:里|中)(?:的|面|头)*[\u4e00-\u9fff]{1,5}$|(?:是|属于|属|算|叫|归)(?:哪|什么|啥)(?:一)?(?:项|个|种|类)?(?:活动|专项|措施|整顿|行动|制度|要求)(?:里|中)?(?:的)?$|(?:属于|属|在|是)哪(?:一)?(?:条|部分|个聚焦|章|处|个附件)/;

/** `是六项措施里的哪一项`: one of several by their noun. */
const AMONG =
  /[,，]?(?:这|那)?(?:事|个|块)?(?:是|属于?|算|归|在)?(?:于|到)?(?:附件[12]的?)?(?:这|那)?(?:[二三四五六七八九十两几]|\d{1,2})(?:个|项|条|大)?(?:工作)?(措施|要求|制度|重点|聚焦)(?:里|中|当中)(?:头|面|的)*(?:是)?(?:哪|第几)(?:一)?(?:个|项|条)?(?:的)?[?？]*$/;

/** `考核的分数最后算到哪里`: what a result counts for, not where it is written. */
const COUNTED =
  /(?:结果|成绩|分数?|考核|考评|评价)[^,，写]{0,8}(?:算|归|计|记|纳|折|进|并)(?:到|进|入|在)?了?(?:哪|什么|啥)/;

/** `拿哪项制度说它`: by which part of the paper somebody is dealt with. */
const APPLIES =
  /[,，]?(?:该|应该|得|要|能|可以)?(?:拿|用|按照?|依照?|依据|凭|根据|套用?|适用|搬)(?:着)?(?:通知|文件|正文|附件\d)?(?:里|的|中)*(?:哪|什么|啥)(?:一)?(?:项|条|个)?(?:工作)?(?:制度|要求|规定)(?:来|去|上)?(?:说|治|管|罚|办|处理|处置|问责|约束|卡|套|追究|收拾|批评|讲|敲打|催)?(?:它|他|他们|它们|这事儿?|人家|一下)?(?:呢|[?？])*$/;

/** Of which sort the place asked for is (`哪个聚焦`, `什么制度`). */
export function placeNoun(text: string): string | undefined {
  const [, asked, among] = (asksWhere(text) && text.match(PLACE_NOUN)) || [];
  return asked ?? among ?? text.match(AMONG)?.[1];
}
const PLACE_NOUN = /(?:哪|什么|啥|第几).{0,3}?(制度|要求|措施|重点|聚焦|整顿|整治)|(聚焦)里/;

/** Whether a question asks in which place of the paper something stands. */
export function asksWhere(text: string): boolean {
  if (COUNTED.test(text)) return false;
  return (
    OWN.test(text) ||
    AMONG.test(text) ||
    APPLIES.test(text) ||
    ((BEFORE.test(text) || AFTER.test(text)) && PLACE.test(text))
  );
}

/** A part of a paper by its own noun; `说什么`, `哪项指标` ask for no place. */
const PLACE =
  /(?:第几|哪|那|什么|啥)(?:一)?(?:大|小)?(?:个|条|项|块|部分|款|章|节|段|处|份|板块)?(?:的)?(?:工作)?(?:聚焦|制度|附件|要求|措施|重点|整顿|整治|方案|标题|章节|段落)|(?:第几|哪一?)(?:大|小)?(?:条|块|部分|款|章|节|段|处|板块)|(?:第几|哪一)项|哪[里儿]/;

const OF_PART =
  /(?:是|属于|属|算)(?:哪|什么|啥)(?:一)?(?:项|个)?(?:制度|措施|活动|要求)(?:里|中)(?:的|面|头)*/;
const NAMED =
  /(?:是|属于|属|算|叫|归)(?:哪|什么|啥)(?:一)?(?:项|个|种|类)?(?:活动|专项|措施|整顿|行动|制度|要求)(?:里|中)?(?:的)?$/;

/** `这归四个聚焦里的哪个`, `哪个聚焦收拾他们`: the place with its verb, behind what it is asked of. */
const FOCUS =
  /[,，]?(?:这|那)?(?:种|类|号|个)?(?:事儿?|人|情况|问题|行为)?(?:又|该|要|得)?(?:被)?(?:算|归|属于?|搁|放|落|划|写|管)?(?:在|到|进)?(?:[一二三四五\d]个聚焦(?:里|中|当中)*(?:的)?(?:第几|哪)(?:一)?个?|(?:哪|第几)(?:一)?个?聚焦)(?:里|中|来|去|要|该)*[\u4e00-\u9fff]{0,5}$/;

/** What is left to look up without the words that ask for the place. */
export function withoutWhere(text: string): string {
  return text
    .replace(AMONG, ',')
    .replace(APPLIES, ',')
    .replace(FOCUS, ',')
    .replace(BEFORE, ',')
    .replace(AFTER, ',')
    .replace(NAMED, ',')
    .replace(OF_PART, ',');
}
