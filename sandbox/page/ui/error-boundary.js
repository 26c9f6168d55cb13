import { Component } from 'preact';
import { saysOf } from '../api.js';
import { html } from '../html.js';

/** Keeps a part of the page that cannot be drawn from taking the rest with it. */
export class ErrorBoundary extends Component {
  constructor(/** @type {any} */ props) {
    super(props);
    this.state = { error: null };
  }

  /** @param {unknown} error */
  static getDerivedStateFromError(error) {
    return { error };
  }

  /** @param {unknown} error */
  componentDidCatch(error) {
    console.warn('a part of the page could not be drawn', error);
  }

  /** @param {{resetKey?: unknown}} before */
  componentDidUpdate(before) {
    // Another version of the same thing deserves another try.
    if (this.state.error !== null && before.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  render(/** @type {{what: string, children?: unknown}} */ { what, children }) {
    if (this.state.error === null) return children;
    const says = saysOf(this.state.error);
    const again = () => this.setState({ error: null });
    return html`<div class="broken" role="alert">
      <span>${what}没有画出来：${says}</span>
      <button type="button" class="link-button" onClick=${again}>再试一次</button>
    </div>`;
  }
}
