import { Lexicon } from '../../../src/notice/lexicon.ts';

/** How people there speak: a few words are enough. */
export const otherLexicon: Lexicon = Lexicon.parse({
  groups: [
    { no: 1, say: ['采砂', '挖沙'], hint: ['盗采', '砂场'] },
    { no: 3, say: ['疏浚', '航道'] },
  ],
  elsewhere: ['发展改革委'],
  synonyms: [['巡河', '查河', '河道巡查']],
});
