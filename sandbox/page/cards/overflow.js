import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { Icon } from '../ui/icons.js';
import { Popup } from '../ui/layer.js';
import { useCard } from './card-context.js';
import { widthOf } from './look.js';
import { openAddress } from './open-address.js';
import { wordsOf } from './text.js';
import { callbackOf, useConfirm } from './use-press.js';

const BOX_WIDTH = 160;

/** A button that unfolds to several. @param {{element: any}} of */
export function Overflow({ element }) {
  const card = useCard();
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const { ask, dialog } = useConfirm(element.confirm);
  const choose = (/** @type {any} */ option) => {
    setOpen(false);
    if (option.multi_url) openAddress(option.multi_url);
    if (option.value === undefined) return;
    const { value } = callbackOf(element);
    const action = {
      tag: 'overflow',
      option: option.value,
      ...(value === undefined ? {} : { value }),
      ...(element.name ? { name: element.name } : {}),
    };
    ask(() => void card.act(action));
  };
  return html`<button type="button" class="btn btn-default btn-medium overflow" style=${{ width: widthOf(element.width) }} ref=${button}
      aria-haspopup="menu" aria-label="更多" aria-disabled=${card.isExpired || element.disabled === true}
      onClick=${() => !card.isExpired && !element.disabled && setOpen(true)}>
      <${Icon} name="more" size=${18} />
    </button>
    ${
      isOpen &&
      html`<${Popup} anchor=${button.current} title="更多操作" width=${BOX_WIDTH} onClose=${() => setOpen(false)}>
        <div role="menu">
          ${element.options.map((/** @type {any} */ option) => html`<button type="button" role="menuitem" class="option" onClick=${() => choose(option)}>${wordsOf(option.text)}</button>`)}
        </div>
      <//>`
    }
    ${dialog}`;
}
