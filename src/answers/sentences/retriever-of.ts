import type { Lexicon } from '../../notice/lexicon.ts';
import type { NoticeModel } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { buildRetriever, type Retriever } from './retrieve.ts';
import { collectStatements } from './statements.ts';
import { buildSynonyms } from './synonyms.ts';

interface Built {
  topics: Lexicon['topics'];
  synonyms: Lexicon['synonyms'];
  retriever: Retriever;
}

const builtOf = new WeakMap<NoticeModel, Built>();

/**
 * The retriever over a notice, by far the largest part of an engine. Names have no part in it, so that engines which
 * differ only in what people call things, as the offices of several districts do, share one.
 */
export function retrieverOf(facts: Facts, lexicon: Lexicon): Retriever {
  const { topics, synonyms } = lexicon;
  const known = builtOf.get(facts.model);
  if (known?.topics === topics && known.synonyms === synonyms) return known.retriever;
  const retriever = buildRetriever(collectStatements(facts, lexicon), buildSynonyms(synonyms));
  builtOf.set(facts.model, { topics, synonyms, retriever });
  return retriever;
}
