import { lately } from '../characters/lately.ts';
import { buildEndReader, type Reading } from '../characters/word-reader.ts';

/** What can be asked of a thing of one sort in a row, and the question for each. */
interface Sort {
  /** The reading of each end of a text. A letter stands for a slot, `c` for how many, `w` and `j` for what goes around. */
  ends: (text: string) => readonly Reading[];
  questions: Readonly<Record<string, string>>;
  /** Slots that are told in one answer where nothing else is asked: they are no row. */
  together?: string;
  /** What may be the thing. */
  isSubject: (name: string) => boolean;
}

/** Every way to choose one of the alternatives in each pair of braces (`{自己|}牵头{的|}组`). */
function spelled(template: string): string[] {
  const [said, choices = ''] = template.match(/\{([^{}]*)\}/) ?? [];
  if (said === undefined) return [template];
  return choices.split('|').flatMap((choice) => spelled(template.replace(said, choice)));
}

const words = (templates: string) => templates.split(' ').flatMap(spelled).join(' ');

const AROUND = {
  ',': words('、 ， , ; ； 还有 以及 和 跟 与 及 再加{上|} 外加 顺便 另外 再就是 + /'),
  '-': words('的 都 呢 嘞 分别 各 各自 又 也 还 了 啊 呀 着 一下 各是 一并 一块 给我 报 说'),
};
const WHICH = '{哪个|哪几个|哪些|哪几|哪|啥|什么}';
const ARE = '{有哪些|有哪几个|是哪个|是哪几个|是啥|叫啥|叫什么|}';

const OF_GROUP: Sort = {
  ends: buildEndReader({
    l: words(
      '{区|}领导 {分包|分管}{的|}{区|}领导 分包人 包保领导 上头{领导|} 上边 {分包|分管}{的|} 包着 包的 谁{包|管|分管} 挂帅{的|} 领导{管|包|抓}',
    ),
    k: words('牵头{的|单位|部门|} 挑头{的|} 领头{的|} 打头{的|} 主责{单位|部门}'),
    r: words('责任{单位|部门} {打|}配合{的|单位|} 打下手的 {参加的|参与|参与的|协办}单位 跟着干的'),
    n: words('第几{个|}组 几号组 第几号 组号 序号'),
    m: words('附件1{里|里头|写在|是|的|里是|}{第几|哪|哪一}条'),
    d: words('职责 任务 责任分工 主要{任务|职责} {干|负责}{什么|啥}'),
    w: words(
      '{是|由|归|有|都有|都是|}谁 谁来 {是|}哪{家|家单位|几家|个|位} {有|都有|}哪些{单位|} {是|}哪个{单位|局} 叫啥 {是|}{什么|啥}',
    ),
    c: words('{有|一共|共|总共|合计|列了|}{几家|几个} {有|一共|}多少家'),
    j: '对应 对应的 对应着 排 是 写在 在',
    ...AROUND,
  }),
  questions: {
    l: '的分包领导是谁',
    k: '的牵头单位是谁',
    r: '的责任单位有哪些',
    rc: '的责任单位有几家',
    n: '是第几组',
    m: '对应附件1第几条',
    d: '的职责是什么',
  },
  isSubject: (name) =>
    !/附件|条|在|参[与加]|牵头|配合|^(?:都|各|分别)|(?:局|委|部|办|中心|公司|同志|领导|单位)(?:那边|既)?$|第\d+$/.test(
      name,
    ),
};

const OF_UNIT: Sort = {
  ends: buildEndReader({
    l: words(
      `{自己|}{牵头|挑头|领头}{的是|}${WHICH}组 {自己|}{牵头|挑头|领头}的{那个|}{组|小组}${ARE} {自己|}牵头几个组`,
    ),
    r: words(
      `{配合|跟着干}${WHICH}组 {给|替}${WHICH}组{打|}配合 {当|做|是|列为|}责任单位的{组|小组}${ARE} {打|}配合的{组|小组}${ARE} 是${WHICH}组的责任单位`,
    ),
    c: words('{一共|总共|共|拢共|合计|}{在|进了|进|参加|参与|参加了}{几|多少}个{组|小组}'),
    b: words(
      '{自己|}牵头{的组|那组|的那组|的那个组}{的|}{谁分包|分包领导|分管领导|区领导|归哪位区领导|归哪位领导|归谁管|上头是谁|哪位领导分包|是谁分包}',
    ),
    m: words('{在|}附件1{里|里头|中|}{自己|}牵头{的|}{是|有|}{哪几|第几|哪些|哪}条'),
    s: words(`{认|牵头|领|担}{的|了|}${WHICH}分项 {认|牵头|领|担}的分项${ARE}`),
    w: words('{是|}{谁|哪位} 是哪家'),
    ...AROUND,
  }),
  questions: {
    l: '牵头哪些组',
    r: '是哪些组的责任单位',
    c: '一共在几个组',
    b: '牵头的组谁分包',
    m: '在附件1牵头哪几条',
    s: '牵头哪个分项',
  },
  together: 'lr',
  isSubject: (name) => !/附件|条|组|书记|同志|领导|单位$/.test(name),
};

const OF_LEADER: Sort = {
  ends: buildEndReader({
    i: words(
      `{分包|包|管|分管|手里}{了|的|的是|}{哪几项|哪几块|哪些项|哪些组|哪几个组|啥|什么} 分包的{事项|组}${ARE}`,
    ),
    c: words('{一共|总共|共|}{分包|包|分管}{了|}{几|多少}{项|个组}'),
    t: words('{是|}{什么|啥}{职务|职位|头衔} 职务{怎么写|是什么|是啥|} 在领导小组{里|里头|}{是|当}{啥|什么}'),
    k: words(
      '{分包的|包的|那些|那几个|各|}组{都|各|分别|}{是|由|}{谁|哪家|哪个单位|哪些单位}牵头 {各|分包的|包的|那些|}组{的|}牵头单位',
    ),
    w: words('{分别|各|}{是|}{谁|哪家|哪些|啥|什么}'),
    ...AROUND,
  }),
  questions: { i: '分包哪几项', c: '分包几项', t: '是什么职务', k: '分包的组分别谁牵头' },
  isSubject: (name) => !/附件|条|组|局$|委$|部$|办$|室$|院$|中心$|公司$|筹备处|单位/.test(name),
};

const OF_MEASURE: Sort = {
  ends: buildEndReader({
    k: words(
      '{由|归|}{谁|哪家|哪个单位|}牵头{的|单位|部门|} {归|}{谁|哪家}{挑头|领头} {挑头|领头|打头}{的|}',
    ),
    r: words('{由|}{谁|哪家|哪些单位|哪几家|}{打|}配合{的|单位|} {谁|哪些单位}{帮忙|跟着干}'),
    g: words('{对应|属于|归|归属|在|放在|是|}{哪个|哪一|第几}{专项|专项工作|}{小|}组{的|管|}'),
    l: words(
      '{分包|分管}{的|}{区|}领导 {由|归|}{哪位|哪个}{区|}领导{分包|分管|包|管} 上头谁{包|管|分包} 谁{分包|分管}',
    ),
    p: words('{依据|落实|落实的落实|按|按照|对应}{的是|的|}{市里|}{哪个|啥|什么}{专项行动|专项提升|}方案'),
    w: words('{是|}{谁|哪家|哪位|哪个单位} {有|都有|是|}哪些{单位|} {有|都有}谁'),
    ...AROUND,
  }),
  questions: {
    k: '由谁牵头',
    r: '由哪些单位配合',
    g: '属于哪个组',
    l: '的分包领导是谁',
    p: '依据的是哪个专项行动方案',
  },
  isSubject: (name) => /\d+条(?:措施)?$/.test(name),
};

const SORTS: readonly Sort[] = [OF_GROUP, OF_UNIT, OF_LEADER, OF_MEASURE];

/** So many messages are remembered: where it is cut and where it is answered, one is read twice. */
const LATELY = 4;
const LONGEST_SUBJECT = 24;
const SLOT_SAID = /[案包管帅领上导牵挑打配责附号组职任分参]/g;
/** What asks by itself is no thing. */
const ASKS = /谁|哪|几|什么|啥|多少|吗|我|咱|俺|、/;
/** One slot of another (`牵头单位的分包领导`), or which of two it is. */
const OF_A_SLOT = /还是|(?:单位|领导|配合)的(?=领导|分包|责任|单位|职责|任务)/;
const ENDS = /(?:[呢嘞的那这，,：: ]|这块|那块|这边|那边|这摊|问下|问)+$/;

/**
 * A group, a unit, a leader or a measure, and what is asked of it in a row, read to the last word (`某组：几号组 牵头的
 * 对应附件1第几条`): a full question for each, or undefined for any other message.
 */
export const slotsRead = lately(reading, LATELY);

function reading(said: string): string[] | undefined {
  const text = said.replace(/[?？。!！]+$/, '').replaceAll(' ', '，');
  if ((text.match(SLOT_SAID)?.length ?? 0) < 2 || OF_A_SLOT.test(text)) return undefined;
  for (const { ends, questions, together, isSubject } of SORTS) {
    const readings = ends(text);
    for (let at = 2; at < Math.min(readings.length, LONGEST_SUBJECT); at++) {
      const read = readings[at];
      if (read?.unread !== '') continue;
      const subject = text.slice(0, at).replace(ENDS, '');
      if (subject.length < 2 || ASKS.test(subject) || !isSubject(subject)) continue;
      const slots = slotsOf(read.letters, questions);
      if (slots?.every((slot) => together?.includes(slot))) return undefined;
      if (slots) return slots.map((slot) => `${subject}${questions[slot]}`);
      break;
    }
  }
  return undefined;
}

/** The slots of a row of letters; undefined where a part of it is none, or there is only one. */
function slotsOf(letters: string, questions: Sort['questions']): string[] | undefined {
  const asked: string[] = [];
  for (const part of letters.split(',').filter((piece) => piece !== '')) {
    const slots = [...part.replace(/[wj]/g, '').replace(/(.)\1+/g, '$1')];
    // How many, of what the part names, where it is no slot of its own.
    const isCount = slots.includes('c') && questions['c'] === undefined;
    const named = isCount ? slots.filter((slot) => slot !== 'c') : slots;
    if (named.length === 0 || (isCount && !named.includes('r'))) return undefined;
    asked.push(...named.map((slot) => (isCount && slot === 'r' ? 'rc' : slot)));
  }
  const each = [...new Set(asked)];
  return each.length > 1 ? each : undefined;
}
