import { useState } from 'preact/hooks';
import { html } from '../../html.js';
import { Avatar } from '../../ui/avatar.js';
import { Icon } from '../../ui/icons.js';
import { Popup } from '../../ui/layer.js';

/** So many options need no search. */
const FEW = 8;

/**
 * The options of a select. One that takes a single choice is closed by it; one that takes several has a button.
 *
 * @param {{
 *   anchor: Element | null, title: string, options: {value: string, text: string, note: string, openId: string}[],
 *   chosen: string[], isMulti: boolean, mayClear: boolean,
 *   onChoose: (values: string[]) => void, onClose: () => void,
 * }} of
 */
export function OptionsPopup({ anchor, title, options, chosen, isMulti, mayClear, onChoose, onClose }) {
  const [search, setSearch] = useState('');
  const [marked, setMarked] = useState(chosen);
  const found = options.filter(({ text, note }) => `${text} ${note}`.includes(search.trim()));
  const press = (/** @type {string} */ value) => {
    if (!isMulti) onChoose([value]);
    else setMarked(marked.includes(value) ? marked.filter((each) => each !== value) : [...marked, value]);
  };
  const footer =
    (isMulti || (mayClear && chosen.length > 0)) &&
    html`
    ${mayClear && html`<button type="button" class="plain-button" onClick=${() => onChoose([])}>清除</button>`}
    ${isMulti && html`<button type="button" class="strong-button" onClick=${() => onChoose(marked)}>确定${marked.length > 0 ? `（${marked.length}）` : ''}</button>`}`;
  return html`<${Popup} anchor=${anchor} title=${title} onClose=${onClose} footer=${footer}>
    ${options.length > FEW && html`<label class="search"><${Icon} name="search" size=${16} /><input type="search" placeholder="搜索" aria-label="搜索选项" value=${search} onInput=${(/** @type {any} */ event) => setSearch(event.target.value)} /></label>`}
    <div role="listbox" aria-label=${title} aria-multiselectable=${isMulti}>
      ${found.map((option) => html`<${Option} key=${option.value} option=${option} isMulti=${isMulti} isOn=${marked.includes(option.value)} onPress=${() => press(option.value)} />`)}
      ${found.length === 0 && html`<p class="empty">没有可选的</p>`}
    </div>
  <//>`;
}

function Option({ option, isMulti, isOn, onPress }) {
  return html`<button type="button" role="option" class="option" aria-selected=${isOn} onClick=${onPress}>
    ${isMulti && html`<i class=${isOn ? 'tick tick-on' : 'tick'}>${isOn && html`<${Icon} name="check" size=${14} />`}</i>`}
    ${option.openId !== '' && html`<${Avatar} openId=${option.openId} size=${28} />`}
    <span class="option-words">${option.text}${option.note !== '' && html`<small>${option.note}</small>`}</span>
    ${!isMulti && isOn && html`<${Icon} name="check" size=${18} color="var(--blue)" />`}
  </button>`;
}
