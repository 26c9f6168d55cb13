// @ts-check
import { render } from 'preact';
import { html } from './html.js';
import { start } from './state/session.js';
import { ErrorBoundary } from './ui/error-boundary.js';
import { AppView } from './views/app-view.js';

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
root.replaceChildren();
render(html`<${ErrorBoundary} what="页面"><${AppView} /><//>`, root);
void start();
