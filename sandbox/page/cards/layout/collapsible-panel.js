import { html } from '../../html.js';
import { useKept } from '../../state/memory.js';
import { useCard } from '../card-context.js';
import { CardIcon } from '../card-icon.js';
import { Elements } from '../elements.js';
import { Text, wordsOf } from '../text.js';

const CHEVRON = { tag: 'standard_icon', token: 'down-small-ccm_outlined' };

/** A panel that is folded until somebody presses its head. @param {{element: any, path: string}} of */
export function CollapsiblePanel({ element, path }) {
  const { look, memory } = useCard();
  const { header = {}, border } = element;
  const key = `open ${element.element_id ?? `${path} ${wordsOf(header.title)}`}`;
  const [isOpen, setOpen] = useKept(memory, key, element.expanded === true);
  const style = {
    border: border ? `1px solid ${look.line(border.color)}` : undefined,
    borderRadius: border?.corner_radius ?? '6px',
    background: look.fill(element.background_color),
  };
  return html`<div class="panel" style=${style}>
    <${PanelHead} header=${header} isOpen=${isOpen} onPress=${() => setOpen(!isOpen)} />
    ${
      isOpen &&
      html`<div class="panel-content" style=${{ padding: element.padding }}>
        <${Elements} of=${element} path=${path} gap="8px" />
      </div>`
    }
  </div>`;
}

function PanelHead({ header, isOpen, onPress }) {
  const { look } = useCard();
  const { icon = CHEVRON, icon_position: position = 'right', icon_expanded_angle: angle = -180 } = header;
  const style = { background: look.fill(header.background_color), padding: header.padding };
  const turn = { transform: isOpen ? `rotate(${angle}deg)` : undefined };
  return html`<button type="button" class=${`panel-head-button panel-icon-${position}`} style=${style} aria-expanded=${isOpen} onClick=${onPress}>
    <span class="panel-title-text"><${Text} text=${header.title} /></span>
    <span class="panel-icon" style=${turn}><${CardIcon} icon=${icon} /></span>
  </button>`;
}
