import { Button, Overflow } from './button.js';
import { Chart } from './chart.js';
import { Form } from './form.js';
import { html } from './html.js';
import {
  Checker,
  DatePicker,
  Input,
  MultiSelect,
  PickerDatetime,
  PickerTime,
  SelectPerson,
  SelectStatic,
} from './inputs.js';
import { CollapsiblePanel, ColumnSet, InteractiveContainer } from './layout.js';
import { Image, Person, PersonList } from './media.js';
import { Table } from './table.js';
import { DivElement, MarkdownElement } from './text.js';

const COMPONENTS = {
  markdown: MarkdownElement,
  div: DivElement,
  hr: () => html`<hr class="card-hr" />`,
  img: Image,
  column_set: ColumnSet,
  collapsible_panel: CollapsiblePanel,
  interactive_container: InteractiveContainer,
  person: Person,
  person_list: PersonList,
  table: Table,
  chart: Chart,
  form: Form,
  input: Input,
  select_static: SelectStatic,
  multi_select_static: MultiSelect,
  select_person: SelectPerson,
  multi_select_person: MultiSelect,
  date_picker: DatePicker,
  picker_time: PickerTime,
  picker_datetime: PickerDatetime,
  checker: Checker,
  button: Button,
  overflow: Overflow,
};

/** Components below each other. One that the page does not know shows a red box with its name. */
export function Elements({ elements = [], env, gap }) {
  return html`<div class="elements" style=${{ gap }}>
    ${elements.map((element) => {
      const Component = COMPONENTS[element.tag];
      const shown = Component
        ? html`<${Component} element=${element} env=${env} />`
        : html`<div class="unknown">未知组件：${String(element.tag)}</div>`;
      return element.margin ? html`<div style=${{ margin: element.margin }}>${shown}</div>` : shown;
    })}
  </div>`;
}
