import { html } from '../html.js';
import { Button } from './button.js';
import { Chart } from './display/chart.js';
import { Div } from './display/div.js';
import { Img } from './display/img.js';
import { MarkdownElement } from './display/markdown-element.js';
import { Note } from './display/note.js';
import { Person, PersonList } from './display/person.js';
import { Table } from './display/table.js';
import { Checker } from './fields/checker.js';
import { Input } from './fields/input.js';
import { DatePicker, PickerDatetime, PickerTime } from './fields/pickers.js';
import { Select } from './fields/select.js';
import { Form } from './form.js';
import { CollapsiblePanel } from './layout/collapsible-panel.js';
import { ColumnSet } from './layout/column-set.js';
import { InteractiveContainer } from './layout/interactive-container.js';
import { Overflow } from './overflow.js';

/** What draws each component. One more is one line here. */
export const COMPONENTS = {
  markdown: MarkdownElement,
  div: Div,
  hr: () => html`<hr class="card-hr" />`,
  note: Note,
  img: Img,
  column_set: ColumnSet,
  collapsible_panel: CollapsiblePanel,
  interactive_container: InteractiveContainer,
  person: Person,
  person_list: PersonList,
  table: Table,
  chart: Chart,
  form: Form,
  input: Input,
  select_static: Select,
  multi_select_static: Select,
  select_person: Select,
  multi_select_person: Select,
  date_picker: DatePicker,
  picker_time: PickerTime,
  picker_datetime: PickerDatetime,
  checker: Checker,
  button: Button,
  overflow: Overflow,
};
