import type { Block } from '../domain/reply.ts';
import type { MeaningGap, ToolContext } from '../tools/tool.ts';

/** One answer searches several times; from then on by words alone. */
const patienceMilliseconds = 4_000;

/** The tools searching by meaning as well, and what could not be searched so until now. */
export type WiderTools = { tools: ToolContext; gap: () => MeaningGap | null };

/** Null where no embedding model is configured. */
export function toolsByMeaning(tools: ToolContext): WiderTools | null {
  const { searchMeaning } = tools;
  if (searchMeaning === undefined) return null;
  let seen: MeaningGap | null = null;
  const until = performance.now() + patienceMilliseconds;
  const search: ToolContext['search'] = async (query) => {
    if (performance.now() > until) {
      seen ??= 'endpoint';
      return tools.search(query);
    }
    const { ranked, gap } = await searchMeaning(query);
    seen ??= gap;
    return ranked;
  };
  return { tools: { ...tools, search }, gap: () => seen };
}

const gapWords: Readonly<Record<MeaningGap, string>> = {
  endpoint: 'Máy chủ mô hình tạm không trả lời nên mới tìm theo từ ngữ.',
  making: 'Chỉ mục theo nghĩa đang được lập nên mới tìm theo từ ngữ.',
  withheld: 'Văn bản nội bộ không gửi ra ngoài nên chỉ tìm theo từ ngữ.',
};

/** Said beneath an answer that found nothing. */
export const gapNote = (gap: MeaningGap): Block => ({ kind: 'paragraph', spans: [{ italic: gapWords[gap] }] });
