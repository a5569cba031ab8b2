import { ModelError } from '../domain/errors.ts';
import type { Command } from './command.ts';
import { withBase } from './with-base.ts';

export const embed: Command = {
  usage: '',
  maxPositionals: 0,
  options: {},
  help: [
    'Tính vector cho những đoạn chưa có, bằng EMBEDDING_MODEL; dừng giữa chừng thì lần sau làm tiếp.',
    'Chưa xong thì việc tìm vẫn dùng bộ vector trước đó. Mã thoát 1 khi không gọi được mô hình.',
  ],
  async run({ values, context }) {
    return withBase(context, async ({ semantic }) => {
      if (semantic === null) {
        context.log(
          'Chưa cấu hình: cần EMBEDDING_MODEL, OPENAI_API_KEY hoặc OPENAI_BASE_URL, và MODEL_DOCUMENTS khác none.',
        );
        return 1;
      }
      try {
        const embedded = await semantic.makeUp((done, all) => context.log(`đã tính ${done}/${all} đoạn`));
        const heldBack = semantic.heldBack().length;
        if (values.json) context.out(JSON.stringify({ embedded, heldBack }));
        else context.out(`Xong: tính thêm ${embedded} đoạn.${heldBack === 0 ? '' : ` ${heldSentence(heldBack)}`}`);
        return 0;
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        context.log(`Dừng: ${error.message}. Những đoạn đã tính được giữ lại; chạy lại để làm tiếp.`);
        return 1;
      }
    });
  },
};

const heldSentence = (count: number): string =>
  `${count} văn bản không được gửi ra ngoài (MODEL_DOCUMENTS) nên chỉ tìm theo từ ngữ.`;
