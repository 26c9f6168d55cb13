import { useContext, useState } from 'preact/hooks';
import { html } from '../html.js';
import { toast } from '../state/toasts.js';
import { Dialog } from '../ui/layer.js';
import { useCard } from './card-context.js';
import { FormContext } from './form-context.js';
import { openAddress } from './open-address.js';

/** What a component sends along: the value of its callback, or the older spelling of it. @param {any} element */
export function callbackOf(element) {
  const callback = (element.behaviors ?? []).find((/** @type {any} */ { type }) => type === 'callback');
  const value = callback?.value ?? element.value;
  return { isThere: callback !== undefined || value !== undefined, value };
}

/** `confirm` of a component: asks before an act, where it wants so. @param {any} confirm */
export function useConfirm(confirm) {
  const [pending, setPending] = useState(/** @type {{act: () => void} | null} */ (null));
  const ask = (/** @type {() => void} */ act) => (confirm ? setPending({ act }) : act());
  const yes = () => {
    setPending(null);
    pending?.act();
  };
  const dialog =
    pending &&
    html`<${Dialog} title=${confirm.title?.content ?? ''} text=${confirm.text?.content ?? ''} onYes=${yes} onNo=${() => setPending(null)} />`;
  return { ask, dialog };
}

/** What happens when a button or an interactive container is pressed. @param {any} element */
export function usePress(element) {
  const card = useCard();
  const form = useContext(FormContext);
  const [isBusy, setBusy] = useState(false);
  const { ask, dialog } = useConfirm(element.confirm);
  const isOff = element.disabled === true || card.isExpired;
  const kind = formActionOf(element);

  async function run() {
    for (const behavior of element.behaviors ?? []) if (behavior.type === 'open_url') openAddress(behavior);
    if (kind === 'reset') return form?.reset();
    const { isThere, value } = callbackOf(element);
    if (!isThere && kind !== 'submit') return undefined;
    const action = {
      tag: element.tag,
      ...(value === undefined ? {} : { value }),
      ...(element.name ? { name: element.name } : {}),
    };
    setBusy(true);
    try {
      await (kind === 'submit' && form ? form.submit(action) : card.act(action));
    } finally {
      setBusy(false);
    }
    return undefined;
  }

  function press() {
    if (isBusy) return;
    if (isOff) {
      const why = card.isExpired ? '卡片已过期，不能再操作' : element.disabled_tips?.content;
      if (why) toast('info', why);
      return;
    }
    // The client looks for missing fields before it asks or sends.
    if (kind === 'submit' && form && !form.check()) return;
    ask(run);
  }
  return { press, isOff, isBusy, dialog };
}

function formActionOf(/** @type {any} */ element) {
  if (element.form_action_type !== undefined) return element.form_action_type;
  return { form_submit: 'submit', form_reset: 'reset' }[element.action_type];
}
