import markdownIt from 'markdown-it';
import { isEmoji } from '../../ui/emoji.js';

/**
 * Markdown as Feishu reads it: CommonMark without HTML, and some tags of its own. Anything else in angle brackets is
 * text; so is whatever comes as an HTML entity.
 */

const ATTRIBUTES = String.raw`((?:\s+[\w-]+\s*=\s*(?:'[^']*'|"[^"]*"|[^\s'">]+))*)`;
const ALONE = new RegExp(`^<(br|hr)${ATTRIBUTES}\\s*/?>`);
const WITH_NOTHING_IN_IT = new RegExp(
  `^<(at|person|local_datetime)${ATTRIBUTES}\\s*(?:/>|>(?:[^<]*</\\1>)?)`,
);
const RAW = /^<raw>([\s\S]*?)<\/raw>/;
const OPENING = new RegExp(`^<(font|text_tag|number_tag|link|a)${ATTRIBUTES}\\s*>`);
const CLOSING = /^<\/(font|text_tag|number_tag|link|a)\s*>/;
const EMOJI = /^:([A-Za-z]+):/;

const parser = markdownIt({ html: false, breaks: true, linkify: false });
parser.inline.ruler.before('autolink', 'feishu_tag', readTag);
parser.inline.ruler.push('feishu_emoji', readEmoji);
// Feishu links only to web pages.
parser.validateLink = (/** @type {string} */ url) => /^https?:\/\//i.test(url) || /^img_[\w-]+$/.test(url);

/** @param {string} text @returns {any[]} markdown-it's tokens */
export function parseBlocks(text) {
  return parser.parse(text, {});
}

/** The inline subset (`lark_md`): no blocks. @param {string} text @returns {any[]} */
export function parseInline(text) {
  return parser.parseInline(text, {})[0]?.children ?? [];
}

function readTag(/** @type {any} */ state, /** @type {boolean} */ silent) {
  if (state.src[state.pos] !== '<') return false;
  const rest = state.src.slice(state.pos, state.posMax);
  for (const read of [readAlone, readRaw, readOpening, readClosing]) {
    const length = read(state, rest, silent);
    if (length === 0) continue;
    state.pos += length;
    return true;
  }
  return false;
}

function readAlone(/** @type {any} */ state, /** @type {string} */ rest, /** @type {boolean} */ silent) {
  const found = ALONE.exec(rest) ?? WITH_NOTHING_IN_IT.exec(rest);
  if (found === null) return 0;
  if (!silent) state.push('feishu', found[1], 0).meta = attributesOf(found[2]);
  return found[0].length;
}

function readRaw(/** @type {any} */ state, /** @type {string} */ rest, /** @type {boolean} */ silent) {
  const found = RAW.exec(rest);
  if (found === null) return 0;
  if (!silent) state.push('text', '', 0).content = found[1];
  return found[0].length;
}

// A tag is one only where it is closed again; else it is text.
function readOpening(/** @type {any} */ state, /** @type {string} */ rest, /** @type {boolean} */ silent) {
  const found = OPENING.exec(rest);
  if (found === null || !isClosed(rest.slice(found[0].length), found[1])) return 0;
  if (!silent) {
    state.push('feishu_open', found[1], 1).meta = attributesOf(found[2]);
    state.feishuOpen ??= [];
    state.feishuOpen.push({ tag: found[1], level: state.level });
  }
  return found[0].length;
}

function readClosing(/** @type {any} */ state, /** @type {string} */ rest, /** @type {boolean} */ silent) {
  const found = CLOSING.exec(rest);
  if (found === null) return 0;
  const open = state.feishuOpen?.at(-1);
  // It closes what was opened at the same depth, or nothing.
  if (!silent && (open?.tag !== found[1] || open.level !== state.level)) return 0;
  if (!silent) {
    state.feishuOpen.pop();
    state.push('feishu_close', found[1], -1);
  }
  return found[0].length;
}

function isClosed(/** @type {string} */ rest, /** @type {string} */ tag) {
  let depth = 1;
  for (const [, slash] of rest.matchAll(new RegExp(`<(/?)${tag}(?=[\\s>])`, 'g'))) {
    depth += slash === '' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}

function readEmoji(/** @type {any} */ state, /** @type {boolean} */ silent) {
  const found = EMOJI.exec(state.src.slice(state.pos, state.posMax));
  if (found === null || !isEmoji(found[1])) return false;
  if (!silent) state.push('feishu_emoji', '', 0).meta = found[1];
  state.pos += found[0].length;
  return true;
}

/** @returns {Record<string, string>} */
function attributesOf(/** @type {string} */ text) {
  const pairs = text.matchAll(/([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'">]+))/g);
  return Object.fromEntries(
    [...pairs].map(([, name, a, b, c]) => [name, parser.utils.unescapeAll(a ?? b ?? c ?? '')]),
  );
}
