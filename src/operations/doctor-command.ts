import { type Card, card, markdown } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, actOf, answeredPrivately, demandOffice } from '../reports/act.ts';
import type { Check } from './check.ts';
import { examine } from './checks.ts';

/** `/体检`: what is wrong comes first, each with what to do. @throws UserError for everybody but the office. */
export async function doctorOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  demandOffice(await actOf(deps, asked), '体检');
  return answeredPrivately(asked, checksCard(await examine(deps)));
}

function checksCard(checks: readonly Check[]): Card {
  const wrong = checks.filter((check) => !check.ok);
  const right = checks.filter((check) => check.ok);
  const title = wrong.length === 0 ? `${checks.length} 项都正常` : `${wrong.length} 项要处理`;
  return card({
    summary: `体检：${title}`,
    header: { title: '体检', subtitle: title, template: wrong.length === 0 ? 'green' : 'orange' },
    elements: [
      ...wrong.map(({ says, fix }) =>
        markdown(`❌ **${escapeMarkdown(says)}**${fix === undefined ? '' : `\n${escapeMarkdown(fix)}`}`),
      ),
      ...(right.length > 0
        ? [markdown(right.map(({ says }) => `✅ ${escapeMarkdown(says)}`).join('\n'))]
        : []),
    ],
  });
}
