import { html } from '../html.js';

/** Strokes on a grid of 24. */
const STROKES = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  more: 'M5 11.2v1.6M12 11.2v1.6M19 11.2v1.6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  chat: 'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-6l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  pulse: 'M3 12h4l2.5-6.5 5 13L17 12h4',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M16 4.8a3.3 3.3 0 0 1 0 6.4M18 14.8c2 .7 3.2 2.3 3.6 4.7',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  eye: 'M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5',
  smile:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2M9 9.5v.6M15 9.5v.6',
  reply: 'M10 6L4.5 11.5 10 17M5 11.5h8.5a6 6 0 0 1 6 6V19',
  at: 'M12 8.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM15.8 8.5v4.7c0 1.7 1 2.6 2.2 2.6 1.5 0 2.5-1.4 2.5-3.8a8.5 8.5 0 1 0-3.3 6.7',
  slash: 'M5.5 3.5h13a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM14 8l-4 8',
  attach:
    'M20 11.5l-7.8 7.8a5 5 0 0 1-7-7l8.2-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5',
  send: 'M4 12l16-8-5 16-3.5-6.5L4 12zM11.5 13.5L20 4',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15L6 16.5zM10 20.5h4',
  calendar:
    'M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8.5 3.5v4M15.5 3.5v4',
  chart: 'M4 20h16M7 16v-5M12 16V6M17 16V9',
  file: 'M6 3.5h8l4.5 4.5V20a.5.5 0 0 1-.5.5H6a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM14 3.5V8h4.5',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.01M4 12h.01M4 17.5h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  pin: 'M12 21s6.5-5.7 6.5-11a6.5 6.5 0 1 0-13 0c0 5.3 6.5 11 6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5l-4.5 1zM13.5 7l3.5 3.5',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.6',
  warning: 'M12 4L2.8 19.5h18.4L12 4zM12 10v4.5M12 17v.1',
  done: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12.3l2.8 2.8L16 9.5',
  fail: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9 9l6 6M15 9l-6 6',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4',
  robot:
    'M5.5 8.5h13a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17v-7a1.5 1.5 0 0 1 1.5-1.5zM12 8.5V5M9 12.5v1.5M15 12.5v1.5M10.5 5h3',
  building: 'M5 20.5v-16h9v16M14 9.5h5v11M3 20.5h18M8 8.5h3M8 12h3M8 15.5h3',
  flag: 'M6 21V4.5M6 5h12l-2.5 4L18 13H6',
  star: 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8L12 4z',
  dot: 'M12 10.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
};

/** Words in Feishu's icon tokens (`chat_outlined`, `down-small-ccm_outlined`) and the glyph that stands for them. */
const TOKENS = [
  [/robot|bot_/, 'robot'],
  [/calendar|date/, 'calendar'],
  [/time|clock|history|alarm/, 'clock'],
  [/chat|message|comment/, 'chat'],
  [/bell|notification|remind/, 'bell'],
  [/chart|data|rank|bitable/, 'chart'],
  [/group|members|team|contacts/, 'people'],
  [/member|person|user/, 'person'],
  [/search|zoom/, 'search'],
  [/file|doc|report|note/, 'file'],
  [/list|todo|task|check-?box/, 'list'],
  [/link/, 'link'],
  [/location|map/, 'pin'],
  [/edit|pen/, 'edit'],
  [/yes|done|succeed|check/, 'done'],
  [/no_|close|fail|error|delete/, 'fail'],
  [/warn|alert|report-?problem|maybe/, 'warning'],
  [/info|help|question/, 'info'],
  [/refresh|undo|redo/, 'retry'],
  [/download/, 'download'],
  [/down/, 'down'],
  [/up/, 'up'],
  [/right|forward/, 'forward'],
  [/left|back/, 'back'],
  [/add|plus/, 'plus'],
  [/flag|approval|target/, 'flag'],
  [/star|collect|good|thumbs/, 'star'],
  [/company|building|tenant|organization/, 'building'],
  [/more/, 'more'],
];

/** A glyph by its name. @param {{name: keyof typeof STROKES, size?: number | string, color?: string, title?: string}} of */
export function Icon({ name, size = 20, color, title }) {
  const hidden = title === undefined ? 'true' : undefined;
  return html`<svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} style=${{ color }}
    role=${title === undefined ? undefined : 'img'} aria-label=${title} aria-hidden=${hidden}>
    <path d=${STROKES[name]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
}

/** The glyph for one of Feishu's icon tokens; a dot for those that stand for nothing here. @param {string} token */
export function glyphOf(token) {
  const found = TOKENS.find(([pattern]) => /** @type {RegExp} */ (pattern).test(token));
  return /** @type {keyof typeof STROKES} */ (found?.[1] ?? 'dot');
}
