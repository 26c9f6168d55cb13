import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { changeDraft, draftIn } from '../state/drafts.js';
import { send } from '../state/sending.js';
import { getState, personOf, useStore } from '../state/store.js';
import { commandsFor, mentionBefore, mentionedIn, peopleFor, triggerAt, withMention } from './suggestions.js';

/** The key code that some browsers give the Enter that ends a composition. */
const COMPOSING = 229;

/** What the box to write in knows and does. @param {import('../../contract.ts').SandboxChat} chat */
export function useComposer(chat) {
  const { chatId } = chat;
  const draft = useStore((state) => draftIn(state, chatId));
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const [caret, setCaret] = useState(draft.text.length);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState('');
  const wantedCaret = useRef(-1);
  useLayoutEffect(() => {
    if (wantedCaret.current < 0) return;
    box.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = -1;
  });
  const offer = dismissed === draft.text ? undefined : offerFor(chat, draft.text, caret);

  function write(/** @type {string} */ text, /** @type {number} */ at, more = {}) {
    changeDraft(chatId, { text, ...more });
    setCaret(at);
    setChosen(0);
  }

  function put(/** @type {{text: string, caret: number}} */ next, more = {}) {
    wantedCaret.current = next.caret;
    write(next.text, next.caret, more);
    box.current?.focus();
  }

  function choose(/** @type {any} */ item) {
    if (offer === undefined) return;
    if (offer.trigger.kind === 'person') {
      put(withMention(draft.text, offer.trigger, item.name), { mentions: withPerson(draft.mentions, item) });
    } else put(...withCommand(chat, draft, item.command));
  }

  function submit() {
    const text = draft.text.trim();
    if (text === '') return;
    const mentions = mentionsIn(text, { chat, chosen: draft.mentions });
    const replyTo = draft.replyTo === '' ? {} : { replyTo: draft.replyTo };
    changeDraft(chatId, { text: '', mentions: [], replyTo: '' });
    void send(chatId, { text, mentions, ...replyTo });
  }

  function onKeyDown(/** @type {KeyboardEvent} */ event) {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.keyCode === COMPOSING) return;
    if (offer && onOfferKey(event)) return event.preventDefault();
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Backspace') eraseMention(event);
  }

  function onOfferKey(/** @type {KeyboardEvent} */ event) {
    const count = offer?.items.length ?? 0;
    const item = offer?.items[Math.min(chosen, count - 1)];
    const isWhole = offer?.trigger.kind === 'command' && offer.trigger.query === item?.command;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((chosen + count - 1) % count);
    else if (event.key === 'Escape') setDismissed(draft.text);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !isWhole)) choose(item);
    else return false;
    return true;
  }

  // A mention goes as a whole, as it came.
  function eraseMention(/** @type {KeyboardEvent} */ event) {
    const { selectionStart: at, selectionEnd } = /** @type {HTMLTextAreaElement} */ (event.target);
    const written = at === selectionEnd ? mentionBefore(draft.text, at, draft.mentions) : undefined;
    if (written === undefined) return;
    event.preventDefault();
    put({
      text: draft.text.slice(0, at - written.length) + draft.text.slice(at),
      caret: at - written.length,
    });
  }

  return {
    box,
    draft,
    offer,
    chosen,
    choose,
    submit,
    onKeyDown,
    onInput: (/** @type {any} */ event) => write(event.target.value, event.target.selectionStart),
    onSelect: (/** @type {any} */ event) => setCaret(event.target.selectionStart),
    /** Types a mark at the caret. */
    type: (/** @type {string} */ mark) =>
      put({ text: draft.text.slice(0, caret) + mark + draft.text.slice(caret), caret: caret + mark.length }),
  };
}

/** Who is mentioned in a text. In a group a command reaches the bot only with its mention. */
function mentionsIn(
  /** @type {string} */ text,
  /** @type {{chat: import('../../contract.ts').SandboxChat, chosen: {openId: string, name: string}[]}} */ {
    chat,
    chosen,
  },
) {
  if (chat.type !== 'group') return [];
  const members = chat.members.flatMap((id) => personOf(id) ?? []);
  const found = mentionedIn(text, [...chosen, ...members]);
  const bot = members.find((each) => each.isBot)?.openId;
  const isUnaddressed = bot !== undefined && /^[/／]/.test(text) && !found.includes(bot);
  return isUnaddressed ? [bot, ...found] : found;
}

/** What can be chosen for what is being typed. */
function offerFor(
  /** @type {import('../../contract.ts').SandboxChat} */ chat,
  /** @type {string} */ text,
  /** @type {number} */ caret,
) {
  const { world, as } = getState();
  if (world === null) return undefined;
  const botName = personOf(world.botOpenId)?.name ?? '';
  const trigger = triggerAt(text, caret, { isGroup: chat.type === 'group', botName });
  if (trigger === undefined) return undefined;
  const members = chat.members.filter((id) => id !== as).flatMap((id) => personOf(id) ?? []);
  const items =
    trigger.kind === 'command'
      ? commandsFor(world.commands, trigger.query)
      : peopleFor(members, trigger.query);
  return items.length > 0 ? { trigger, items } : undefined;
}

function withPerson(
  /** @type {import('../state/store.js').Draft['mentions']} */ mentions,
  /** @type {{openId: string, name: string}} */ { openId, name },
) {
  return mentions.some((each) => each.openId === openId) ? mentions : [...mentions, { openId, name }];
}

/** In a group a command reaches the bot only with its mention. @returns {[{text: string, caret: number}, object]} */
function withCommand(
  /** @type {import('../../contract.ts').SandboxChat} */ chat,
  /** @type {import('../state/store.js').Draft} */ draft,
  /** @type {string} */ command,
) {
  const bot = personOf(getState().world?.botOpenId ?? '');
  const isGroup = chat.type === 'group' && bot !== undefined;
  const text = `${isGroup ? `@${bot.name} ` : ''}/${command} `;
  const more = isGroup ? { mentions: withPerson(draft.mentions, bot) } : {};
  return [{ text, caret: text.length }, more];
}
