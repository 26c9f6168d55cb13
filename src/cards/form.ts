import { type Element, plain } from './elements.ts';

interface FieldParts {
  name: string;
  placeholder: string;
}

/** A form: the client keeps what is typed until a submit button is pressed. */
export function form(name: string, elements: Element[]): Element {
  return { tag: 'form', name, vertical_spacing: '8px', elements };
}

/** One of several; the option's value comes back under `name`. */
export function select(
  of: FieldParts & { options: readonly { label: string; value: string }[]; initial?: string | undefined },
): Element {
  const isOffered = of.options.some((option) => option.value === of.initial);
  return {
    tag: 'select_static',
    name: of.name,
    placeholder: plain(of.placeholder),
    required: false,
    width: 'fill',
    ...(isOffered && { initial_option: of.initial }),
    options: of.options.map((option) => ({ text: plain(option.label), value: option.value })),
  };
}

/** Any of several; the options' values come back as a list. */
export function multiSelect(
  of: FieldParts & { options: readonly { label: string; value: string }[]; initial?: readonly string[] },
): Element {
  return {
    tag: 'multi_select_static',
    name: of.name,
    placeholder: plain(of.placeholder),
    required: false,
    width: 'fill',
    ...(of.initial !== undefined && of.initial.length > 0 && { selected_values: [...of.initial] }),
    options: of.options.map((option) => ({ text: plain(option.label), value: option.value })),
  };
}

/** One person: of those offered, or of the chat's members when nobody is. */
export function personSelect(
  of: FieldParts & { offered: readonly string[]; initial?: string | undefined },
): Element {
  const offered = [...new Set([...(of.initial === undefined ? [] : [of.initial]), ...of.offered])];
  return {
    tag: 'select_person',
    name: of.name,
    placeholder: plain(of.placeholder),
    required: false,
    width: 'fill',
    ...(of.initial !== undefined && { initial_option: of.initial }),
    ...(offered.length > 0 && { options: offered.map((value) => ({ value })) }),
  };
}

export interface InputParts extends FieldParts {
  /** At most 1,000, which is the platform's limit. */
  maxLength: number;
  initial?: string | undefined;
  /** Stands above the field. */
  label?: string;
  /** So many lines high; a field of one line when absent. */
  rows?: number;
}

export function input(of: InputParts): Element {
  return {
    tag: 'input',
    name: of.name,
    ...(of.label !== undefined && { label: plain(of.label), label_position: 'top' }),
    ...(of.rows !== undefined && { input_type: 'multiline_text', rows: of.rows }),
    placeholder: plain(of.placeholder),
    required: false,
    width: 'fill',
    max_length: of.maxLength,
    ...(of.initial !== undefined && of.initial !== '' && { default_value: of.initial }),
  };
}

/** A day; it comes back as `2026-12-28 +0800`. */
export function dayPicker(of: FieldParts & { initial?: string | undefined }): Element {
  return {
    tag: 'date_picker',
    name: of.name,
    placeholder: plain(of.placeholder),
    required: false,
    width: 'fill',
    ...(of.initial !== undefined && { initial_date: of.initial }),
  };
}

/** Sends the form; `value` comes back beside the fields. @param look several buttons of one form need their names. */
export function submit(
  label: string,
  value: { action: string } & Record<string, unknown>,
  look: { name?: string; type?: 'default' | 'primary' | 'danger'; width?: 'default' | 'fill' } = {},
): Element {
  return {
    tag: 'button',
    name: look.name ?? `submit_${value.action}`,
    text: plain(label),
    type: look.type ?? 'primary',
    width: look.width ?? 'fill',
    form_action_type: 'submit',
    behaviors: [{ type: 'callback', value }],
  };
}

/** A field as the client sends it; an empty one may be absent, null or blank. */
export function fieldOf(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Values of a field with several, as the client sends them. */
export function choicesOf(form: Record<string, unknown>, name: string): string[] {
  const value = form[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
