import { useContext, useEffect, useState } from 'preact/hooks';
import { FormContext } from './form-context.js';
import { html } from './html.js';
import { Text } from './text.js';

/** A field's value: the form's inside a form, its own outside, where a change is sent at once. */
function useField(element, env, { initial, encode, action }) {
  const form = useContext(FormContext);
  const [own, setOwn] = useState(initial);
  const name = element.name;
  useEffect(() => {
    form?.declare(name, Boolean(element.required), encode);
  });
  const value = form ? form.value(name, initial) : own;
  const set = (next) => (form ? form.set(name, next) : setOwn(next));
  const commit = (next) => {
    set(next);
    if (!form && action && !env.isExpired) void env.act(action(encode ? encode(next) : next));
  };
  const isOff = Boolean(element.disabled) || env.isExpired;
  return { value, set, commit, isOff, error: form?.errors[name], isInForm: Boolean(form) };
}

function Field({ element, error, env, children }) {
  return html`<label class=${`field ${element.label_position === 'left' ? 'field-left' : ''} ${error ? 'field-bad' : ''}`}>
    ${
      element.label &&
      html`<span class="field-label"><${Text} text=${element.label} env=${env} />${element.required ? html`<i>*</i>` : ''}</span>`
    }
    <span class="field-body">${children}${error && html`<span class="field-error">${error}</span>`}</span>
  </label>`;
}

export function Input({ element, env }) {
  const { value, set, commit, isOff, error, isInForm } = useField(element, env, {
    initial: element.default_value ?? '',
    action: (text) => ({ tag: 'input', name: element.name, input_value: text, value: callbackOf(element) }),
  });
  const max = element.max_length ?? 1000;
  const isLong = element.input_type === 'multiline_text';
  const common = {
    value,
    disabled: isOff,
    maxLength: max,
    name: element.name,
    placeholder: element.placeholder?.content ?? '请输入',
    onInput: (event) => set(event.target.value),
    onChange: (event) => !isInForm && commit(event.target.value),
  };
  return html`<${Field} element=${element} error=${error} env=${env}>
    ${
      isLong
        ? html`<textarea rows=${element.rows ?? 5} ...${common}></textarea>`
        : html`<input type=${element.input_type === 'password' ? 'password' : 'text'} ...${common} />`
    }
    ${isLong && html`<span class="counter">${[...(value ?? '')].length}/${max}</span>`}
  <//>`;
}

function callbackOf(element) {
  return (element.behaviors ?? []).find((behavior) => behavior.type === 'callback')?.value ?? element.value;
}

export function SelectStatic({ element, env }) {
  const options = (element.options ?? []).map((option) => ({
    value: option.value,
    text: option.text?.content ?? option.value,
  }));
  const initial = element.initial_option ?? options[(element.initial_index ?? 0) - 1]?.value ?? '';
  return html`<${Select} element=${element} env=${env} options=${options} initial=${initial} />`;
}

export function SelectPerson({ element, env }) {
  const listed = (element.options ?? []).map((option) => option.value);
  const ids =
    listed.length > 0
      ? listed
      : [...env.people.values()].filter((person) => !person.isBot).map((person) => person.openId);
  const options = ids.map((id) => ({ value: id, text: env.people.get(id)?.name ?? id }));
  return html`<${Select} element=${element} env=${env} options=${options} initial=${element.initial_option ?? ''} />`;
}

function Select({ element, env, options, initial }) {
  const { value, commit, isOff, error } = useField(element, env, {
    initial,
    action: (option) => ({ tag: element.tag, name: element.name, option, value: callbackOf(element) }),
  });
  return html`<${Field} element=${element} error=${error} env=${env}>
    <select value=${value} disabled=${isOff} name=${element.name} onChange=${(event) => commit(event.target.value)}>
      <option value="" disabled=${Boolean(element.required)}>${element.placeholder?.content ?? '请选择'}</option>
      ${options.map((option) => html`<option value=${option.value} selected=${option.value === value}>${option.text}</option>`)}
    </select>
  <//>`;
}

/** Several choices, as chips to tap. */
export function MultiSelect({ element, env }) {
  const isPeople = element.tag === 'multi_select_person';
  const options = isPeople
    ? peopleOptions(element, env)
    : (element.options ?? []).map((option) => ({
        value: option.value,
        text: option.text?.content ?? option.value,
      }));
  const { value, commit, isOff, error } = useField(element, env, {
    initial: element.selected_values ?? [],
    action: (chosen) => ({
      tag: element.tag,
      name: element.name,
      options: chosen,
      value: callbackOf(element),
    }),
  });
  const toggle = (option) =>
    commit(value.includes(option) ? value.filter((each) => each !== option) : [...value, option]);
  return html`<${Field} element=${element} error=${error} env=${env}>
    <span class="chips" role="group" aria-label=${element.placeholder?.content ?? '可多选'}>
      ${options.map(
        (option) => html`<button type="button" disabled=${isOff} aria-pressed=${value.includes(option.value)}
          class=${`chip ${value.includes(option.value) ? 'chip-on' : ''}`} onClick=${() => toggle(option.value)}>${option.text}</button>`,
      )}
    </span>
  <//>`;
}

function peopleOptions(element, env) {
  const listed = (element.options ?? []).map((option) => option.value);
  const ids = listed.length > 0 ? listed : [...env.people.keys()];
  return ids.map((id) => ({ value: id, text: env.people.get(id)?.name ?? id }));
}

/** Pickers hand back the zone of the client. */
const ZONE = ' +0800';

function picker(type, initialOf) {
  return ({ element, env }) => {
    const encode = (value) => (value ? value.replace('T', ' ') + ZONE : value);
    const { value, commit, isOff, error } = useField(element, env, {
      initial: initialOf(element),
      encode,
      action: (option) => ({ tag: element.tag, name: element.name, option, value: callbackOf(element) }),
    });
    return html`<${Field} element=${element} error=${error} env=${env}>
      <input type=${type} value=${value} disabled=${isOff} name=${element.name} aria-label=${element.placeholder?.content}
        onChange=${(event) => commit(event.target.value)} />
    <//>`;
  };
}

export const DatePicker = picker('date', (element) => element.initial_date ?? '');
export const PickerTime = picker('time', (element) => element.initial_time ?? '');
export const PickerDatetime = picker('datetime-local', (element) =>
  (element.initial_datetime ?? '').replace(' ', 'T'),
);

export function Checker({ element, env }) {
  const callback = callbackOf(element);
  const { value, commit, isOff } = useField(element, env, {
    initial: Boolean(element.checked),
    action: (checked) => ({ tag: 'checker', name: element.name, checked, value: callback }),
  });
  const isStruck = value && element.checked_style?.show_strikethrough;
  return html`<label class="checker">
    <input type="checkbox" checked=${value} disabled=${isOff} name=${element.name} onChange=${(event) => commit(event.target.checked)} />
    <span style=${{ textDecoration: isStruck ? 'line-through' : undefined }}><${Text} text=${element.text} env=${env} /></span>
  </label>`;
}
