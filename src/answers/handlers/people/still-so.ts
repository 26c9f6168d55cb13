import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { refuse } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { titlesOf } from './people.ts';

const NOW = '(?:现在|如今|目前|眼下|今天|今年|当下|到现在|至今|这会儿)';
const STILL = '(?:还|仍然?|依然|依旧|是不是还|是否还|还是不是)';
const HOLDS =
  '(?:在|是|当|任|做|兼|担任|兼任|分管|分包|包|管|主管|负责|挂|坐|干)(?:着)?[^,，谁哪什啥几多?？]{0,14}';
/** `某某现在还当某职吗`: whether it has stayed as it was. */
const STILL_SO = new RegExp(
  `^(?:那|请问|想问)?(?:${NOW}[,，]?P(?:同志|领导)?(?:的话)?${STILL}|P(?:同志|领导)?(?:的话)?[,，]?${NOW}(?:也|都)?${STILL})${HOLDS}(?:吗|吧|么|不|没|没有|嘛)[?？]*$`,
);

/**
 * Whether somebody still has a post or a group: a notice tells how it was when it was issued, and nothing of today. What
 * it says of him goes with that.
 */
export const answerStillSo: Handler = needing(
  () => ({ masked: [STILL_SO, /P/] }),
  (question, { facts }) => {
    if (!STILL_SO.test(question.masked)) return undefined;
    const [named, ...others] = mentioned(question, 'person');
    const person = named && facts.person(named.id);
    if (!named || !person || others.some(({ id }) => id !== person.id)) return undefined;
    const cites = [...person.titles, ...person.roles].map(({ location }) => location);
    const groups = /分?管|包/.test(question.masked) ? facts.groupsOfLeader(person.id) : [];
    const charge = groups.length > 0 ? `；分包${groupList(groups)}` : '';
    return refuse(
      [
        `通知是${facts.model.document.date.slice(0, 4)}年印发的，现在是不是还这样，通知里没有写。`,
        `当时写的是：${person.name}，${titlesOf(person, facts)}${charge}。${at(...cites)}`,
      ],
      cites,
      { focus: [named], spoken: question.residue },
    );
  },
);
