import { fixedId } from '../ids.ts';
import type { Chat, Person } from '../model.ts';
import { directChat } from '../state/chats.ts';
import type { State } from '../state/state.ts';
import invented from './people.json' with { type: 'json' };

interface Invented {
  key: string;
  name: string;
  role: string;
  unit: string;
  featured: boolean;
  groups: string[];
  inRange: boolean;
}

/** The chats of the story, by the key that `people.json` puts people into. */
const GROUPS = { work: '营商环境工作群', power: '获得电力专项工作小组群' } as const;
export type GroupKey = keyof typeof GROUPS;

const OFFICE = ['office-1', 'office-2'];
const SPARE_FAMILY_NAMES = '柯聂庞翟鲍柴滕晏佘褚';
const SPARE_GIVEN_NAMES = ['明远', '思源', '静姝', '文博', '嘉禾', '逸凡', '之恒', '清扬', '乐山', '念真'];

/** open_id of somebody of the story (`leader-head`, `leader-power`, `office-1`, `liaison:财政局`, `stranger`…). */
export function openIdOf(key: string): string {
  return fixedId('ou_', key);
}

/** chat_id of a group of the story. */
export function groupId(key: GroupKey): string {
  return fixedId('oc_', key);
}

/** The members of the office in the story: the first ones the bot is told of. */
export function officeOpenIds(): string[] {
  return OFFICE.map(openIdOf);
}

/**
 * Fills an empty state with the fictitious world: the bot, its people and chats. Units of the caller that nobody of
 * `people.json` speaks for get an invented liaison. Gives back whether the state was empty.
 */
export function seedWorld(
  state: State,
  of: { now: number; botName: string; units: readonly string[] },
): boolean {
  const isNew = state.people.size === 0;
  if (isNew) state.people.put(bot(of.botName));
  const people = [...(invented.people as Invented[]), ...spareLiaisons(of.units)];
  for (const [index, person] of people.entries())
    if (state.people.get(openIdOf(person.key)) === undefined) state.people.put(made(person, index));
  if (!isNew) return false;
  for (const key of Object.keys(GROUPS) as GroupKey[]) state.putChat(group(key, people, of.now));
  for (const person of people) if (person.featured) directChat(state, openIdOf(person.key), of.now);
  return true;
}

function spareLiaisons(units: readonly string[]): Invented[] {
  const spokenFor = new Set(invented.people.map((person) => person.unit));
  return units
    .filter((unit) => !spokenFor.has(unit))
    .map((unit, index) => ({
      key: `liaison:${unit}`,
      name: spareName(index),
      role: `${unit}联络员（虚构演示）`,
      unit,
      featured: false,
      groups: ['work'],
      inRange: true,
    }));
}

function spareName(index: number): string {
  const family = [...SPARE_FAMILY_NAMES][index % SPARE_FAMILY_NAMES.length] ?? '';
  const round = Math.floor(index / SPARE_FAMILY_NAMES.length);
  return family + (SPARE_GIVEN_NAMES[(index + round) % SPARE_GIVEN_NAMES.length] ?? '');
}

function made(person: Invented, index: number): Person {
  return {
    openId: openIdOf(person.key),
    unionId: fixedId('on_', person.key),
    userId: fixedId('', person.key).slice(0, 8),
    name: person.name,
    role: person.role,
    mobile: `1380000${String(index + 1).padStart(4, '0')}`,
    unit: person.unit,
    isBot: false,
    inRange: person.inRange,
    featured: person.featured,
  };
}

function bot(name: string): Person {
  return {
    openId: openIdOf('bot'),
    unionId: fixedId('on_', 'bot'),
    userId: '',
    name,
    role: '机器人',
    mobile: '',
    unit: '',
    isBot: true,
    inRange: true,
    featured: false,
  };
}

function group(key: GroupKey, people: readonly Invented[], now: number): Chat {
  return {
    chatId: groupId(key),
    type: 'group',
    name: GROUPS[key],
    people: people.filter((person) => person.groups.includes(key)).map((person) => openIdOf(person.key)),
    botIn: true,
    mayMentionAll: false,
    dissolved: false,
    ownerId: openIdOf('office-1'),
    createdAt: now,
  };
}
