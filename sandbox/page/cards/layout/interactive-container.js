import { html } from '../../html.js';
import { useCard } from '../card-context.js';
import { Elements } from '../elements.js';
import { widthOf } from '../look.js';
import { usePress } from '../use-press.js';

/** What inside of it answers a press by itself. */
const OWN = 'a, button, input, textarea, label, [role="button"]';

/** A container that is pressed as a whole. @param {{element: any, path: string}} of */
export function InteractiveContainer({ element, path }) {
  const { look } = useCard();
  const { press, isOff, isBusy, dialog } = usePress(element);
  const style = {
    background: look.fill(element.background_style),
    border: element.has_border ? `1px solid ${look.line(element.border_color)}` : undefined,
    borderRadius: element.corner_radius ?? '6px',
    padding: element.padding,
    width: widthOf(element.width),
    height: /px$/.test(element.height ?? '') ? element.height : undefined,
  };
  const onClick = (/** @type {any} */ event) => {
    const own = event.target.closest(OWN);
    if (own === event.currentTarget) press();
  };
  const onKeyDown = (/** @type {any} */ event) => {
    if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) press();
  };
  return html`<div class=${`interactive ${isOff ? 'interactive-off' : ''}`} style=${style} role="button" tabindex="0" aria-disabled=${isOff}
      aria-busy=${isBusy} title=${element.hover_tips?.content} onClick=${onClick} onKeyDown=${onKeyDown}>
    <${Elements} of=${element} path=${path} gap="8px" />
  </div>${dialog}`;
}
