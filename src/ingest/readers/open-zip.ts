import { unzipSync } from 'fflate';
import { DataError } from '../../domain/errors.ts';

/** A zip archive: the names in it, and each part unpacked on demand. */
export type Zip = {
  names: ReadonlySet<string>;
  /** The bytes of a part; null when there is none of that name. Throws DataError when it is broken or would unpack too large. */
  part(name: string): Uint8Array | null;
};

const mostEntries = 5000;
const largestPart = 64 * 2 ** 20;
/** All parts that one reading unpacks together. */
const largestTotal = 128 * 2 ** 20;

/** The bytes open a zip archive. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The names in a zip archive; empty when the bytes are none or it is broken. */
export function zipNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  if (!isZip(bytes)) return names;
  const count = entryCounter();
  try {
    unzipSync(bytes, { filter: ({ name }) => count() && names.add(name) === null });
  } catch {
    return new Set();
  }
  return names;
}

/** Throws behind the last entry that is let in: a false directory may claim billions. */
function entryCounter(): () => true {
  let entries = 0;
  return () => {
    if (++entries > mostEntries) throw new DataError('Tệp nén chứa quá nhiều tệp, không đọc.', 'zip');
    return true;
  };
}

/** Opens a zip archive. Throws DataError when it is locked by a password or broken; parts are bounded by the sizes they claim. */
export function openZip(bytes: Uint8Array): Zip {
  if (((bytes[6] ?? 0) & 1) === 1)
    throw new DataError('Tệp được đặt mật khẩu, không đọc được; hãy bỏ mật khẩu rồi gửi lại.', 'zip');
  const names = zipNames(bytes);
  if (names.size === 0) throw new DataError('Tệp bị cắt cụt hoặc hỏng, không đọc được; hãy gửi lại.', 'zip');
  let total = 0;
  return {
    names,
    part(name) {
      if (!names.has(name)) return null;
      const parts = unpack(bytes, name, (size) => {
        total += size;
        return size <= largestPart && total <= largestTotal;
      });
      return parts[name] ?? null;
    },
  };
}

function unpack(bytes: Uint8Array, wanted: string, allows: (size: number) => boolean): Record<string, Uint8Array> {
  const count = entryCounter();
  let isSeen = false;
  let isTooLarge = false;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!count() || name !== wanted || isSeen) return false;
    isSeen = true;
    isTooLarge = !allows(originalSize);
    return !isTooLarge;
  };
  try {
    const parts = unzipSync(bytes, { filter });
    if (!isTooLarge) return parts;
  } catch {
    throw new DataError('Tệp bị cắt cụt hoặc hỏng, không đọc được; hãy gửi lại.', 'zip', wanted);
  }
  throw new DataError('Tệp nén bung ra quá lớn, không đọc để bảo vệ hệ thống.', 'zip', wanted);
}

/** A part as text: UTF-8, or UTF-16 with its mark. Null when there is none of that name. */
export function partText(zip: Zip, name: string): string | null {
  const bytes = zip.part(name);
  if (bytes === null) return null;
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
