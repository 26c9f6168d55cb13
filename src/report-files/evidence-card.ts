import type { EvidenceRow } from '../../db/queries/evidence.ts';
import { type Card, card, type Element, lines, markdown, text } from '../cards/elements.ts';
import { form, select, submit } from '../cards/form.ts';
import type { Desk } from '../reports/desk.ts';

/** More choices than these are too long a list for a phone. */
const MOST_CHOICES = 60;

/** Where a file may belong: an item of one of one's open reports. */
export interface Place {
  desk: Desk;
  item: string;
  title: string;
}

/** What a select's option brings back. */
export function placeValue({ desk, item }: Place): string {
  return `${desk.key.period}|${desk.key.unit}|${item}`;
}

/** A file that was taken in: where it belongs, and the choice of another item. */
export function evidenceCard(row: EvidenceRow, of: { places: readonly Place[]; says?: string }): Card {
  const at = of.places.find((place) => placeValue(place) === `${row.period}|${row.unit}|${row.item}`);
  return card({
    summary: `佐证材料：${row.name}`,
    header: {
      title: '佐证材料',
      subtitle: at ? `${at.desk.unitName} · ${at.desk.periodName}` : '请选它属于哪一项',
      template: at ? 'green' : 'orange',
    },
    elements: [
      markdown(`**${lines([row.name])}**（${sizeName(row.size)}）`),
      text(of.says ?? (at ? `已作为佐证放在：${at.title}` : '这个文件是哪一项的佐证？选好后点按钮。')),
      placeForm(row, of.places, at),
      text('只记下文件的名称、大小和校验值，文件本身留在飞书；佐证可以不传。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

/** A file that is no evidence any more. */
export function removedCard(row: EvidenceRow): Card {
  return card({
    summary: `佐证材料：${row.name}`,
    header: { title: '佐证材料', subtitle: '已移除', template: 'grey' },
    elements: [markdown(`**${lines([row.name])}**`), text('不再作为佐证。需要时把文件再发一次。')],
  });
}

function placeForm(row: EvidenceRow, places: readonly Place[], at: Place | undefined): Element {
  const units = new Set(places.map((place) => `${place.desk.key.period} ${place.desk.key.unit}`));
  const options = places.slice(0, MOST_CHOICES).map((place) => ({
    label: units.size > 1 ? `${place.desk.unitName} ${place.desk.key.period}：${place.title}` : place.title,
    value: placeValue(place),
  }));
  return form('evidence_form', [
    select({ name: 'place', placeholder: '选择事项', options, initial: at && placeValue(at) }),
    submit(
      at ? '改放到所选事项' : '存为佐证',
      { action: 'evidence-place', id: row.id },
      { name: 'place_it' },
    ),
    submit('不作佐证', { action: 'evidence-remove', id: row.id }, { name: 'remove_it', type: 'default' }),
  ]);
}

/** `1.2 MB`, `340 KB` */
function sizeName(bytes: number): string {
  const kb = bytes / 1024;
  return kb < 1024 ? `${Math.max(1, Math.round(kb))} KB` : `${(kb / 1024).toFixed(1)} MB`;
}
