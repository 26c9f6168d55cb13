import type { Mention } from './entities.ts';

/** The same body of a city, a province or the state is another one (`国家某委`, `市某局`). */
export function atLevel(text: string, m: Mention): Mention {
  const isPost = m.kind === 'person' && m.how === 'post';
  if ((m.kind !== 'unit' && !isPost) || m.how === 'hint') return m;
  const level = text.slice(0, m.start).match(/(?:国家|全国|中央|省|市)(?:里的?|级)?$/)?.[0];
  if (level === undefined || /[城全]市$/.test(text.slice(0, m.start))) return m;
  const start = m.start - level.length;
  const said = text.slice(start, m.end);
  return {
    ...m,
    start,
    text: said,
    kind: 'elsewhere',
    entities: [{ kind: 'elsewhere', name: said }],
    how: 'spoken',
  };
}
