import { createPortal } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { Icon } from './icons.js';

const GAP = 6;
const EDGE = 8;
const NARROWEST = 200;
const PHONE = '(max-width: 767px)';

/** Whether the page is as narrow as a phone. */
export function isPhone() {
  return matchMedia(PHONE).matches;
}

/** Draws above the page, outside of whatever clips the place it is used in. */
export function Layer({ children }) {
  return createPortal(children, /** @type {Element} */ (document.getElementById('layers')));
}

/** Calls back when Escape is pressed, and gives the focus back when the component goes. @param {() => void} onClose */
function useLeaving(onClose) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close.current();
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}

/**
 * Something to choose from: a sheet from below on a phone, a box at its field on a wide screen.
 *
 * @param {{anchor: Element | null, title: string, onClose: () => void, footer?: unknown, children?: unknown, width?: number}} of
 */
export function Popup({ anchor, title, onClose, footer, children, width = 0 }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [place, setPlace] = useState(/** @type {Record<string, string>} */ ({ visibility: 'hidden' }));
  useLeaving(onClose);
  useLayoutEffect(() => {
    setPlace(isPhone() ? {} : placeAt(anchor, box.current, width));
    box.current?.focus({ preventScroll: true });
  }, []);
  return html`<${Layer}>
    <div class="popup-back" onClick=${onClose}></div>
    <div class="popup" role="dialog" aria-modal="true" aria-label=${title} tabindex="-1" style=${place} ref=${box}>
      <div class="popup-head">
        <span>${title}</span>
        <button type="button" class="icon-button" aria-label="关闭" onClick=${onClose}><${Icon} name="close" size=${18} /></button>
      </div>
      <div class="popup-body">${children}</div>
      ${footer && html`<div class="popup-foot">${footer}</div>`}
    </div>
  <//>`;
}

/** Below its field, or above where there is more room. */
function placeAt(
  /** @type {Element | null} */ anchor,
  /** @type {HTMLElement | null} */ box,
  /** @type {number} */ width,
) {
  const at = anchor?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
  const wide = width || Math.max(at.width, NARROWEST);
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - wide - EDGE));
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const isBelow = below >= Math.min(box?.offsetHeight ?? 0, 320) || below >= above;
  const vertical = isBelow ? { top: `${at.bottom + GAP}px` } : { bottom: `${innerHeight - at.top + GAP}px` };
  const maxHeight = `${Math.max(160, isBelow ? below : above)}px`;
  return { left: `${left}px`, width: `${wide}px`, maxHeight, ...vertical };
}

/**
 * A question that must be answered before anything else.
 *
 * @param {{title: string, text: string, onYes: () => void, onNo: () => void}} of
 */
export function Dialog({ title, text, onYes, onNo }) {
  const yes = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useLeaving(onNo);
  useEffect(() => yes.current?.focus(), []);
  return html`<${Layer}>
    <div class="dialog-back">
      <div class="dialog" role="alertdialog" aria-modal="true" aria-label=${title}>
        <div class="dialog-title">${title}</div>
        <div class="dialog-text">${text}</div>
        <div class="dialog-row">
          <button type="button" class="plain-button" onClick=${onNo}>取消</button>
          <button type="button" class="strong-button" ref=${yes} onClick=${onYes}>确定</button>
        </div>
      </div>
    </div>
  <//>`;
}
