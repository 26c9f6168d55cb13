import { useReducer, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { useCard } from './card-context.js';
import { Elements } from './elements.js';
import { fieldsIn, isEmpty } from './fields/field-kinds.js';
import { FormContext } from './form-context.js';
import { FormMemory } from './form-memory.js';

/** Toasts by which the bot says that it did not take a form. */
const REFUSALS = ['error', 'warning'];

/** Fields that are sent together. @param {{element: any, path: string}} of */
export function Form({ element, path }) {
  const card = useCard();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [, redraw] = useReducer((/** @type {number} */ n) => n + 1, 0);
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const memory = FormMemory.in(card.memory, element.name);
  memory.drawn(card.version);
  const form = {
    errors,
    valueOf: (/** @type {any} */ field) => memory.valueOf(field),
    set(/** @type {any} */ field, /** @type {any} */ value) {
      memory.set(field, value);
      setErrors(({ [field.name]: _, ...others }) => others);
      redraw(0);
    },
    check() {
      const missing = fieldsIn(element).filter((field) => field.required && isEmpty(memory.valueOf(field)));
      setErrors(Object.fromEntries(missing.map((field) => [field.name, '此项为必填项'])));
      if (missing.length > 0) show(box.current, missing[0].name);
      return missing.length === 0;
    },
    reset() {
      memory.clear();
      setErrors({});
      redraw(0);
    },
    async submit(/** @type {import('../../contract.ts').SandboxAction} */ action) {
      const form_value = memory.formValue(fieldsIn(element));
      memory.sending(card.version);
      const result = await card.act({ ...action, form_value });
      memory.answered(isTaken(result));
      redraw(0);
    },
  };
  const style = { padding: element.padding };
  return html`<${FormContext.Provider} value=${form}>
    <div class="form" style=${style} ref=${box}><${Elements} of=${element} path=${path} gap="12px" /></div>
  <//>`;
}

function isTaken(/** @type {import('../../contract.ts').SandboxActionResult | undefined} */ result) {
  if (result === undefined || result.says !== undefined || result.code !== undefined) return false;
  return !REFUSALS.includes(result.toast?.type ?? '');
}

/** Brings a field into view. @param {HTMLElement | null} box @param {string} name */
function show(box, name) {
  const field = box?.querySelector(`[data-field="${CSS.escape(name)}"]`);
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
