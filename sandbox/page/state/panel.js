import { getState, setState } from './store.js';

/** Opens a panel, or closes it when it is open. @param {import('./store.js').PageState['panel']} panel */
export function togglePanel(panel) {
  setState({ panel: getState().panel === panel ? '' : panel });
}

/** Closes the panel that is open. */
export function closePanel() {
  setState({ panel: '' });
}

/** Shows a picture over the page; '' puts it away. @param {string} url */
export function showPicture(url) {
  setState({ picture: url });
}
