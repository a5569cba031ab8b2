import type { Catalog } from '../tools/catalog.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './read-question.ts';
import { writeComparison } from './write-comparison.ts';
import { writeDeadlines } from './write-deadlines.ts';
import {
  writeDirectives,
  writeMetadata,
  writeSources,
  writeStatements,
  writeUnknownDirective,
} from './write-documents.ts';
import { writeFigures } from './write-figures.ts';
import { writeList } from './write-list.ts';
import { writeMembers } from './write-members.ts';
import { writeOverview } from './write-overview.ts';

/** Puts evidence into words: figures first and bold, then what they are of, then the source with its quote. */
export function writeAnswer(question: Question, evidence: Evidence, catalog: Catalog): Draft {
  switch (evidence.kind) {
    case 'figures':
      return sayRetold(writeFigures(evidence.figures, catalog), evidence.retold);
    case 'comparison':
      return writeComparison(evidence.words, evidence.result, catalog);
    case 'target_list':
      return writeList(question, evidence.result, catalog);
    case 'members':
      return writeMembers(evidence, catalog);
    case 'statements':
      return writeStatements(question, evidence.found, catalog);
    case 'directives':
      return writeDirectives(evidence.directives);
    case 'metadata':
      return writeMetadata(question, evidence, catalog);
    case 'deadlines':
      return writeDeadlines(question, evidence, catalog);
    case 'overview':
      return writeOverview(evidence, catalog);
    case 'sources':
      return writeSources(evidence.citations, catalog);
    case 'unknown_directive':
      return writeUnknownDirective(question, evidence.directives);
    case 'nothing':
      return writeNothing(question, catalog);
  }
}

/** An article's figure for a document is not that document's own word. */
function sayRetold(draft: Draft, number: string | undefined): Draft {
  if (number === undefined || number === '') return draft;
  const sentence = `Văn bản ${number} chưa được nạp; số liệu theo bài viết về văn bản ấy.`;
  return {
    ...draft,
    blocks: [...draft.blocks, { kind: 'paragraph', spans: [{ italic: sentence }] }],
    labels: [...draft.labels, sentence],
  };
}

/** A greeting is answered; words without sense are answered with what can be asked. */
function writeNothing({ recognised }: Question, catalog: Catalog): Draft {
  const places = catalog.localities.filter(({ key }) => catalog.targetsAt(key).length > 0);
  const example = places[0]?.name ?? 'tỉnh Cao Bằng';
  const choices = [
    { label: `Các chỉ tiêu của ${example}`, message: `Liệt kê các chỉ tiêu của ${example}` },
    { label: 'Các văn bản đã nạp', message: 'Có những văn bản nào?' },
  ];
  const say = (text: string): Draft => ({
    ...emptyDraft,
    blocks: [{ kind: 'paragraph', spans: [text] }],
    choices,
    labels: [text],
  });
  if (recognised.kind === 'thanks') return { ...say('Rất vui được giúp anh/chị.'), choices: [] };
  if (recognised.kind === 'greeting') {
    return say(
      'Xin chào! Tôi là trợ lý tự động tra cứu văn bản chỉ đạo. Anh/chị hỏi về chỉ tiêu, thời hạn hay nội dung văn bản, tôi trả lời kèm trích dẫn nguyên văn.',
    );
  }
  if (recognised.kind === 'help') {
    return say(
      `Anh/chị cứ hỏi như nhắn tin, ví dụ: “Tỷ lệ che phủ rừng của ${example}?”, “So sánh GRDP của …”, “Ai ký kế hoạch …?”, “Hạn báo cáo khi nào?”. Gõ “nguồn” để xem nguyên văn.`,
    );
  }
  return {
    ...say(
      'Tôi chưa hiểu câu hỏi. Anh/chị cho biết chỉ tiêu, địa phương và năm, ví dụ: “Tỷ lệ che phủ rừng của ' +
        `${example}?”.`,
    ),
    outcome: 'clarify',
    isUnread: true,
  };
}
