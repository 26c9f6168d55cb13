import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { space } from './colors.js';
import { Elements } from './elements.js';
import { FormContext } from './form-context.js';
import { html } from './html.js';

/**
 * A form keeps what was typed until it is sent: a card that changes meanwhile keeps a field's text unless it brings
 * another default for it; after a sending that went through, the next version of the card starts from its defaults.
 */
export function Form({ element, env }) {
  const fields = useRef(new Map());
  const wasSent = useRef(false);
  const [errors, setErrors] = useState({});
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    if (!wasSent.current) return;
    wasSent.current = false;
    fields.current.clear();
    setErrors({});
    redraw((n) => n + 1);
  }, [env.version]);
  const form = useMemo(() => {
    const changed = () => redraw((n) => n + 1);
    return {
      /** The value of a field, its default until somebody changes it. */
      value(name, initial) {
        const field = fields.current.get(name);
        if (field && same(field.initial, initial)) return field.value;
        fields.current.set(name, { value: initial, initial, required: field?.required });
        return initial;
      },
      set(name, value) {
        fields.current.set(name, { ...fields.current.get(name), value });
        setErrors((before) => ({ ...before, [name]: undefined }));
        changed();
      },
      /** Tells the form what it has to check. */
      declare(name, required, encode) {
        const field = fields.current.get(name) ?? {};
        fields.current.set(name, { ...field, required, encode });
      },
      check() {
        const missing = {};
        for (const [name, field] of fields.current) {
          if (field.required && (isEmpty(field.value) || field.value === false)) missing[name] = '此项必填';
        }
        setErrors(missing);
        return Object.keys(missing).length === 0;
      },
      reset() {
        fields.current.clear();
        changed();
      },
      async submit(action, formEnv) {
        const form_value = {};
        for (const [name, field] of fields.current) {
          if (!isEmpty(field.value))
            form_value[name] = field.encode ? field.encode(field.value) : field.value;
        }
        const result = await formEnv.act({ ...action, form_value });
        if (
          result &&
          result.code === undefined &&
          result.toast?.type !== 'error' &&
          result.toast?.type !== 'warning'
        )
          wasSent.current = true;
      },
    };
  }, []);
  return html`<${FormContext.Provider} value=${{ ...form, errors }}>
    <div class="form">
      <${Elements} elements=${element.elements} env=${env} gap=${space(element.vertical_spacing, '12px')} />
    </div>
  <//>`;
}

function isEmpty(value) {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
