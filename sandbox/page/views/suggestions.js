/**
 * What the box offers while one types: people after an `@`, commands after a `/` at the beginning.
 *
 * @typedef {{ kind: 'person' | 'command', query: string, from: number }} Trigger `from`: where the `@` or `/` stands.
 * @typedef {import('../../contract.ts').SandboxPerson} Person
 * @typedef {import('../../contract.ts').SandboxCommand} Command
 */

// Not after a letter or digit: that is an address.
const AT = /(?<![A-Za-z0-9_])@([^\s@]{0,12})$/;
const SLASH = /^\s*[/／]([^\s/／]{0,20})$/;

/**
 * What is being typed before the caret, or undefined.
 *
 * @param {string} text
 * @param {number} caret
 * @param {{isGroup: boolean, botName: string}} of
 * @returns {Trigger | undefined}
 */
export function triggerAt(text, caret, { isGroup, botName }) {
  const before = text.slice(0, caret);
  const start = isGroup && before.startsWith(`@${botName}`) ? botName.length + 1 : 0;
  const slash = SLASH.exec(before.slice(start));
  if (slash) return { kind: 'command', query: slash[1], from: caret - slash[1].length - 1 };
  const at = isGroup ? AT.exec(before) : null;
  return at ? { kind: 'person', query: at[1], from: caret - at[1].length - 1 } : undefined;
}

/** The commands for a query: those that begin with it, then those that speak of it. @param {Command[]} commands @param {string} query */
export function commandsFor(commands, query) {
  const wanted = query.toLowerCase();
  const begins = commands.filter(({ command }) => command.toLowerCase().startsWith(wanted));
  const speaks = commands.filter(
    (each) => !begins.includes(each) && `${each.command} ${each.description}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...speaks];
}

/** The members for a query, the bot first. @param {Person[]} members @param {string} query */
export function peopleFor(members, query) {
  return members
    .filter(({ name, role }) => name.includes(query) || role.includes(query))
    .sort((a, b) => Number(b.isBot) - Number(a.isBot) || rank(a, query) - rank(b, query));
}

function rank(/** @type {Person} */ { name }, /** @type {string} */ query) {
  return name.startsWith(query) ? 0 : 1;
}

/**
 * The text with a mention in the place of what was typed for it.
 *
 * @param {string} text
 * @param {Trigger} trigger
 * @param {string} name
 * @returns {{text: string, caret: number}}
 */
export function withMention(text, { from, query }, name) {
  const put = `@${name} `;
  const rest = text.slice(from + 1 + query.length);
  return { text: text.slice(0, from) + put + rest.replace(/^ /, ''), caret: from + put.length };
}

/** The mention that ends at the caret, so that it can be deleted whole. @param {string} text @param {number} caret @param {{name: string}[]} mentions */
export function mentionBefore(text, caret, mentions) {
  return mentions
    .flatMap(({ name }) => [`@${name} `, `@${name}`])
    .find((written) => text.slice(0, caret).endsWith(written));
}

/**
 * Who is written as `@name`, in the order in which they stand there. Of two with the same name the first one given is
 * meant; a longer name is never taken for a shorter one that it begins with.
 *
 * @param {string} text
 * @param {{openId: string, name: string}[]} people
 * @returns {string[]} open_ids
 */
export function mentionedIn(text, people) {
  const byName = new Map([...people].reverse().map(({ name, openId }) => [name, openId]));
  const found = markedPieces(text, people)
    .filter((piece) => piece.isMention)
    .map((piece) => byName.get(piece.text.slice(1)) ?? '');
  return [...new Set(found)];
}

/** The text in pieces, its mentions apart. @param {string} text @param {{name: string}[]} mentions */
export function markedPieces(text, mentions) {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [{ text, isMention: false }];
  const pattern = new RegExp(
    `(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
  );
  return text.split(pattern).map((piece) => ({ text: piece, isMention: names.includes(piece) }));
}
