/** What a zip says of itself before anything is unpacked. */
interface ZipDirectory {
  readonly names: readonly string[];
  readonly totalBytes: number;
  readonly largestRatio: number;
}

const endBytes = 22;
const longestComment = 65_535;

/** Undefined where the directory at the end is missing or cut: the file is not whole. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const from = view.getUint32(end + 16, true);
  if (from + view.getUint32(end + 12, true) > end) return undefined;
  return readEntries(view, from, end, view.getUint16(end + 10, true));
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function readEntries(view: DataView, from: number, end: number, count: number): ZipDirectory | undefined {
  const names: string[] = [];
  let totalBytes = 0;
  let largestRatio = 0;
  let at = from;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    names.push(new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes)));
    totalBytes += unpacked;
    // The unpacker stops at the size told here; an entry that tells none would have no bound.
    if (unpacked === 0 && packed > 16) largestRatio = Number.POSITIVE_INFINITY;
    if (unpacked > 1_000_000) largestRatio = Math.max(largestRatio, Math.floor(unpacked / Math.max(1, packed)));
    at = next;
  }
  return { names, totalBytes, largestRatio };
}
