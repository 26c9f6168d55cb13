/** One part of a `multipart/form-data` body. */
export interface Part {
  name: string;
  /** Absent for a plain field, and for what the SDK sends from a Buffer. */
  fileName: string | undefined;
  isFile: boolean;
  bytes: Uint8Array;
}

/**
 * Reads a form. `FormData` would not do: it takes a part without a file name for text, but the SDK sends Buffers so,
 * with the type `application/octet-stream`, and the platform takes them as files.
 *
 * @throws SyntaxError for a body that is no form.
 */
export function partsOfForm(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new SyntaxError('no boundary');
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(mark);
  for (;;) {
    if (start < 0) throw new SyntaxError('the form does not end');
    const from = start + mark.length;
    if (body.subarray(from, from + 2).toString('latin1') === '--') return parts;
    start = body.indexOf(mark, from);
    // Before the next boundary stands a line break that belongs to it.
    if (start >= 0) parts.push(readPart(body.subarray(from + 2, start - 2)));
  }
}

function readPart(part: Buffer): Part {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) throw new SyntaxError('a part without headers');
  const head = part.subarray(0, end).toString('utf8');
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw new SyntaxError('a part without name');
  const fileName = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1];
  const type = /^content-type:\s*([^\s;]+)/im.exec(head)?.[1];
  const isFile = fileName !== undefined || (type !== undefined && !type.startsWith('text/'));
  return { name, fileName, isFile, bytes: new Uint8Array(part.subarray(end + 4)) };
}
