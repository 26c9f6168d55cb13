import { useContext } from 'preact/hooks';
import { useKept } from '../../state/memory.js';
import { useCard } from '../card-context.js';
import { FormContext } from '../form-context.js';
import { callbackOf, useConfirm } from '../use-press.js';
import { encoded, FIELD_KINDS, isSame } from './field-kinds.js';

/**
 * A field's value: the form's inside of one; alone it is its own, and `commit` sends it at once.
 *
 * @param {any} element
 * @param {string} path
 */
export function useField(element, path) {
  const card = useCard();
  const form = useContext(FormContext);
  const { ask, dialog } = useConfirm(form ? undefined : element.confirm);
  const kind = FIELD_KINDS[element.tag];
  const initial = kind.initial(element);
  const [kept, keep] = useKept(card.memory, `field ${element.name ?? path}`, { value: initial, initial });
  const own = isSame(kept.initial, initial) ? kept.value : initial;
  const set = (/** @type {any} */ value) => (form ? form.set(element, value) : keep({ value, initial }));
  const commit = (/** @type {any} */ value) => {
    if (form) return set(value);
    return ask(() => {
      set(value);
      const { isThere, value: callback } = callbackOf(element);
      // Without a callback a field only changes on the screen.
      if (!isThere) return;
      void card.act({
        tag: element.tag,
        ...(element.name ? { name: element.name } : {}),
        ...kind.alone(encoded(element, value)),
        ...(callback === undefined ? {} : { value: callback }),
      });
    });
  };
  return {
    value: form ? form.valueOf(element) : own,
    set,
    commit,
    dialog,
    isInForm: form !== null,
    isOff: element.disabled === true || card.isExpired,
    error: form?.errors[element.name] ?? '',
  };
}
