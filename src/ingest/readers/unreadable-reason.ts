import { fileSignature } from './file-signature.ts';
import { zipNames } from './open-zip.ts';

/** How far into an old Office file the names of its streams are looked for. */
const searchedBytes = 2 ** 20;

/** Why bytes that no reader takes cannot be read, and what to do, in Vietnamese; null when they may be text. */
export function unreadableReason(bytes: Uint8Array): string | null {
  const kind = fileSignature(bytes.subarray(0, 16));
  if (kind === null) return null;
  if (kind === 'tệp Word, Excel đời cũ') return oldOfficeReason(bytes);
  if (kind === 'tệp nén hoặc tệp Word, Excel') return archiveReason(bytes);
  return `Không đọc được loại tệp này (${kind}); hãy gửi tệp PDF, Word (.docx), Excel (.xlsx) hoặc tệp chữ.`;
}

function oldOfficeReason(bytes: Uint8Array): string {
  const streams = Buffer.from(bytes.subarray(0, searchedBytes)).toString('latin1').replaceAll('\0', '');
  if (streams.includes('EncryptedPackage'))
    return 'Tệp Word hoặc Excel được đặt mật khẩu, không đọc được; hãy bỏ mật khẩu rồi gửi lại.';
  const [name, ending] =
    streams.includes('Workbook') && !streams.includes('WordDocument') ? ['Excel', '.xlsx'] : ['Word', '.docx'];
  return `Tệp ${name} đời cũ chưa đọc được; hãy mở bằng ${name}, chọn Lưu thành (Save As) ${ending} rồi gửi lại.`;
}

function archiveReason(bytes: Uint8Array): string {
  const names = zipNames(bytes);
  if (names.size === 0) return 'Tệp nén hoặc tệp Word, Excel bị cắt cụt hay hỏng, không đọc được; hãy gửi lại.';
  if (names.has('content.xml')) return 'Tệp OpenDocument chưa đọc được; hãy lưu thành .docx hoặc .xlsx rồi gửi lại.';
  if (names.has('xl/workbook.bin')) return 'Tệp Excel nhị phân (.xlsb) chưa đọc được; hãy lưu thành .xlsx rồi gửi lại.';
  return 'Tệp nén không phải văn bản; hãy giải nén rồi gửi từng tệp.';
}
