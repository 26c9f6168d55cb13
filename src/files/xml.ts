/** Just enough XML for the parts of an xlsx file: elements by name, whatever their namespace prefix. */

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** One element: its attributes and what stands between its tags. */
export interface XmlElement {
  attributes: string;
  inner: string;
}

/** Every element of a name, in order. Elements of one name must not nest in each other. */
export function* elements(xml: string, name: string): Generator<XmlElement> {
  const opening = new RegExp(`<(?:[\\w.]+:)?${name}(?=[\\s/>])([^>]*?)(/?)>`, 'g');
  const closing = new RegExp(`</(?:[\\w.]+:)?${name}\\s*>`, 'g');
  for (let open = opening.exec(xml); open !== null; open = opening.exec(xml)) {
    if (open[2] === '/') {
      yield { attributes: open[1] ?? '', inner: '' };
      continue;
    }
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(xml);
    const end = close?.index ?? xml.length;
    yield { attributes: open[1] ?? '', inner: xml.slice(opening.lastIndex, end) };
    opening.lastIndex = close === null ? xml.length : closing.lastIndex;
  }
}

/** The first element of a name. */
export function element(xml: string, name: string): XmlElement | undefined {
  for (const found of elements(xml, name)) return found;
  return undefined;
}

/** An attribute's value. `name` is a pattern: `\\w+:id` is an `id` with whatever prefix. */
export function attribute(of: XmlElement, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(of.attributes);
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
}

/** Character data with its entities and CDATA sections resolved. */
export function decoded(text: string): string {
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, data, hex, decimal, name) => {
      if (data !== undefined) return data;
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
