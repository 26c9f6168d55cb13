/** Between 、 only words that ask cut a message; nouns may stand in a list. */
export const WH = /谁|哪|什么|啥|几|多少|怎么|怎样|咋|如何|何时|多久|多长|吗|是不是|有没有|在不在|算不算/;
const ASKED_WHOLE =
  /((?<![那这好前后])(?:几|多少)(?:个?工作日|个环节|天|日|家|项|条|个(?!工作|环节))|多长时间|多久[^多几谁哪]{0,4}一次(?:[^多几谁哪跟和结]{1,2}(?=多久))?|(?:谁|哪[个家位](?:单位|部门|领导|局)?)(?:来)?(?:牵头|分包|管|负责|配合)|(?:是|归|由)(?:谁|哪[个家位](?:组|单位|领导)?)|是(?:多少|啥|什么)(?=谁|哪|几|多|怎)|哪天[\u4e00-\u9fff]{1,2}的(?=谁|哪|几|多)|(?:参加|牵头|配合|分包)(?:哪[些几]个?|几个|什么|啥)组)(?![的里才就内以能拿到要得各都和跟与办、呢呀啊吗吧])(?=[\u4e00-\u9fff\d]{2,}$)/g;

/** A dictated message without marks, with a comma behind each thing asked where another is asked after it. */
export function withPauses(text: string): string {
  if (SEPARATED.test(text) || (text.match(WH_EACH)?.length ?? 0) < 2) return text;
  return text
    .replace(ADDED_BEHIND, (said, at: number) => (ASKED_BEFORE.test(text.slice(0, at)) ? `，${said}` : said))
    .replace(ASKED_EACH, '$1，')
    .replace(ASKED_WHOLE, (asked, _, at: number) =>
      WH.test(text.slice(at + asked.length)) ? `${asked}，` : asked,
    );
}

/** `几家责任单位还有牵头的叫啥`; more may stand behind it where what stands before ends in what it asks (`…叫啥名还有…`). */
const ADDED_BEHIND =
  /(?<=[\u4e00-\u9fff]{2})(?:还有|以及|顺便|顺带|另外)(?=[\u4e00-\u9fff]{2,10}(?:谁|哪|啥|什么|几|多少|多久|怎么|咋))|(?<=[\u4e00-\u9fff]{4}(?:谁|哪[个家位些里儿]|啥|什么|几[个家天条项]|多[少久大高长])[\u4e00-\u9fff\d]{0,3})(?:还有|以及|另外|再就是|再有就是)(?:就是)?(?=[\u4e00-\u9fff\d]{4,24}(?:谁|哪|啥|什么|几|怎么|咋|多[少久大高长]))/g;

const WHO_DOES =
  '(?:由|归)?(?:谁|哪(?:一)?[个位家](?:区?领导|单位|部门|组)?)(?:来|在)?(?:管|分包|分管|牵头|负责|抓|配合|挑头)';
/** `谁管电谁管水`. */
const ASKED_EACH = new RegExp(`(${WHO_DOES}[\\u4e00-\\u9fff]{1,6}?)(?=${WHO_DOES})`, 'g');
const ASKED_BEFORE = new RegExp(`${WH.source}|多[大高]`);
const SEPARATED = /[,，?？；;。!！\n、]/;
const WH_EACH = new RegExp(`${WH.source}|多[大高]`, 'g');
