import type { BulletinRow, SectionRow } from '../../db/queries/bulletins.ts';
import { figureCheck, figuresChanged, list } from './figures.ts';
import { type BulletinPart, isGroup, isHead } from './parts.ts';

/** A bulletin of a period as it is made the first time, from what was composed. Pure. */
export function newBulletin(
  period: string,
  fresh: readonly BulletinPart[],
  made: { by: string; at: number },
): { row: BulletinRow; sections: SectionRow[] } {
  const key = { period, revision: 1 };
  return {
    row: { ...key, ...UNTOUCHED, note: '', made_by: made.by, made_at: made.at },
    sections: fresh.map(({ id, title, text }, position) => ({
      ...key,
      section: id,
      position,
      title,
      composed: text,
      text,
      version: 1,
      edited_by: null,
      edited_at: null,
    })),
  };
}

/** A bulletin that nobody has sent, decided or published. */
export const UNTOUCHED = {
  state: 'draft',
  version: 1,
  sent_by: null,
  sent_at: null,
  decided_by: null,
  decided_at: null,
  reason: '',
  own_file: null,
  own_name: null,
  own_size: null,
  own_sha256: null,
  own_doubts: '',
  own_by: null,
  own_at: null,
  annex_file: null,
  docx_file: null,
  docx_sha256: null,
  hash: null,
  chat_id: null,
  published_by: null,
  published_at: null,
} as const;

/** Sections after building anew: what a person has edited stays as it is, the rest says what the facts say. Pure. */
export function rebuilt(stored: readonly SectionRow[], fresh: readonly BulletinPart[]): SectionRow[] {
  return stored.map((section) => {
    const text = freshText(section, fresh);
    return section.edited_by === null && text !== undefined && text !== section.text
      ? { ...section, text, composed: text, version: section.version + 1 }
      : section;
  });
}

/** Building has changed it. */
export function isStale(stored: SectionRow, now: SectionRow | undefined): boolean {
  return now !== undefined && now.version !== stored.version;
}

/** What was composed for a section now; undefined for one that is composed no more. */
export function freshText(
  { section }: Pick<SectionRow, 'section'>,
  fresh: readonly BulletinPart[],
): string | undefined {
  return fresh.find(({ id }) => id === section)?.text;
}

/**
 * Where an edited text has other figures than the stored ones: what has changed since it was edited, what it lacks,
 * what it has beside them. Chinese sentences; none where every figure is a stored one. Pure.
 */
export function figureWarnings(sections: readonly SectionRow[], fresh: readonly BulletinPart[]): string[] {
  return sections.flatMap((section) => {
    const text = freshText(section, fresh);
    if (text === undefined || text === section.text) return [];
    const changed = figuresChanged(section.composed, text);
    const { missing, other } = figureCheck(text, section.text);
    return [
      ...(changed.length > 0 ? [`${section.title}：数据有变化，${changed.join('、')}。`] : []),
      ...(missing.length > 0 ? [`${section.title}：系统里的${list(missing)}在文字里没有找到。`] : []),
      ...(other.length > 0 ? [`${section.title}：文字里的${list(other)}不是系统里的数。`] : []),
    ];
  });
}

/** Titles of the sections that differ from what was published before. Pure. */
export function changedTitles(earlier: readonly SectionRow[], now: readonly SectionRow[]): string[] {
  const before = new Map(earlier.map(({ section, text }) => [section, text]));
  return now.filter(({ section, text }) => before.get(section) !== text).map(({ title }) => title);
}

/** A line of the paper's frame that people may change. */
export function isFrame(section: SectionRow): boolean {
  return isHead({ id: section.section, title: '', text: '' }) && section.section !== 'head:issuer';
}

export function isGroupSection({ section }: SectionRow): boolean {
  return isGroup({ id: section, title: '', text: '' });
}
