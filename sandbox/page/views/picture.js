import { useEffect } from 'preact/hooks';
import { html } from '../html.js';
import { showPicture } from '../state/panel.js';
import { useStore } from '../state/store.js';
import { Icon } from '../ui/icons.js';
import { Layer } from '../ui/layer.js';

/** A picture of a message, as large as the page. */
export function Picture() {
  const url = useStore((state) => state.picture);
  useEffect(() => {
    if (url === '') return undefined;
    const onKey = (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && showPicture('');
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [url]);
  if (url === '') return null;
  return html`<${Layer}>
    <div class="picture" role="dialog" aria-modal="true" aria-label="图片" onClick=${() => showPicture('')}>
      <img src=${url} alt="" />
      <button type="button" class="picture-close" aria-label="关闭图片"><${Icon} name="close" size=${22} /></button>
    </div>
  <//>`;
}
