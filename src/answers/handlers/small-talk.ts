import type { Handler } from '../handler.ts';
import { reply } from '../reply.ts';

const HELP = '可以问我：谁分包、谁牵头、责任单位、目标时限、措施条文。例如“第7组谁牵头”。';

/** Talk that asks nothing of the notice; patterns run over the folded question without spaces and end marks. */
const TALK: readonly [RegExp, string][] = [
  [
    /^(?:你好|您好|你们好|大家好|各位好|哈喽|嗨|喂|hi|hello|nihao|zaima|hey|在吗|在么|在?忙吗|忙不忙|在不在|有人[吗没]|在|早|早上好|早安|上午好|中午好|下午好|晚上好|新年好|节日快乐|周末愉快|值班吗)+(?:呀|啊|哈|哇|各位|同志|老师|小助手|机器人|助手|早|好)*$/,
    `您好！${HELP}`,
  ],
  [
    /^(?:好+的?|好嘞|行|行吧|行的|可以|可以的|嗯+|哦+|噢|喔|收到|知道了?|明白了?|懂了|了解了?|清楚了?|ok|okay|okk|没事了?|没有了|没问题了?|没别的了|不用了|算了|不问了?|问完了|先这样|就这样|好吧|对的?|是的?|没错|原来如此|原来这样|这样啊|学到了|妥了?|中|得嘞|成|好滴|好哒|麻烦你?了?|麻烦您了?|打扰了?|先不问了|回头再说|等会儿再问|稍等|等一下|等等)+$/,
    '好的。需要时随时问我。',
  ],
  [
    /^(?:谢+|谢谢(?:你|您|啦|了|大家|帮忙|帮助)?|多谢|感谢|非常感谢|太感谢了?|歇着吧?|休息吧?|辛苦(?:了|啦|你了|您了)?|thanks?|thankyou|thx|3q|比心|点赞|给你?点赞|不错|真不错|很好|太好了?|真棒|好棒|厉害|真厉害|牛|赞|太强了?|好用|真好用|很有用|有帮助|回答得?(?:很好|不错|挺好)|说得(?:好|对)|挺快|真快|可以啊|靠谱|真聪明|聪明|帮大忙了?)+(?:你|您|了|啦|呀|啊|哈|哦)*$/,
    '不客气。',
  ],
  [
    /^(?:再见|拜拜|bye|byebye|回见|下次再聊|明天见|晚安|先走了|下班了?|我先忙|先忙了?|88|886)+(?:了|啦|哈|吧)*$/,
    '再见，需要时随时问我。',
  ],
  [
    /^(?:你好|您好|嗨)?(?:呀|啊)?(?:你|您)?在?(?:忙|干)(?:啥|什么|嘛)(?:呢)?$|(?:吃了|吃饭了|睡了)(?:吗|没|没有)$|(?:你|您)(?:是谁|叫什么|是什么|是干什么|是做什么|是干啥|能(?:干|做)(?:什么|啥|些什么)|会(?:干|做)?(?:什么|啥|些什么)|会不会|是机器人|是人工|是真人|是ai|有什么功能|怎么用|能帮我?(?:干|做)?(?:什么|啥)|可以(?:干|做)什么|都能问什么|能回答(?:什么|哪些)|支持(?:什么|哪些))|^(?:帮助|help|功能|使用说明|怎么(?:用|使用|问)|能问(?:什么|啥|哪些)|可以问(?:什么|啥|哪些)|介绍一?下?(?:你自己|自己)|自我介绍|讲个笑话|说个笑话|唱首歌|陪我聊聊|聊聊天|无聊|你?真?笨|你?(?:是)?(?:个|不是)?(?:笨|傻)(?:机器人|蛋|瓜)?|.{0,4}牛头不对马嘴.{0,2}|答非所问|胡说八道|瞎说|乱说|不靠谱|真垃圾|没用|傻|你错了?|不对吧?|测试|test|试试|试一下|测试一下|1+|哈+|呵+|嘿+|嘻+|[?？!！。.~…]+)$/,
    `我只答这份通知里的事。${HELP}`,
  ],
];

const RECEIPT =
  /^(?:嗯+|行|好|哦|噢|知道|收到|明白|了解|ok|可以|成|妥).{0,14}(?:回头|记下|先这样|再问|再说|再来|知道|明白|清楚|了解)/;

/** `好嘞谢谢哈`: one thing said after another; the last is answered. */
function twoBreaths(bare: string) {
  for (let cut = 1; cut < bare.length; cut++) {
    const first = bare.slice(0, cut);
    if (!TALK.some(([pattern]) => pattern.test(first))) continue;
    const last = TALK.find(([pattern]) => pattern.test(bare.slice(cut)));
    if (last) return last;
  }
  return THANKS.test(bare) && !ASKS.test(bare) ? TALK[2] : undefined;
}

/** Praise and leave-taking in words of one's own (`太好了，省我翻半天`). */
const THANKS =
  /^(?:哎呀?|哇|嗯|好|哈+)?(?:可以的|挺好|好用|不错|太好了|太棒了|辛苦|多谢|谢谢|真好|厉害|给力|救大?命|省(?:我|得|了)|帮(?:大|了)?忙)/;
const ASKS = /谁|哪|什么|啥|几|多少|吗|怎么|如何|多久|[?？]/;

/** Greetings, thanks, receipts, questions about the bot itself. */
export const answerSmallTalk: Handler = ({ folded }) => {
  const bare = folded
    .replace(/[\s,，。.、!！?？~…:：;；^()-]/g, '')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Component}(?<!\d)/gu, '');
  if (bare === '') return reply(HELP, [], { kind: 'chat' });
  if (bare.length > 24) return undefined;
  if (RECEIPT.test(bare) && !/谁|哪|什么|啥|几|多少|吗|怎么|如何/.test(bare))
    return reply('好的。需要时随时问我。', [], { kind: 'chat' });
  const said = TALK.find(([pattern]) => pattern.test(bare)) ?? twoBreaths(bare);
  return said && reply(said[1], [], { kind: 'chat' });
};
