import type { Mention } from './entities.ts';

/** What is only in somebody's hands (`某某名下`, `搁某某手里`). */
const HELD = /^(?:的)?(?:名下|手[里上头中下]|手底下|头上|肩上|账上)/;
/** Of any unit, not of one person (`各单位一把手手里`). */
const OF_ANY = /(?:各|每|单位|部门|[局委企厂]|公司)(?:的)?$/;

/** A bare word for one leader (`一把手`) names him where something is said to be in his hands. */
export const withHolders = (text: string, mentions: readonly Mention[]): Mention[] =>
  mentions.map((m) =>
    m.kind === 'person' &&
    m.how === 'hint' &&
    m.entities.length === 1 &&
    HELD.test(text.slice(m.end)) &&
    !OF_ANY.test(text.slice(0, m.start))
      ? { ...m, how: 'spoken' }
      : m,
  );
