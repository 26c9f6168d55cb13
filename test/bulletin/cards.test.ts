import { describe, expect, it } from 'vitest';
import type { SectionRow } from '../../db/queries/bulletins.ts';
import type { BulletinState } from '../../db/schema-bulletin.ts';
import type { BulletinDesk } from '../../src/bulletin/desk.ts';
import { deskCard } from '../../src/bulletin/desk-card.ts';
import { bulletinClashCard, editCard } from '../../src/bulletin/edit-card.ts';
import { LONGEST_SECTION } from '../../src/bulletin/pieces.ts';
import { publishedMessages } from '../../src/bulletin/published.ts';
import { UNTOUCHED } from '../../src/bulletin/sections.ts';
import { assertFits } from '../../src/cards/limits.ts';

/** Every mark of markdown grows when it is escaped. */
const WORST = '（*'.repeat(LONGEST_SECTION / 2);
const KEY = { period: '2026Q4', revision: 2 };
const IDS = [
  ...['head:issuer', 'head:title', 'head:to', 'head:copies', 'overall'],
  ...Array.from({ length: 22 }, (_, index) => `group:${index + 1}`),
  ...['filing', 'targets', 'problems', 'practices', 'next'],
];
const SECTIONS: SectionRow[] = IDS.map((section, position) => ({
  ...KEY,
  section,
  position,
  title: '很长的知识产权创造保护和运用专项工作小组'.slice(0, 20),
  composed: '1',
  text: WORST,
  version: 1,
  edited_by: 'ou_1',
  edited_at: 0,
}));
const desk = (state: BulletinState, ownFile: string | null = null): BulletinDesk => ({
  act: { sender: 'ou_1' } as BulletinDesk['act'],
  name: '2026年第四季度',
  row: {
    ...KEY,
    ...UNTOUCHED,
    state,
    note: '*'.repeat(200),
    made_by: 'bot',
    made_at: 0,
    reason: '*'.repeat(300),
    own_file: ownFile,
    own_name: '*'.repeat(80),
    own_sha256: 'a'.repeat(64),
    own_doubts: '数'.repeat(160),
    published_at: state === 'published' ? 0 : null,
  },
  isNew: false,
  sections: SECTIONS,
  stale: [],
  fresh: IDS.map((id) => ({ id, title: id, text: '字'.repeat(1000) })),
  facts: { period: {} as never, sheets: [] },
  clashes: [],
  labels: (id) =>
    `<person id='${id.padEnd(40, 'x')}' show_name=true show_avatar=false style='normal'></person>`,
  warnings: Array.from({ length: 60 }, () => '数'.repeat(400)),
  earlier: [],
  earlierFile: '*'.repeat(80),
});

describe('the cards of a bulletin with the longest texts', () => {
  it.each(['draft', 'sent', 'returned', 'approved', 'published'] as const)(
    'fit the platform: %s',
    (state) => {
      for (const ownFile of [null, 'f'])
        expect(() => assertFits(deskCard(desk(state, ownFile), { typed: '字'.repeat(300) }))).not.toThrow();
    },
  );

  it('fit in the form, where two hands met, and in the group', () => {
    const of = desk('draft');
    const [section] = SECTIONS;
    if (section === undefined) throw new Error('no section');
    const clash = {
      id: 'c',
      ...KEY,
      section: section.section,
      text: WORST,
      by: 'ou_1',
      at: 0,
      closed_at: null,
    };
    expect(() => assertFits(editCard(of, section))).not.toThrow();
    expect(() => assertFits(bulletinClashCard(of, section, clash))).not.toThrow();
    const [post] = publishedMessages(
      { row: desk('published').row, sections: SECTIONS },
      { to: { card: 'x' }, key: 'k' },
    );
    if (post?.body.type !== 'card') throw new Error('no card');
    const { card } = post.body;
    expect(() => assertFits(card)).not.toThrow();
  });
});
