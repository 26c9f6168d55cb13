/** Words around a question that carry nothing of it. */
const POLITE = new RegExp(
  [
    '请问一下|请问下|请问|请教一下|请教|麻烦您?你?(?:帮我|帮忙|给我)?|劳驾|打扰(?:一下|了)?|不好意思|拜托',
    '(?:能不能|可不可以|可以|能)?(?:帮我|帮忙|给我|替我|帮)(?:查询|查查|查找|查|看看|看|问问|问|找找|找|说说|说|讲讲|讲|列一?下|列|捋|理)(?:一?下子?)?',
    '我?想(?:要)?(?:问问|问|知道|了解|咨询|打听|确认)(?:一?下)?|问(?:一?下|个事儿?|个问题)|咨询(?:一?下)|打听(?:一?下|个事)|确认(?:一?下)',
    '(?:您|你)(?:能|可以)?(?:告诉我|说说|讲讲)|告诉我|跟我(?:说|讲)(?:一?下)?|给(?:说|讲)(?:一?下)?|说一?下|讲一?下|查一?下|查查|看一?下|列一?下',
    '(?:小助手|机器人|助手|小营|同志们?好|领导好|老师好?|哈喽|在不在)[,，!！]?|^(?:您好|你好|喂|哎|诶|嗨|hi|hello)[,，!！。~]*',
    '我(?:有点)?(?:不太|不)?(?:记不?清了?|忘了|糊涂了?)|有人问(?:我|起)?|领导(?:突然|刚)?(?:在)?问(?:我|起)?|(?:按照?|根据|依据|照)(?:这个|这份|本|该)?(?:通知|文件)(?:的)?(?:规定|要求|精神|内容)?(?:来看|看)?|(?:在)?(?:这个|这份|本|该|咱们?这个?)(?:通知|文件)(?:里面?|中|上)(?:头)?|(?:通知|文件)(?:里面?|中|上)(?:头)?(?=[^有没]|$)',
    '^.*?我(?:是说|说的是|问的是|是问|指的是)',
    '到底|究竟|其实|那个啥|话说|顺便(?:问)?|对了|一下子?',
    '(?:我们|咱们|咱|我|本|全)区(?:里)?(?:的)?(?!领导)|区里(?:的)?(?!领导)|咱们?(?:这边|这里|这儿|这)?',
  ].join('|'),
  'g',
);

const TAIL =
  /(?:[呀啊哈哦噢呗咧嘞哇啦喽哟]|谢谢(?:您|你|了|啦)?|多谢|谢了|辛苦(?:了|您|你)?|急(?:用|等)?|在线等)+$/;
const EDGE = /^[,，。.、!！~…:：;；\s]+|[,，。.、!！~…?？\s]+$/g;

/** A folded question without greetings, wrappers and closing particles. Empty when nothing else was there. */
export function stripPolite(text: string): string {
  let out = text
    .replace(/@[^\s,，:：]{1,20}\s*/g, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  out = out.replace(POLITE, '').replace(EDGE, '');
  for (let was = ''; was !== out; ) {
    was = out;
    out = out.replace(TAIL, '').replace(EDGE, '');
  }
  return out;
}

const WORDS = [
  '是不是|有没有|能不能|可不可以|要不要|会不会|用不用|需不需要|该不该|对不对|行不行|是否|能否|可否|没记错|对吗|对吧|是吧|没错吧|好吗',
  '为什么|为啥|什么时候|啥时候|什么样|什么|怎么样|怎样|怎么办|怎么|咋样|咋办|咋|如何|何时|啥|哪一?[个家项条位些种天年]|哪几[个家项条位种]|哪些|哪里|哪儿|几[个家项条位名人种天次年]|多少[个家项条位名天次]?|多久|多长时间|多长|多大|多高',
  '要求|规定|写了|写着|写的|说了|说的|讲了|讲的|提到|提出|明确|具体|主要|相关|有关|关于|方面|情况|内容|事情|事项|问题|东西|这块|那块|这个|那个|这些|那些|这种|那种',
  '分别|各自|全部|所有|一共|总共|合计|以及|或者|而且|并且|还是|应该|应当|需要|必须|可以|能够|属于|包括|包含|涉及|大概|大约|左右|最多|最少|至少|不超过|打算|准备|计划|如果|要是|假如|比如|希望|想要|现在|目前|一下|里面|里头|当中|之后|以后|之前|以前|时候|通知|文件|自己|自身|亲自',
  '[,，。.、!！?？~…:：;；()\\s/+-]+',
].join('|');
const EMPTY = new RegExp(WORDS, 'g');

/** Single characters that mean nothing by themselves; inside a word (`获得`, `在线`) they stay. */
export const PARTICLES = new Set(
  '的地得了着过是在有由归让被把给对跟和与同及或向往从到为吗呢吧嘛么之其它他她们我你您咱个来去上下里中内以于应需可能会要想算叫做当属指请都又也就才再只共这那块该谁哪几没不',
);

/** Stretches of content left of a text after its question words are taken out. */
export function contentOf(text: string): string[] {
  return text.split(EMPTY).filter((part) => part !== '');
}

/** The same without particles: what is left really says something. */
export function residueOf(text: string): string[] {
  return contentOf(text)
    .map((part) => [...part].filter((char) => !PARTICLES.has(char)).join(''))
    .filter((part) => part !== '');
}
