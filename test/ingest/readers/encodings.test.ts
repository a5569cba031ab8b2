import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/ingest/readers/encoding/decode-text.ts';

const said =
  'Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc. Kế hoạch năm 2005, tỷ lệ hộ nghèo dưới 12,5%';
const tcvn3 =
  'Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. KÕ ho¹ch n¨m 2005, tû lÖ hé nghÌo d­íi 12,5%';
const vni =
  'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc. Keá hoaïch naêm 2005, tyû leä hoä ngheøo döôùi 12,5%';

describe('old code pages', () => {
  it.each([
    ['TCVN3 bytes', Buffer.from(tcvn3, 'latin1')],
    ['VNI bytes', Buffer.from(vni, 'latin1')],
    ['TCVN3 letters in Unicode', Buffer.from(tcvn3)],
    ['VNI letters in Unicode', Buffer.from(vni)],
    ['Unicode itself', Buffer.from(said)],
    ['Unicode in parts', Buffer.from(said.normalize('NFD'))],
  ])('%s are Vietnamese', (_, bytes) => {
    expect(decodeText(bytes)?.normalize('NFC')).toBe(said);
  });

  it.each([
    ['French', Buffer.from('Le comité a été créé à Hanoï, où il siège déjà; la fête était très réussie.')],
    ['an English sentence with a sign', Buffer.from('The price is 12 £ or 15 ¥ per unit; 5 µm; 20 °C; § 4.')],
  ])('%s stays as it is', (_, bytes) => {
    expect(decodeText(bytes)).toBe(bytes.toString());
  });

  it.each([
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + 13) % 256))],
    ['upper bytes without sense', Buffer.from(Array.from({ length: 2000 }, (_, at) => 160 + ((at * 37) % 90)))],
    ['UTF-16 with NULs inside', Buffer.from('a\0b\0\0\0c')],
  ])('%s are no text', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});
