import { type Card, card, type Element, lines, markdown, text } from '../cards/elements.ts';
import { dayAt, timeAt } from '../clock.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Labels } from '../people/labels.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dayName, OURS, weekday } from '../reports/texts.ts';
import type { Foretold } from './dry-run.ts';
import type { Held } from './paused.ts';
import { isRung, namesOfRecipients, type Rules, ruleName } from './rule.ts';

/** Names that a line holds; the rest is counted. */
const MOST_NAMES = 8;

export interface Overview {
  period: PeriodId;
  all: readonly Foretold[];
  rules: Rules;
  today: string;
  calendar: Calendar;
  held: Held;
  labels: Labels;
  /** How many cards follow, of how many kinds. */
  samples: { shown: number; kinds: number };
}

/** What one person gets as an example of its kind. */
export interface Sample {
  foretold: Foretold;
  message: OutboundMessage;
  /** How many get one of this kind then. */
  people: number;
}

/** 预演: what would go out for a period, to whom and when. */
export function overviewCard(overview: Overview): Card {
  const { period, all, samples, rules } = overview;
  const count = all.reduce((sum, each) => sum + each.messages.length, 0);
  const off = [...rules.values()].filter((rule) => !rule.isOn).map(ruleName);
  const left = samples.kinds - samples.shown;
  return card({
    summary: `预演：${periodName(period)}，共${count}条消息`,
    header: {
      title: `预演：${periodName(period)}`,
      subtitle: `共${count}条消息，发给${peopleOf(all).length}人；现在没有发给任何人`,
      template: 'turquoise',
    },
    elements: [
      ...(all.length === 0
        ? [text('没有要自动发送的。')]
        : all.map((each) => foretoldElement(overview, each))),
      ...(off.length > 0 ? [text(`已关闭、不会发的规则：${off.join('、')}。`)] : []),
      text('按现在的人员和填报情况算，到时再算一次：已提交的单位不催。', { size: 'notation', color: 'grey' }),
      ...(samples.kinds === 0
        ? []
        : [
            text(
              `下面${samples.shown}张是样张，只发给您，同一种只发一张，按钮不能点。${left > 0 ? `还有${left}种没有列出。` : ''}`,
              { size: 'notation', color: 'grey' },
            ),
          ]),
      text('群进度卡随填报更新，满两周前换一张新的。每周动态等与报送期无关的，见 /日程。', {
        size: 'notation',
        color: 'grey',
      }),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

function foretoldElement({ today, calendar, held, labels }: Overview, each: Foretold): Element {
  const day = dayAt(each.at);
  const guess = calendar.isCovered(day) ? '' : '（推算）';
  const mark = held(isRung(each.rule) ? 'remind' : each.rule.spec.id) === undefined ? '' : '（已暂停）';
  const groups = [...Map.groupBy(each.messages, audienceOf)];
  const usual = namesOfRecipients(each.rule.to.filter((one) => !isRung(each.rule) || one !== 'office'));
  const to = groups.map(
    ([audience, messages]) => `→ ${audience === '' ? usual : audience}${whoText(messages, labels)}`,
  );
  return markdown(
    [
      `**${dayName(day, today)} 周${weekday(day)} ${lines([timeAt(each.at)])}**${guess} ${lines([ruleName(each.rule)])}${mark}`,
      ...(to.length > 0 ? to : ['→ 没有人可发']),
    ].join('\n'),
  );
}

/** What a message is among those of its rule, by its key. */
function audienceOf({ key }: OutboundMessage): string {
  if (key.includes(':unserved:')) return '办公室（没有联络员的单位）';
  if (key.includes(':office:')) return '办公室（抄送）';
  if (/^(opened|not-opened):/.test(key)) return '办公室（开启情况）';
  return '';
}

function whoText(messages: readonly OutboundMessage[], labels: Labels): string {
  const people = peopleIn(messages);
  if (people.length === 0) return '';
  const names = people.slice(0, MOST_NAMES).map(labels).join('、');
  const more = people.length > MOST_NAMES ? '等' : '';
  return ` ${people.length}人：${names}${more}`;
}

function peopleIn(messages: readonly OutboundMessage[]): string[] {
  return [...new Set(messages.flatMap(({ to }) => ('person' in to ? [to.person] : [])))];
}

/** Everybody who would get something. Pure. */
export function peopleOf(all: readonly Foretold[]): string[] {
  return peopleIn(all.flatMap(({ messages }) => messages));
}

/** One message of each kind, earliest first: cards of one kind have one title, numbers aside, and one opening sentence. */
export function samplesOf(all: readonly Foretold[]): Sample[] {
  const found = new Map<string, Sample>();
  for (const foretold of all)
    for (const [kind, messages] of Map.groupBy(foretold.messages, (one) => kindOf(foretold, one))) {
      const [message] = messages;
      if (message !== undefined && !found.has(kind))
        found.set(kind, { foretold, message, people: peopleIn(messages).length });
    }
  return [...found.values()];
}

function kindOf({ rule }: Foretold, message: OutboundMessage): string {
  const { body } = message;
  const title = body.type === 'card' ? (body.card.header?.title.content ?? '') : body.type;
  const name = isRung(rule) ? rule.spec.name : rule.spec.id;
  // Each unit's form is called after the unit.
  const shape = title.replace(/ · [^·]*$/, rule.spec.id === 'open' ? '' : '$&').replace(/\d+/g, '');
  // What the office is told besides has no opening sentence.
  const wording = audienceOf(message) === '' ? rule.wording : '';
  return `${name} ${shape} ${wording}`;
}

/** A sample as its reader would see it, said to be one; nothing on it can be pressed. */
export function sampleCard({ foretold, message, people }: Sample, { today }: Overview): Card {
  const { at, rule } = foretold;
  const when = `${dayName(dayAt(at), today)} ${timeAt(at)}`;
  const to = people === 0 ? '工作群' : `${people}人`;
  const note = text(`【预演样张】${ruleName(rule)}，${when}发给${to}。`, {
    size: 'notation',
    color: 'orange',
  });
  if (message.body.type !== 'card') throw new Error(`${message.key} is no card`);
  const { card: shown } = message.body;
  return {
    ...shown,
    config: { ...shown.config, summary: { content: `【预演】${shown.config.summary.content}`.slice(0, 80) } },
    body: { ...shown.body, elements: [note, ...shown.body.elements.map(withoutPresses)] },
  };
}

/** The element with every button in it greyed out. */
function withoutPresses<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(withoutPresses) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, withoutPresses(value)]),
  );
  return (inner['tag'] === 'button' ? { ...inner, disabled: true } : inner) as Node;
}
