/**
 * The fields of cards: what each holds before anybody touched it, and how it is sent, inside of a form and alone.
 *
 * @typedef {{
 *   initial: (element: any) => any,
 *   encode?: (value: any) => any,
 *   alone: (encoded: any) => Partial<import('../../../contract.ts').SandboxAction>,
 * }} FieldKind
 */

/** Pickers hand back the zone of the client. */
const withZone = (/** @type {string} */ value) => (value === '' ? '' : `${value} +0800`);
const option = (/** @type {string} */ value) => ({ option: value });
const options = (/** @type {string[]} */ value) => ({ options: value });

/** @type {Record<string, FieldKind>} */
export const FIELD_KINDS = {
  input: { initial: (of) => of.default_value ?? '', alone: (value) => ({ input_value: value }) },
  select_static: {
    initial: (of) => of.initial_option ?? of.options?.[(of.initial_index ?? 0) - 1]?.value ?? '',
    alone: option,
  },
  select_person: { initial: (of) => of.initial_option ?? '', alone: option },
  multi_select_static: { initial: (of) => of.selected_values ?? [], alone: options },
  multi_select_person: { initial: (of) => of.selected_values ?? [], alone: options },
  date_picker: { initial: (of) => of.initial_date ?? '', encode: withZone, alone: option },
  picker_time: { initial: (of) => of.initial_time ?? '', encode: withZone, alone: option },
  picker_datetime: { initial: (of) => of.initial_datetime ?? '', encode: withZone, alone: option },
  checker: { initial: (of) => of.checked === true, alone: (value) => ({ checked: value }) },
};

/** What is sent for a value. @param {any} element @param {any} value */
export function encoded(element, value) {
  return FIELD_KINDS[element.tag].encode?.(value) ?? value;
}

/** Nothing was typed or chosen. @param {unknown} value */
export function isEmpty(value) {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** @param {unknown} a @param {unknown} b */
export function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** All fields in a form, also those in columns and folded panels, by the order in which they stand. @param {any} element @returns {any[]} */
export function fieldsIn(element) {
  return [...(element.elements ?? []), ...(element.columns ?? [])].flatMap((inner) =>
    Object.hasOwn(FIELD_KINDS, inner.tag) && inner.name ? [inner] : fieldsIn(inner),
  );
}
