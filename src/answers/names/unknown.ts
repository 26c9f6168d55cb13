import { isHan } from '../characters/fold.ts';
import type { Question } from '../question/parse.ts';
import { ROLE_WORDS } from './posts.ts';

/** The commonest surnames, one character each. */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文申';

/** Chinese words that begin like a surname and two characters but are no name. */
const PERSON_CONTEXT =
  '(?:同志)?(?:分包|分管|包的|管(?:的|哪|什么)|负责(?:哪|什么|啥)|是(?:谁|哪|什么|啥|干)|担任|任(?:什么|啥|何)|在(?:哪|不在|名单)|的?职务|(?:什么|啥)职务|有没有|是不是|牵头)|是(?:不是)?(?:副?组长|副?主任|副?书记|成员|委员|局长|部长|领导)';
const UNKNOWN_PERSON = new RegExp(
  `^(?:那|还有|那么)?([${SURNAMES}](?!副|号|件|章|书|家|名|字|位|种|项|条|面|法|工|理|作|务)[\\u4e00-\\u9fff]{1,2}?)(?:书记|主任|局长|部长|区长|委员|同志)?(?:${PERSON_CONTEXT})`,
);
const TITLED = new RegExp(
  `((?<!主)[${SURNAMES}](?:书记|主任|局长|部长|区长|市长|县长|组长|副主任|副书记|院长|检察长|调研员|处长|科长))(?!单位)`,
);

/** Offices above those of the notice. */
const HIGHER = /(?:副?(?:(?<!城)市长(?![期久远])|省长|县长)|(?:市委|省委|县委)(?:副?书记|常委))/;

const ORG = /([\u4e00-\u9fff]{2,10}?(?:总局|分局|支行|银行|[局厅署]|委员会|街道办|管委会|联合会|大队|支队))/g;
const LEAD_IN =
  /^.*(?:[的和跟与及由归找是在向给被让把或、,，对从到请问同]|牵头|负责|参加|参与|哪个|哪些|什么|哪家|没有|有|那么?|还|就|都|要|让)(?=[\u4e00-\u9fff]{2})/;
const GENERIC =
  /^(?:好[几些多]|[逃欠骗躲赖]|许多|不少|若干|[不没换]|家|个|位|些|哪|那|这|各|该|本|每|什么|多少|几|其他|别的|所有|全部|有关|相关|职能|主管|当|格|布|结|时|大|顾|全|开|了|出|僵|政|打破|一|两|某)/;

const NAME_LIKE = new RegExp(
  `^([${SURNAMES}](?!副)[\\u4e00-\\u9fff]{2})(?=在|是|的|和|跟|与|任|分|管|有|还|负责|当|兼|干|什么|啥)`,
);

/** A body or a person that the question names and the notice does not. */
export function unknownName(question: Question, isUnheard: (word: string) => boolean): string | undefined {
  const { masked } = question;
  const nameLike = masked.match(NAME_LIKE)?.[1];
  if (nameLike && isUnheard(nameLike)) return nameLike;
  const office = masked.match(HIGHER)?.[0];
  if (office) return office;
  const person = masked.match(UNKNOWN_PERSON)?.[1];
  if (person && !/[A-Z]/.test(person)) return person;
  const titled = masked.match(TITLED)?.[1];
  if (titled && !/[A-Z]/.test(titled)) return titled;
  for (const match of masked.matchAll(ORG)) {
    const name = (match[1] ?? '').replace(LEAD_IN, '');
    if (
      name.length < 3 ||
      /[哪几带叫姓拿]|[往去得]|成员单位|分管|什么|多少|那个|这个|名单|[组的]|配合|牵头|参加|分包/.test(
        name,
      ) ||
      GENERIC.test(name) ||
      ![...name].every(isHan)
    )
      continue;
    if (/^(?:恁|你|他|本)|[想要开办找我俺咱问]|刚/.test(name)) continue;
    if (ROLE_WORDS.test(name) || /(?:布局|大厅|格局|结局|客厅|餐厅|部署|签署)$/.test(name)) continue;
    return name;
  }
  return undefined;
}
