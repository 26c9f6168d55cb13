import { encoded, FIELD_KINDS, isEmpty, isSame } from './fields/field-kinds.js';

/**
 * What was typed into a form and not sent. It outlives the drawing of the card: a card that is changed keeps the text
 * of a field, unless it brings another default for it. What was sent and taken is forgotten with the next version of
 * the card; what was typed since is not.
 */
export class FormMemory {
  /** @type {Map<string, {value: any, initial: any}>} */
  #fields = new Map();
  /** @type {{version: number, values: Map<string, any>, isTaken: boolean} | undefined} */
  #sent;

  /** The memory of a form, kept in the message's. @param {Map<string, unknown>} memory @param {string} name @returns {FormMemory} */
  static in(memory, name) {
    const key = `form ${name}`;
    const known = /** @type {FormMemory | undefined} */ (memory.get(key));
    if (known) return known;
    const made = new FormMemory();
    memory.set(key, made);
    return made;
  }

  /** @param {any} element */
  valueOf(element) {
    const initial = FIELD_KINDS[element.tag].initial(element);
    const field = this.#fields.get(element.name);
    if (field === undefined) return initial;
    if (isSame(field.initial, initial)) return field.value;
    this.#fields.delete(element.name);
    return initial;
  }

  /** @param {any} element @param {any} value */
  set(element, value) {
    this.#fields.set(element.name, { value, initial: FIELD_KINDS[element.tag].initial(element) });
  }

  clear() {
    this.#fields.clear();
  }

  /** What is sent for a form's fields; empty ones are left out. @param {any[]} fields */
  formValue(fields) {
    return Object.fromEntries(
      fields.flatMap((element) => {
        const value = this.valueOf(element);
        return isEmpty(value) ? [] : [[element.name, encoded(element, value)]];
      }),
    );
  }

  /** The form is on its way, from a version of the card. @param {number} version */
  sending(version) {
    const values = new Map([...this.#fields].map(([name, { value }]) => [name, value]));
    this.#sent = { version, values, isTaken: false };
  }

  /** The bot took what was sent, or refused it. @param {boolean} isTaken */
  answered(isTaken) {
    if (this.#sent && isTaken) this.#sent.isTaken = true;
    else this.#sent = undefined;
  }

  /** The card is drawn in a version: what was taken before it is forgotten. @param {number} version */
  drawn(version) {
    if (!this.#sent?.isTaken || version <= this.#sent.version) return;
    for (const [name, value] of this.#sent.values)
      if (isSame(this.#fields.get(name)?.value, value)) this.#fields.delete(name);
    this.#sent = undefined;
  }
}
