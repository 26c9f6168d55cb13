import { html } from '../html.js';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { useCard } from './card-context.js';
import { alignOf, spaceOf } from './look.js';

/**
 * What a container holds, below or beside each other.
 *
 * @param {{of: any, path: string, gap: string}} container `gap` where the container does not say one itself.
 */
export function Elements({ of, path, gap }) {
  const elements = of.elements ?? [];
  const isRow = of.direction === 'horizontal';
  const across = alignOf(of.horizontal_align);
  const down = alignOf(of.vertical_align);
  const style = {
    rowGap: spaceOf(of.vertical_spacing, gap),
    columnGap: spaceOf(of.horizontal_spacing, '8px'),
    alignItems: isRow ? down : across,
    justifyContent: isRow ? across : down,
  };
  return html`<div class=${isRow ? 'elements elements-row' : 'elements'} style=${style}>
    ${elements.map((/** @type {any} */ element, /** @type {number} */ index) => html`<${Element} key=${keyOf(element, index)} element=${element} path=${`${path}.${index}`} />`)}
  </div>`;
}

// A component keeps its place on the page while the card changes around it, if it says who it is.
function keyOf(/** @type {any} */ element, /** @type {number} */ index) {
  return `${element?.tag} ${element?.element_id ?? element?.name ?? index}`;
}

function Element({ element, path }) {
  const { components, version } = useCard();
  const tag = String(element?.tag);
  const Component = Object.hasOwn(components, tag) ? components[tag] : undefined;
  const shown = Component
    ? html`<${Component} element=${element} path=${path} />`
    : html`<${Unknown} tag=${tag} />`;
  return html`<div class=${`element element-${tag}`} style=${{ margin: element?.margin }}>
    <${ErrorBoundary} what=${`组件 ${tag} `} resetKey=${version}>${shown}<//>
  </div>`;
}

function Unknown({ tag }) {
  return html`<div class="unknown" role="alert">未知组件：${tag}</div>`;
}
