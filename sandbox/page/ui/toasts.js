import { html } from '../html.js';
import { useStore } from '../state/store.js';
import { dismissToast } from '../state/toasts.js';
import { Icon } from './icons.js';
import { Layer } from './layer.js';

const GLYPHS = { info: 'info', success: 'done', error: 'fail', warning: 'warning' };

/** What was said a moment ago. */
export function Toasts() {
  const toasts = useStore((state) => state.toasts);
  return html`<${Layer}>
    <div class="toasts" role="status" aria-live="polite">
      ${toasts.map(
        ({
          id,
          type,
          text,
        }) => html`<button key=${id} type="button" class=${`toast toast-${type}`} onClick=${() => dismissToast(id)}>
          <${Icon} name=${GLYPHS[type]} size=${18} /><span>${text}</span>
        </button>`,
      )}
    </div>
  <//>`;
}
