import type { StoredFile } from '../model.ts';

/** First bytes of the picture formats that the platform takes. */
const PICTURES: readonly { type: string; starts: string; at?: number }[] = [
  { type: 'image/jpeg', starts: 'ffd8ff' },
  { type: 'image/png', starts: '89504e47' },
  { type: 'image/gif', starts: '47494638' },
  { type: 'image/webp', starts: '57454250', at: 8 },
  { type: 'image/bmp', starts: '424d' },
  { type: 'image/x-icon', starts: '00000100' },
  { type: 'image/tiff', starts: '49492a00' },
  { type: 'image/tiff', starts: '4d4d002a' },
  { type: 'image/heic', starts: '66747970', at: 4 },
];

const BY_EXTENSION: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

function pictureType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return PICTURES.find(({ starts, at = 0 }) => head.startsWith(starts, at * 2))?.type;
}

export function isPicture(bytes: Uint8Array): boolean {
  return pictureType(bytes) !== undefined;
}

/** The media type of a stored file: pictures by their bytes, others by their name. */
export function typeOf(file: StoredFile): string {
  const picture = file.kind === 'image' ? pictureType(file.bytes) : undefined;
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return picture ?? BY_EXTENSION[extension] ?? 'application/octet-stream';
}
