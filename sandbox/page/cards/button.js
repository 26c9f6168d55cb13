import { useContext, useState } from 'preact/hooks';
import { useConfirm } from './confirm.js';
import { FormContext } from './form-context.js';
import { html } from './html.js';
import { Text } from './text.js';

export function Button({ element, env }) {
  const form = useContext(FormContext);
  const [isBusy, setBusy] = useState(false);
  const { ask, dialog } = useConfirm(element.confirm);
  const behaviors = element.behaviors ?? [];
  const callback = behaviors.find((behavior) => behavior.type === 'callback');
  const url = behaviors.find((behavior) => behavior.type === 'open_url')?.default_url;
  const isOff = element.disabled || env.isExpired || isBusy;
  const run = async () => {
    if (url && /^https?:/i.test(url)) window.open(url, '_blank', 'noreferrer');
    if (element.form_action_type === 'reset') return form?.reset();
    const isSubmit = element.form_action_type === 'submit';
    if (!callback && !isSubmit) return;
    const action = { tag: 'button', value: callback?.value, name: element.name };
    setBusy(true);
    try {
      if (isSubmit && form) await form.submit(action, env);
      else await env.act(action);
    } finally {
      setBusy(false);
    }
  };
  const press = () => {
    // The client checks required fields before it asks or sends.
    if (element.form_action_type === 'submit' && form && !form.check()) return;
    ask(run);
  };
  const classes = `btn btn-${element.type ?? 'default'} btn-${element.size ?? 'medium'} ${element.width === 'fill' ? 'btn-fill' : ''}`;
  return html`<button type="button" class=${classes} disabled=${isOff} title=${element.hover_tips?.content}
      onClick=${press}>
      <${Text} text=${element.text} env=${env} />
    </button>${dialog}`;
}

export function Overflow({ element, env }) {
  const [isOpen, setOpen] = useState(false);
  const { ask, dialog } = useConfirm(element.confirm);
  const choose = (option) => {
    setOpen(false);
    ask(() => env.act({ tag: 'overflow', option: option.value, value: element.value }));
  };
  return html`<div class="overflow">
    <button type="button" class="btn btn-default" aria-haspopup="menu" disabled=${env.isExpired}
      onClick=${() => setOpen(!isOpen)}>⋯</button>
    ${
      isOpen &&
      html`<div class="overflow-menu" role="menu">
      ${(element.options ?? []).map(
        (option) => html`<button type="button" role="menuitem" onClick=${() => choose(option)}>
          <${Text} text=${option.text} env=${env} />
        </button>`,
      )}
    </div>`
    }
    ${dialog}
  </div>`;
}
