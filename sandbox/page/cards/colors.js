/** Feishu's colour names, as far as cards use them: text, tint behind it. */
const COLORS = {
  blue: ['#1456f0', '#e1eaff'],
  wathet: ['#0577ad', '#d9f3fd'],
  turquoise: ['#04796d', '#d5f6f2'],
  green: ['#186010', '#d9f5d6'],
  lime: ['#587001', '#eef6c6'],
  yellow: ['#865b03', '#faf1d1'],
  orange: ['#a44904', '#feead2'],
  red: ['#ac2f28', '#fde2e2'],
  carmine: ['#a5197a', '#fddbef'],
  violet: ['#8c218c', '#f8def8'],
  purple: ['#5a32a9', '#ece2fe'],
  indigo: ['#2933c7', '#e0e2fa'],
  grey: ['#646a73', '#eff0f1'],
  neutral: ['#1f2329', '#eff0f1'],
  default: ['#1f2329', '#ffffff'],
  white: ['#ffffff', '#ffffff'],
};

/** The colour of text; a name with a step (`blue-600`) falls back to its family. */
export function textColor(name) {
  return family(name)?.[0];
}

/** The tint behind tags and panels. */
export function tint(name) {
  return family(name)?.[1];
}

function family(name) {
  return typeof name === 'string' ? COLORS[name.replace(/-\d+$/, '')] : undefined;
}

const SIZES = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
};

/** px of a named text size; an unknown one is normal. */
export function fontSize(name) {
  return `${SIZES[name] ?? 14}px`;
}

const SPACES = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };

/** A spacing by name or in px. */
export function space(value, fallback) {
  return SPACES[value] ?? value ?? fallback;
}
