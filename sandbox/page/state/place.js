import { getState } from './store.js';

const LAST = 'sandbox-person';

/** Who and where the page is, as its address says it: `#as=ou_…&chat=oc_…`. */
export function placeOfAddress() {
  const of = new URLSearchParams(location.hash.slice(1));
  return { as: of.get('as') ?? '', chatId: of.get('chat') ?? '' };
}

/** Writes the open person and chat into the address, so that a reload comes back to them. */
export function showPlace() {
  const { as, chatId } = getState();
  const of = new URLSearchParams({ as, ...(chatId === '' ? {} : { chat: chatId }) });
  if (location.hash.slice(1) !== of.toString()) {
    const hasListBefore = placeOfAddress().chatId === '' && placeOfAddress().as === as;
    // Back from a chat is the browser's own back.
    history[chatId === '' ? 'replaceState' : 'pushState']({ hasListBefore }, '', `#${of}`);
  }
  try {
    localStorage.setItem(LAST, as);
  } catch {
    // Without storage the page starts with its first person.
  }
}

/** Whom to be at first: the address, the one of last time, the story's first. */
export function firstPersons() {
  const first = document.querySelector('meta[name="sandbox-person"]')?.getAttribute('content') ?? '';
  return [placeOfAddress().as, lastPerson(), first].filter((openId) => openId !== '');
}

function lastPerson() {
  try {
    return localStorage.getItem(LAST) ?? '';
  } catch {
    return '';
  }
}
