import { isPhone } from '../ui/layer.js';

/** Feishu's colour families: their middle tone, and the tone that text has. */
const FAMILIES = {
  blue: ['#3370ff', '#1456f0'],
  wathet: ['#14a9e8', '#0a86c0'],
  turquoise: ['#10b8a6', '#04847a'],
  green: ['#34c724', '#248f1a'],
  lime: ['#9bbf00', '#667f00'],
  yellow: ['#f0b400', '#9a6b00'],
  sunflower: ['#ffc60a', '#9a6b00'],
  orange: ['#ff8800', '#c25f00'],
  red: ['#f54a45', '#d83931'],
  carmine: ['#f01d94', '#c71077'],
  violet: ['#d136d1', '#a626a6'],
  purple: ['#7f3bf5', '#6425d0'],
  indigo: ['#4954e6', '#3943cc'],
  grey: ['#8f959e', '#747b85'],
  neutral: ['#8f959e', '#1f2329'],
};
const FIXED = { default: '#1f2329', white: '#ffffff', 'bg-white': '#ffffff', black: '#000000' };
const RGBA = /^rgba?\([\d.,%\s]+\)$/;
const MIDDLE = 500;

const SIZES = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
  'xxxx-large': 30,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 16,
  medium: 14,
  small: 12,
  'x-small': 10,
};

/** The tone of a step, as `blue-200`: lighter below the middle, darker above. */
function step(/** @type {string} */ family, /** @type {number} */ at) {
  const [tone] = FAMILIES[family];
  if (at <= MIDDLE) return `color-mix(in srgb, ${tone} ${Math.round((at / MIDDLE) * 94 + 4)}%, white)`;
  return `color-mix(in srgb, ${tone} ${Math.round(100 - (at - MIDDLE) / 8)}%, black)`;
}

function parsed(/** @type {unknown} */ name) {
  const [, family, at] = /^([a-z]+)(?:-(\d+))?$/.exec(String(name ?? '')) ?? [];
  return family !== undefined && Object.hasOwn(FAMILIES, family)
    ? { family, at: at === undefined ? undefined : Number(at) }
    : undefined;
}

/**
 * What the names of colours and sizes mean in a card; a card may bring its own (`cus-0`).
 *
 * @param {{color?: Record<string, {light_mode: string}>, text_size?: Record<string, Record<string, string>>}} [style]
 */
export function lookOf(style = {}) {
  const own = (/** @type {string} */ name) => safe(style.color?.[name]?.light_mode);
  const text = (/** @type {string | undefined} */ name) => {
    const found = parsed(name);
    if (found) return found.at === undefined ? FAMILIES[found.family][1] : step(found.family, found.at);
    return FIXED[name ?? ''] ?? own(name ?? '') ?? safe(name);
  };
  const fill = (/** @type {string | undefined} */ name) => {
    if (name === undefined || name === 'default') return undefined;
    if (name === 'laser') return 'linear-gradient(100deg, #e6edff, #f3e8ff 50%, #ffe9f3)';
    if (name === 'grey' || name === 'neutral') return '#f5f6f7';
    const found = parsed(name);
    if (found) return step(found.family, found.at ?? 40);
    return FIXED[name] ?? own(name) ?? safe(name);
  };
  return {
    text,
    fill,
    /** A line around something. */
    line: (/** @type {string | undefined} */ name) => {
      const found = parsed(name);
      if (found === undefined) return FIXED[name ?? ''] ?? own(name ?? '') ?? safe(name) ?? '#dee0e3';
      return found.family === 'grey' && found.at === undefined
        ? '#dee0e3'
        : step(found.family, found.at ?? 200);
    },
    /** The head of a card in its template's colour. */
    head: (/** @type {string | undefined} */ template) => {
      const found = parsed(template);
      if (found === undefined) return {};
      const [tone] = FAMILIES[found.family];
      return {
        background: `color-mix(in srgb, ${tone} 14%, white)`,
        color: `color-mix(in srgb, ${tone} 58%, black)`,
      };
    },
    /** A text tag: a strong tone on a light one. */
    tag: (/** @type {string | undefined} */ name) => {
      const found = parsed(name) ?? { family: 'blue' };
      const [tone] = FAMILIES[found.family];
      return {
        background: `color-mix(in srgb, ${tone} 18%, transparent)`,
        color: `color-mix(in srgb, ${tone} 62%, black)`,
      };
    },
    /** px of a text size by name; an unknown one is normal. */
    size: (/** @type {string | undefined} */ name) => {
      const given = style.text_size?.[name ?? ''];
      const of = given ? (given[isPhone() ? 'mobile' : 'pc'] ?? given.default) : name;
      return `${SIZES[of ?? ''] ?? SIZES.normal}px`;
    },
  };
}

function safe(/** @type {string | undefined} */ value) {
  return value !== undefined && RGBA.test(value) ? value : undefined;
}

const SPACES = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };

/** A spacing by its name or in px. @param {string | undefined} value @param {string} fallback */
export function spaceOf(value, fallback) {
  return SPACES[value ?? ''] ?? value ?? fallback;
}

const ALIGN = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

/** @param {string | undefined} value */
export function alignOf(value) {
  return ALIGN[value ?? ''];
}

/** The width of a field or button: `fill`, a number of px, or its own. @param {string | undefined} value */
export function widthOf(value) {
  if (value === 'fill') return '100%';
  return /^\d+px$/.test(value ?? '') ? value : undefined;
}
