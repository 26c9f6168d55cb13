import type { Person } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';

/** Which of two districts somebody's title is of: that of the notice, told by its bare word, or another one. */
type Place = string;
const BARE = /^[区县市]/;
const ENDS_OF_ANOTHER = /[\u4e00-\u9fff]{2}$/;

/**
 * Whether a title is claimed of another district than the one that somebody's title is of (`某新区党工委委员` of somebody who
 * is `区党工委委员`, or the other way round). Only where the notice itself has the same title in both.
 */
export function claimsOtherPlace(claim: string, person: Person, facts: Facts): boolean {
  const places = otherPlaces(facts);
  if (places.length === 0) return false;
  const said = claim.replaceAll('的', '');
  return person.titles.some(({ text }) => {
    const own = placeOf(text, places);
    if (own === undefined) return false;
    return text.split(/[、,，]/).some((part) => {
      const bare = withoutPlace(part, places);
      const at = bare.length < SHORTEST ? -1 : said.indexOf(bare);
      const claimed = at < 0 ? undefined : placeBefore(said.slice(0, at), places);
      return claimed !== undefined && claimed !== own;
    });
  });
}

const SHORTEST = 4;

/** Places whose titles end as those of the notice's own district do. */
function otherPlaces({ model }: Facts): Place[] {
  const parts = model.people.flatMap(({ titles }) => titles.flatMap(({ text }) => text.split(/[、,，]/)));
  const own = new Set(parts.filter((part) => BARE.test(part)));
  const found = parts.flatMap((part) =>
    [...own].flatMap((title) =>
      part !== title && part.endsWith(title) ? part.slice(0, part.length - title.length + 1) : [],
    ),
  );
  return [...new Set(found)].filter((place) => ENDS_OF_ANOTHER.test(place));
}

const placeOf = (title: string, places: readonly Place[]): Place | undefined =>
  places.find((place) => title.startsWith(place)) ?? title.match(BARE)?.[0];

const withoutPlace = (part: string, places: readonly Place[]) =>
  part.slice((placeOf(part, places) ?? '').length);

/** The district that stands right before a title as it is claimed. */
const placeBefore = (before: string, places: readonly Place[]): Place | undefined =>
  places.find((place) => before.endsWith(place)) ?? before.match(/[区县市]$/)?.[0];
