import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';
import { Avatar } from '../ui/avatar.js';

/** What the box offers, above it. @param {{kind: string, items: any[], chosen: number, onChoose: (item: any) => void}} of */
export function SuggestionList({ kind, items, chosen, onChoose }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const Item = kind === 'command' ? CommandItem : PersonItem;
  return html`<div class="suggestions" role="listbox" aria-label=${kind === 'command' ? '指令' : '提及'} ref=${box}>
    <div class="suggestions-head">${kind === 'command' ? '指令' : '选择要提及的人'}</div>
    ${items.map((item, index) => html`<${Item} item=${item} isChosen=${index === chosen} onChoose=${onChoose} />`)}
  </div>`;
}

// The box keeps the focus: the press is taken before it would move.
function pressed(/** @type {() => void} */ act) {
  return (/** @type {Event} */ event) => {
    event.preventDefault();
    act();
  };
}

function CommandItem({ item, isChosen, onChoose }) {
  return html`<div class="suggestion" role="option" aria-selected=${isChosen} onMouseDown=${pressed(() => onChoose(item))}>
    <b>/${item.command}</b><span>${item.description}</span>
  </div>`;
}

function PersonItem({ item, isChosen, onChoose }) {
  return html`<div class="suggestion suggestion-person" role="option" aria-selected=${isChosen} onMouseDown=${pressed(() => onChoose(item))}>
    <${Avatar} openId=${item.openId} size=${30} /><b>${item.name}</b><span>${item.isBot ? '机器人' : item.role}</span>
  </div>`;
}
