import { SLOT, slotAsked, slotsInRow } from './slot-list.ts';

/** Both a slot and a figure are said. */
const QUICK =
  /(?:分包|分管|包联|领导|牵头|主责|配合|责任单位|谁家?[管包牵帮]).*(?:几|多少|时限|期限|天数|时间|率|覆盖面|环节|占比|比例|面积|浓度)/;
const SEPARATORS = /[+、,，;；]|以及|外加|还有|再加上?/;
/** What is asked, set apart from its subject or right behind it; the table that it is for says nothing. */
const FOR_TABLE =
  '(?:的|(?:这|那)?(?:一)?[张个]?(?:表|栏|行|块|摊|条)(?:里|上)?)?(?:就|要|填|共|有|缺)*(?:[两俩二三仨四五几\\d](?:个)?(?:格|样|项|栏|空|个数|问))?(?:要|得)?填?';
const SUBJECT = new RegExp(
  `^(?:[,，]|报|问|填|查)*([^,，:：?？+]{2,16}?)${FOR_TABLE}(?:[:：]|的)?((?:${SLOT})+)(.*)$`,
);
const SLOT_RUN = new RegExp(`^((?:${SLOT})+)(.*)$`);
const ONE_SLOT = new RegExp(SLOT, 'g');
/** A figure by what it is called, or by its name and how much it is; `某人分包几个` counts what the slot has. */
const FIGURE =
  /^[^:：谁哪]{0,10}?(?:(?<=[^:：谁哪几多]{2})(?:几(?:个)?(?:天|日|工作日|小时|个?环节|个)(?:办[成完结])?|多少(?:天)?)|(?:时限|期限|天数|时间|率|覆盖面|环节(?:数)?|占比|比例|面积|浓度))$/;
const ASKS = /几|多少/;
const LONGEST = 48;
const ASKS_ITSELF = /谁|哪|几|什么|啥|多少|吗|^(?:都|各|分别|我们?|咱们?)|第\d+$/;

/**
 * Slots and figures of one subject in a row, with whatever stands between them (`某事 谁分包+甲几天+乙几天`,
 * `某事这张表三格：分包、牵头、时限`, `某组：领导 牵头 某覆盖面`): a full question for each; undefined for any other message.
 */
function slotsAndFigures(said: string): string[] | undefined {
  if (said.length > LONGEST || !QUICK.test(said)) return undefined;
  const [first = '', ...others] = said.replace(/[?？。呢]+$/, '').split(SEPARATORS);
  const [, subject = '', slots = '', behind = ''] = first.match(SUBJECT) ?? [];
  if (subject === '' || ASKS_ITSELF.test(subject)) return undefined;
  const asked = slotsIn(slots);
  const rest = behind.replace(/^[和跟与及]/, '');
  // `某局牵头的某率多少`: the figure of what it leads.
  const isOfSlot =
    behind !== '' &&
    rest === behind &&
    new Set(asked).size < 2 &&
    !/[:：]/.test(first) &&
    !/谁|哪/.test(slots);
  if (isOfSlot || rest.startsWith('的')) return undefined;
  const figures: string[] = [];
  for (const piece of [rest, ...others]) {
    const [, run = '', left = piece] = piece.match(SLOT_RUN) ?? [];
    asked.push(...slotsIn(run));
    if (left === '') continue;
    if (!FIGURE.test(left)) return undefined;
    figures.push(left);
  }
  if (asked.length === 0 || figures.length === 0) return undefined;
  // Each part that asks by itself behind a comma is one of its own anyway.
  if (/[,，]/.test(said) && !/[+、:：]/.test(said) && figures.every((figure) => ASKS.test(figure)))
    return undefined;
  return [
    ...[...new Set(asked)].map((question) => `${subject}的${question}`),
    ...figures.map((figure) => `${subject}${figure}${ASKS.test(figure) ? '' : askedFor(figure)}`),
  ];
}

const slotsIn = (run: string) => (run.match(ONE_SLOT) ?? []).flatMap((slot) => slotAsked(slot) ?? []);

const askedFor = (figure: string) =>
  /时限|期限|天数|时间/.test(figure) ? '是几天' : /环节/.test(figure) ? '有几个' : '是多少';

/** Slots of one subject in a row, or slots and figures: a full question for each; undefined for any other message. */
export const askedInRow = (text: string) => slotsInRow(text) ?? slotsAndFigures(text);
