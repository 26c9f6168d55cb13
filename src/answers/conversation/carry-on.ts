const NAME_END = '(?:的)?(?:呢|的话)?';
const SWAP =
  /^(?:那|再)?(?:把.{1,10}?)?(?:换成|改成|换作|要是换成?|如果换成?|换)(.{1,14}?)(?:呢|的话)?(?:[,，](?:又|那)?(?:是|有)?(?:几[个家天项条]|多少|谁|哪[个家些]|啥|怎么样))?[?？。!！]?$/;

/** `要是某事的话呢`. */
const IF =
  /^(?:那)?(?:要是|如果|假如|假使)([^,，]{2,10}?)(?:的话)?(?:呢|咧|嘞|哩|又?(?:怎么样|咋样|如何))[?？]?$/;

/** `某事的也一样吗`: asked of the other as well. */
const ALSO =
  /(?<=^(?!.*附件)[^,，]{2,10})(?:的)?(?:时间|时限|要求|指标|数)?(?:呢)?[,，]?(?:是不是|是否)?(?:也|同样|一样)(?:是)?(?:一样|这样|这么多|这么些|这么长|这些天|这几天|这个数|相同)(?:的)?(?:吗|吧|不|么|没)?[?？]?$/;

/** `牵头的那家，…`: the unit that was just told. */
const THE_LEAD = /^(?:那)?牵头的?(?:那|这)(?:家|个单位|个局|个部门)(?=[,，]?.{3})[,，]?/;

/** `跟某某比呢，谁多`: the last subject beside another. */
const AGAINST =
  /^(?:那)?(?:他|她|它)?([跟和与])([^,，谁哪]{2,10})比(?:一比|起来|较|的话)?(?:呢)?[,，]?(谁|哪[个家位])(?:分包|牵头)?的?(多|少)(?:呢|些|点)?[?？]?$/;

/** `第五条也是他们不`: whether the other has the same. */
const ALSO_THEIRS =
  /(?<=^(?!.*(?:主任|组长|书记|部长))[^,，谁哪什啥]{2,12})(?:呢)?[,，]?(?:是不是|是否)?也(?:是|归|由|还是)?(?:他们?|它们?|她|这家|那家|同一家|一家|这位|那位|同一位|同一个人|一个人)(?:单位|局)?(?:牵头|负责|分包|管|来管)?(?:的)?(?:吗|吧|不|么|没|嘛)?[?？]?$/;

/** `再说说20组的`, `顺便看看某事那组`: nothing but another name after a word that goes on. */
const TELL = new RegExp(
  `^(?:那|噢|哦|嗯|好|行)?[,，]?(?:你)?(?:再|顺便|接着|然后|还)(?:帮我|给我)?(?:说|讲|看|来|问|查|念|报|列)(?:说|讲|看|问|查|念|一?下|个|一?遍)?(?:一?下)?([^,，谁哪几什啥多吗怎咋]{2,10}?)${NAME_END}[?？。!！]?$`,
);

/** `某局的也一块说下`. */
const ALSO_TELL =
  /^(?:那)?([^,，谁哪几什啥多吗怎咋]{2,10}?)的?(?:也|顺便|再)(?:给我|帮我)?(?:一块儿?|一起|一并|一道)?(?:说|报|列|念|讲|看|查)(?:说|报|列|念|讲|看|查)?(?:一?下|个)?[?？。!！]*$/;

/** `搞错了，要问的是某事组`: what is meant in the place of what was said. */
const CORRECTED =
  /^(?:(?:哦|噢|啊|呃|嗯|咦)*(?:不对|不是(?:的|这个|它)?|不不|错了|[搞问说弄打写]错了?|哦不|噢不|等等|我?没说清楚?|我?口误)[,，。!！\s]*){1,3}(?:我|俺|其实|本来)*(?:是?[要想]?(?:问|说|指|找|要)的?|应该?|其实)*(?:是|应该是|的是)?(.{2,})$/;
/** `俺问的是水 不是电`. */
const MEANT =
  /^(?:那)?(?:(?:我|俺|咱)(?:其实|本来)?(?:是)?[要想]?|[要想])(?:(?:问|说|指|找|要)的?(?:其实)?是|[问指]的(?=附件|正文|第|[^是,，]{2,8}(?:那|这)[个块边家组条]))([^,，]{1,14}?)(?:那个|那块)?(?:[,，\s]+(?:可|并|而)?不是[^,，]{1,10})?$/;
const ASKS = /谁|哪|什么|啥|几|多少|吗|怎么|咋|多久|呢/;

/** What a correction asks: another name, or a question of its own. */
function corrected(text: string): string {
  const meant = (text.match(MEANT) ?? text.match(CORRECTED))?.[1]?.replace(
    /[,，\s]*(?:不是|别|而?不是)[^,，]*$/,
    '',
  );
  if (meant === undefined || meant === '') return text;
  return ASKS.test(meant) ? meant : `${meant.replace(/[。.!！\s]+$/, '')}呢`;
}

/**
 * A message that puts another name in the place of the last one (`换成某局`, `再说说20组的`, `某事的也一样吗`) as
 * `…呢`; any other as it is.
 */
export function asOtherName(raw: string): string {
  if (raw.length > LONGEST) return raw;
  return corrected(raw.trim())
    .replace(PARTICLE, '呢')
    .replace(THE_LEAD, '它')
    .replace(AGAINST, '他$1$2$3$4')
    .replace(SWAP, '$1呢')
    .replace(IF, '$1呢')
    .replace(TELL, '$1呢')
    .replace(ALSO_TELL, '$1呢')
    .replace(ALSO, '呢')
    .replace(ALSO_THEIRS, '呢');
}

/** Ends a message that puts a name in the place of another, in the speech of the north. */
const PARTICLE = /(?<=^.{2,14})(?:嘞|哩|咧)[?？。!！]*$/;

/** A longer message says more than a name. */
const LONGEST = 60;
