import { fold } from '../answers/characters/fold.ts';
import { digitize } from '../answers/characters/numerals.ts';
import type { NoticeEngine } from '../answers/engine.ts';
import type { Entity, How, Mention } from '../answers/names/entities.ts';
import type { Deps } from '../deps.ts';
import type { Named, NoticeNames, Resolved } from './notice-names.ts';

/** A right hangs on the name: what is misspelt or only hinted at is asked back. */
const SURE: readonly How[] = ['name', 'spoken', 'title', 'post'];
const MOST_SUGGESTED = 3;

/** The names of the notice that is worked by, with the words that the engine knows for them. */
export function namesOfNotice({ engine, notice }: Pick<Deps, 'engine' | 'notice'>): NoticeNames {
  const { units, people, groups } = notice.model;
  return {
    units,
    leaders: people,
    groups,
    unit: (text) => resolved(text, { engine, kind: 'unit', all: units }),
    leader: (text) => resolved(text, { engine, kind: 'person', all: people }),
  };
}

interface Sought {
  engine: NoticeEngine;
  kind: 'unit' | 'person';
  all: readonly Named[];
}

/** Only a name that is the whole text counts as found. */
function resolved(text: string, sought: Sought): Resolved {
  const said = digitize(fold(text));
  const mentions = sought.engine.linkEntities(text).filter((mention) => mention.kind === sought.kind);
  const sure = mentions.filter((mention) => SURE.includes(mention.how));
  const whole = sure.find((mention) => mention.start === 0 && mention.end === said.length);
  if (whole) {
    const [it, ...others] = namedIn([whole], sought);
    if (it !== undefined)
      return others.length === 0 ? { kind: 'found', it } : { kind: 'ambiguous', among: [it, ...others] };
  }
  const among = namedIn(sure, sought);
  if (sure.length > 1 && among.length > 1) return { kind: 'several', among };
  const alike = sought.all.filter((one) => said !== '' && fold(one.name).includes(said));
  const nearest = new Set([...namedIn(mentions, sought), ...alike]);
  return { kind: 'nothing', nearest: [...nearest].slice(0, MOST_SUGGESTED) };
}

function namedIn(mentions: readonly Mention[], sought: Sought): Named[] {
  const ids = mentions.flatMap((mention) => mention.entities).flatMap(idOf);
  return [...new Set(ids)].flatMap((id) => sought.all.find((one) => one.id === id) ?? []);
}

function idOf(entity: Entity): string[] {
  return entity.kind === 'unit' || entity.kind === 'person' ? [entity.id] : [];
}
