import { useRef, useState } from 'preact/hooks';
import { html } from '../../html.js';
import { nameOf, personOf } from '../../state/store.js';
import { Icon } from '../../ui/icons.js';
import { useCard } from '../card-context.js';
import { wordsOf } from '../text.js';
import { Field, titleOf } from './field.js';
import { OptionsPopup } from './options-popup.js';
import { useField } from './use-field.js';

/** One or several of options or people. @param {{element: any, path: string}} of */
export function Select({ element, path }) {
  const field = useField(element, path);
  const { members } = useCard();
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const isMulti = element.tag.startsWith('multi_');
  const options = optionsOf(element, members);
  const chosen = /** @type {string[]} */ ([field.value].flat().filter((value) => value !== ''));
  const choose = (/** @type {string[]} */ values) => {
    setOpen(false);
    field.commit(isMulti ? values : (values[0] ?? ''));
  };
  const names = chosen.map((value) => options.find((each) => each.value === value)?.text ?? nameOf(value));
  const classes = `select-button ${element.type === 'text' ? 'select-bare' : ''} ${isOpen ? 'select-open' : ''}`;
  return html`<${Field} element=${element} error=${field.error}>
    <button type="button" class=${classes} name=${element.name} disabled=${field.isOff} ref=${button} role="combobox" aria-haspopup="listbox"
      aria-expanded=${isOpen} aria-label=${titleOf(element)} aria-invalid=${field.error !== ''} onClick=${() => setOpen(true)}>
      ${names.length > 0 ? html`<span class="select-values">${names.map((name) => html`<span class=${isMulti ? 'chip' : ''}>${name}</span>`)}</span>` : html`<span class="select-empty">${element.placeholder?.content ?? '请选择'}</span>`}
      <${Icon} name="down" size=${16} />
    </button>
    ${
      isOpen &&
      html`<${OptionsPopup} anchor=${button.current} title=${titleOf(element)} options=${options} chosen=${chosen} isMulti=${isMulti}
        mayClear=${!element.required && field.isInForm} onChoose=${choose} onClose=${() => setOpen(false)} />`
    }
    ${field.dialog}
  <//>`;
}

/** What can be chosen. For people the platform offers the chat's members where the card names nobody. */
function optionsOf(/** @type {any} */ element, /** @type {string[]} */ members) {
  const given = /** @type {any[]} */ (element.options ?? []);
  if (!element.tag.endsWith('_person')) {
    return given.map((each) => ({ value: each.value, text: wordsOf(each.text), note: '', openId: '' }));
  }
  const known = given.map((each) => each.value).filter((id) => personOf(id));
  const people = known.length > 0 ? known : members.filter((id) => !personOf(id)?.isBot);
  return people.map((id) => ({ value: id, text: nameOf(id), note: personOf(id)?.role ?? '', openId: id }));
}
