import { html } from '../html.js';
import { Icon } from '../ui/icons.js';

const KINDS = [
  [/\.docx?$/i, 'word', 'W'],
  [/\.xlsx?$|\.csv$/i, 'excel', 'X'],
  [/\.pptx?$/i, 'slides', 'P'],
  [/\.pdf$/i, 'pdf', 'PDF'],
  [/\.(zip|rar|7z)$/i, 'zip', 'ZIP'],
];
const KB = 1024;

/** @param {number} bytes */
function sizeOf(bytes) {
  if (bytes < KB) return `${bytes} B`;
  return bytes < KB * KB ? `${(bytes / KB).toFixed(1)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}

/** A file of a message; without an address it cannot be fetched yet. @param {{name: string, size: number, href?: string}} of */
export function FileTile({ name, size, href }) {
  const [, kind, letters] = KINDS.find(([pattern]) => /** @type {RegExp} */ (pattern).test(name)) ?? [
    '',
    'other',
    '',
  ];
  const tile = html`
    <span class=${`file-icon file-${kind}`} aria-hidden="true">${letters || html`<${Icon} name="file" size=${20} />`}</span>
    <span class="file-words"><b>${name}</b><small>${sizeOf(size)}</small></span>
    ${href && html`<${Icon} name="download" size=${18} />`}`;
  if (href === undefined) return html`<span class="file">${tile}</span>`;
  return html`<a class="file" href=${href} download=${name} title=${`下载 ${name}`}>${tile}</a>`;
}
