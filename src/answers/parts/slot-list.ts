const RESPONSIBLE = '责任单位有哪些';
const COUNTS = /几家|多少/;

/** Slots that are asked of one subject in a row, by what people call them, and the question for each. */
const SLOTS: readonly (readonly [RegExp, string])[] = [
  [/分包|分管|包联|包抓|领导|(?:谁|哪[位个])(?:来)?[管包]/, '分包领导是谁'],
  [/牵头|主责|挑头|谁家?牵/, '牵头单位是谁'],
  [/配合|责任单位|责任部门|参与|参加|谁家?帮/, RESPONSIBLE],
  [/职责|任务|分工|干/, '职责是什么'],
];
const ASKED = '(?:谁家?|哪(?:几|些|一)?(?:个|位|家|些)?(?:区?领导|单位|部门|人)?|啥|什么|几家)';
const NAMED =
  '(?:总?牵头|主责|挑头|分包|分管|包联|包抓|配合|责任(?=单位|部门)|参与|参加)(?:的|着的)?(?:区?领导|单位|部门|人)?|区?领导|职责|任务|分工|(?<=谁家?|哪[位个])(?:来)?[管包牵帮](?![头合])';
/** One slot as it is asked in a row, as the source of a pattern. */
export const SLOT = `(?:都|各|又|还|再|分别|各自|以及|然后)*(?:是|归|由|有)?${ASKED}?(?:来|在|给)?(?:${NAMED})(?:都|各|又|分别|各自|一起|一共|总共|合计|拢共|加起来|共)*(?:是|叫|有|归|干)?${ASKED}?`;

/** The question for one slot. */
export const slotAsked = (slot: string) => SLOTS.find(([named]) => named.test(slot))?.[1];

const BETWEEN = '(?:[、,， ]|还有|以及|[和跟与及])+';
/** The matter, then at least two slots to the end. */
const ROW = new RegExp(
  `^(?:帮.{0,2})?([^,，:：?？]{2,24}?)(?:[,，:：]|的)?((?:${SLOT})(?:${BETWEEN}(?:${SLOT}))+)[,，]?(?:都|各|又|分别|各自|一并|一起)*(?:是|有|叫)?${ASKED}?[呢?？]*$`,
);
const SEPARATORS = new RegExp(BETWEEN);
const ENDS_IN_TALK =
  /(?:一共|总共|共|都|各|又|还|分别|各自|是|由|归|的|,|，|(?<=组)(?:那|这)?(?:俩|两[个家]|三[个家]|几[个家])|一次性?(?:给|说|报|问|答)(?:齐|全|清楚?|完|我)*|[:：])+$/;
/** Behind the slots: whether somebody is there. */
const WHETHER =
  /[、,，](?:里[头面]|名单里?|其中)?(?:(?:有没有|有无|带没带|带不带|含不含|包不包括)([^,，、谁哪几]{2,10})(?:在里[头面])?|([^,，、谁哪几]{2,10}?)(?:(?:在不在|在没在|算不算|进没进|参不参加)(?:在?里[头面]|其中|名单里?|参加)*|在(?:里[头面]|其中|名单里?)(?:了)?(?:没有?|吗|不)))[呢?？]*$/;
const QUICK =
  /(?:牵头|分包|分管|包联|配合|责任|领导|职责|任务|参[与加]|谁[管包牵帮]).*(?:牵头|分包|分管|包联|配合|责任|领导|职责|任务|参[与加]|谁[管包牵帮])/;

/**
 * `某组的牵头单位、分包领导分别是谁`, `…，有没有某局`: a full question for each slot of the one subject; undefined where a
 * message is not made like that.
 */
export function slotsInRow(said: string): string[] | undefined {
  const text = said.replace(TO_US, '');
  if (text.length > LONGEST || !QUICK.test(text)) return undefined;
  const open = withOpenEnd(text);
  if (open) return open;
  const [end, one, other] = text.match(WHETHER) ?? [];
  const name = one ?? other;
  if (end === undefined || name === undefined) return withFigureLast(text) ?? slotsOf(text)?.asked;
  const slots = slotsOf(text.slice(0, -end.length));
  return slots && [...slots.asked, `${name}在${slots.subject}里吗`];
}

const ONE_SLOT = new RegExp(`^(?:${SLOT})(?:局|单位|部门)?$`);
const OPEN_ASKS = /几|多少|多久|多长|啥|什么|怎|咋|吗$/;
const SUBJECT_FIRST = /^([^,，:：?？]{2,16})[:：]([^:：?？]{4,40})[?？]*$/;

/** `某事：分包领导、牵头单位、一天能办几回`: the last of the row is a question of its own. */
function withOpenEnd(text: string): string[] | undefined {
  const [, subject = '', row = ''] = text.match(SUBJECT_FIRST) ?? [];
  const pieces = row.split(/[、,，]/);
  const last = pieces.pop() ?? '';
  if (pieces.length < 2 || NO_SUBJECT.test(subject) || ONE_SLOT.test(last) || !OPEN_ASKS.test(last))
    return undefined;
  const asked = pieces.flatMap((piece) => (ONE_SLOT.test(piece) ? (slotAsked(piece) ?? []) : []));
  return asked.length === pieces.length
    ? [...asked.map((question) => `${subject}的${question}`), `${subject}${last}`]
    : undefined;
}

/** Behind the slots: a figure of the same subject (`某组的分包领导、牵头单位、办结时限`). */
const FIGURE_LAST =
  /[、,，](?:和|以及|还有)?([^,，、谁哪几多分包牵头]{1,8}(时限|期限|天数|时间|环节|比例|率))(?:是|要)?(?:几天|几个|多少)?[呢?？]*$/;

function withFigureLast(text: string): string[] | undefined {
  const [end, name, sort = ''] = text.match(FIGURE_LAST) ?? [];
  const slots = end === undefined ? undefined : slotsOf(text.slice(0, -end.length));
  const asked = /环节/.test(sort) ? '几个' : /比例|率/.test(sort) ? '是多少' : '是几天';
  return slots && [...slots.asked, `${slots.subject}${name}${asked}`];
}

/** `你一起给我说：某组…` */
const TO_US =
  /^(?:请|麻烦|你|您|一起|一并|都|帮|替|给|我|俺|咱|们|来)*(?:说|讲|报|列|答|念)(?:一?下|说|讲|清楚?)?[:：,，]/;

function slotsOf(text: string): { subject: string; asked: string[] } | undefined {
  const [, said = '', row = ''] = text.match(ROW) ?? [];
  const subject = said.replace(ENDS_IN_TALK, '');
  const asked = row.split(SEPARATORS).flatMap((slot) => {
    const question = slotAsked(slot) ?? [];
    return COUNTS.test(slot) && question === RESPONSIBLE ? '责任单位有几家' : question;
  });
  if (subject.length < 2 || NO_SUBJECT.test(subject) || new Set(asked).size < 2) return undefined;
  return { subject, asked: [...new Set(asked)].map((question) => `${subject}的${question}`) };
}

const LONGEST = 60;
/** What asks by itself, or whose slots are its own doing (`谁分包`, `我们单位牵头…`). */
const NO_SUBJECT = /谁|哪|几|什么|啥|多少|吗|^(?:都|各|分别)|局$|委$|部$|中心$|同志$|第\d+$/;
