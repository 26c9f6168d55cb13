import { publishedRanking } from '../../db/queries/rankings.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, actOf, answeredPrivately, demandOffice } from '../reports/act.ts';
import { parseSpan, spanName } from '../scoring/span.ts';
import { LONGEST_REASON, previewCard } from './card.ts';
import { draftOf, shownPublication, shownRanking } from './publish.ts';

const ASKED = /^(.*?)\s*(预览|发布|公布)?\s*$/s;
const REASONED = /^(.*?)\s*(?:发布|公布)\s+(.+)$/s;

/**
 * `/排名 2026Q4 [预览|发布 [理由]]`: before publication the preview for the office, from which it publishes; afterwards
 * the published ranking for everybody, as it was frozen.
 *
 * @throws UserError
 */
export async function rankingOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const said = asked.args.trim();
  const [, typed = '', reason = ''] = REASONED.exec(said) ?? [];
  const [, bare = '', verb] = ASKED.exec(said) ?? [];
  const isToPublish = typed !== '' || verb === '发布' || verb === '公布';
  if (isToPublish) demandOffice(act, '公布排名');
  const name = typed || bare;
  if (name === '') throw new UserError('请写上是哪一期的排名，例如：/排名 2026Q4');
  const span = parseSpan(name);
  const row = await publishedRanking(deps.db, span);
  // Who publishes again learns that it is done, when and by whom; nothing is posted a second time.
  if (row !== undefined && isToPublish) return answeredPrivately(asked, await shownPublication(deps, row));
  const shown = await shownRanking(deps, span);
  if (shown !== undefined)
    return {
      messages: [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card: shown } }],
      writes: [],
    };
  if (!act.rights.isOffice) throw new UserError(`${spanName(span)}的排名还没有公布，公布以后大家都能看。`);
  return answeredPrivately(asked, previewCard(await draftOf(act, span), reason.slice(0, LONGEST_REASON)));
}
