import { figureSpans } from '../../answer/write-parts.ts';
import type { DirectiveDraft } from '../../domain/directive.ts';
import { type Block, paragraph, type Reply } from '../../domain/reply.ts';
import type { Figure } from '../../domain/target.ts';
import { printedDate } from '../../tools/cite.ts';

const sampleCount = 3;
const mostDoubts = 3;
const longestText = 200;
/** Below this a figure was read with doubt. */
const doubtBelow = 0.6;

const shortened = (text: string, most = longestText): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
};

/** What was read of a file, for whoever decides whether it goes into the corpus; `id` is what the choices name it by. */
export function writePreview({ metadata, figures, deadlines }: DirectiveDraft, id: string): Reply {
  const targets = figures.filter(({ kind }) => kind === 'target');
  const samples = targets.slice(0, sampleCount).map((figure) => figureSpans(asShown(figure, metadata)));
  return {
    blocks: [
      paragraph({ bold: nameOf(metadata) }),
      { kind: 'list', items: headLines(metadata).map((line) => [line]) },
      paragraph(`Đọc được ${targets.length} chỉ tiêu, ${deadlines.length} thời hạn.`),
      ...(samples.length === 0 ? [] : [{ kind: 'list', items: samples } satisfies Block]),
      ...doubtBlocks(figures),
      paragraph('Chưa vào kho (giữ tạm một ngày). Nạp văn bản này?'),
    ],
    choices: [
      { label: 'Nạp', message: `/nap ${id}` },
      { label: 'Hủy', message: `/huynap ${id}` },
    ],
  };
}

/** A figure that no place is set for is the document's. */
const asShown = (figure: Figure, { locality }: DirectiveDraft['metadata']) => ({
  ...figure,
  locality: figure.locality ?? locality,
  id: 0,
  document: '',
  status: 'proposed' as const,
});

/** "Kế hoạch số 15/KH-UBND". */
function nameOf({ type, number }: DirectiveDraft['metadata']): string {
  const kind = type === 'khác' ? 'văn bản' : type;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${number === null ? ' (chưa đọc được số, ký hiệu)' : ` số ${number}`}`;
}

function headLines({ title, issuer, date }: DirectiveDraft['metadata']): string[] {
  return [
    `Ngày: ${date === null ? 'chưa đọc được' : printedDate(date)}`,
    `Cơ quan: ${issuer === null ? 'chưa đọc được' : shortened(issuer)}`,
    `Trích yếu: ${shortened(title)}`,
  ];
}

/** Where the machine is not sure. */
function doubtBlocks(figures: readonly Figure[]): Block[] {
  const doubts = figures.filter(({ confidence, note }) => confidence < doubtBelow || Boolean(note));
  if (doubts.length === 0) return [];
  const shown = doubts
    .slice(0, mostDoubts)
    .map(({ quote, note }) => [`“${shortened(quote, 120)}”${note ? `: ${note}` : ''}`]);
  return [paragraph(`Máy đọc chưa chắc ${doubts.length} chỗ, cần xem khi duyệt:`), { kind: 'list', items: shown }];
}
