import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { offsetsOf, rangeOf, rowAt } from './windowing.js';

/** So much is drawn beyond both edges, in px. */
const BEYOND = 900;
const NEAR = 700;
const AT_END = 40;

/**
 * Draws only the rows of a list that are seen, and keeps what is seen in its place: rows that are loaded above or that
 * grow do not push it away, and who is at the end stays there.
 *
 * @param {{
 *   rows: { key: string }[],
 *   estimate: (row: any) => number,
 *   head: number,
 *   onNearTop: () => void,
 *   onMove: () => void,
 * }} of `head`: height in px of what stands above the rows.
 */
export function useWindow(of) {
  const [, redraw] = useReducer((/** @type {number} */ n) => n + 1, 0);
  const list = useMemo(() => new WindowedList(() => redraw(0)), []);
  list.take(of);
  const scroller = useRef(/** @type {HTMLElement | null} */ (null));
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => list.attach(scroller.current, box.current), []);
  useLayoutEffect(() => list.settle());
  return { list, scroller, box, ...list.drawn() };
}

class WindowedList {
  #redraw;
  #heights = new Map();
  #offsets = new Float64Array(1);
  /** The row that the view hangs on, and how far its top lies above the view's. */
  #anchor = { key: '', above: 0, isAtEnd: true };
  #range = [0, 0];
  /** @type {HTMLElement | null} */
  #scroller = null;
  /** @type {HTMLElement | null} */
  #box = null;
  #of = /** @type {any} */ ({ rows: [], estimate: () => 0, head: 0, onNearTop() {}, onMove() {} });
  #places = new Map();

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.#redraw = redraw;
  }

  take(/** @type {any} */ of) {
    if (of.rows !== this.#of.rows) this.#places = new Map(of.rows.map((row, index) => [row.key, index]));
    this.#of = of;
    this.#offsets = offsetsOf(of.rows, this.#heights, of.estimate);
    this.#range = this.#wanted();
  }

  /** What is to be drawn, with the heights of what is not. */
  drawn() {
    const [start, end] = this.#range;
    const offsets = this.#offsets;
    return { start, end, before: offsets[start], after: offsets[offsets.length - 1] - offsets[end] };
  }

  attach(/** @type {HTMLElement | null} */ scroller, /** @type {HTMLElement | null} */ box) {
    this.#scroller = scroller;
    this.#box = box;
    if (scroller === null || box === null) return undefined;
    const sizes = new ResizeObserver(() => this.settle());
    sizes.observe(scroller);
    sizes.observe(box);
    return () => sizes.disconnect();
  }

  /** After drawing, or when something grew: measures, puts the view back to its place, draws more where it is missing. */
  settle() {
    if (this.#scroller === null) return;
    this.#measure();
    this.#offsets = offsetsOf(this.#of.rows, this.#heights, this.#of.estimate);
    const top = this.#top();
    if (Math.abs(this.#scroller.scrollTop - top) > 1) this.#scroller.scrollTop = top;
    this.#drawIfNeeded();
  }

  onScroll() {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const top = scroller.scrollTop - this.#of.head;
    const index = rowAt(this.#offsets, top);
    const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_END;
    this.#anchor = { key: this.#of.rows[index]?.key ?? '', above: top - this.#offsets[index], isAtEnd };
    this.#drawIfNeeded();
    if (scroller.scrollTop < NEAR) this.#of.onNearTop();
    this.#of.onMove();
  }

  get isAtEnd() {
    return this.#anchor.isAtEnd;
  }

  /** Whether a row lies above what is seen. @param {string} key */
  isAbove(key) {
    const index = this.#places.get(key);
    return index !== undefined && this.#offsets[index + 1] <= this.#top() - this.#of.head;
  }

  has(/** @type {string} */ key) {
    return this.#places.has(key);
  }

  toEnd() {
    this.#anchor = { key: '', above: 0, isAtEnd: true };
    this.#redraw();
  }

  /** Brings a row into view, somewhat below the upper edge. @param {string} key */
  toRow(key) {
    this.#anchor = { key, above: -90, isAtEnd: false };
    this.#redraw();
  }

  #measure() {
    for (const row of /** @type {Iterable<HTMLElement>} */ (this.#box?.children ?? [])) {
      const { key } = row.dataset;
      if (key !== undefined) this.#heights.set(key, row.getBoundingClientRect().height);
    }
  }

  /** Where the view belongs, as the scroller counts. */
  #top() {
    const height = this.#scroller?.clientHeight ?? innerHeight;
    const end = Math.max(0, this.#of.head + this.#offsets[this.#offsets.length - 1] - height);
    const index = this.#places.get(this.#anchor.key);
    if (this.#anchor.isAtEnd || index === undefined) return end;
    return Math.max(0, Math.min(end, this.#of.head + this.#offsets[index] + this.#anchor.above));
  }

  #wanted() {
    const top = this.#top() - this.#of.head;
    const height = this.#scroller?.clientHeight ?? innerHeight;
    return rangeOf(this.#offsets, Math.max(0, top - BEYOND), top + height + BEYOND);
  }

  // Some of what is drawn beyond the edges may stay: only what is missing is a reason to draw again.
  #drawIfNeeded() {
    const [start, end] = this.#wanted();
    const [shownStart, shownEnd] = this.#range;
    if (start !== shownStart || end !== shownEnd) this.#redraw();
  }
}
