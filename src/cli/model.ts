import { answerQuestion } from '../answer/answer-question.ts';
import { emptyContext } from '../answer/chat-context.ts';
import type { Config } from '../config.ts';
import { listModelUse } from '../store/model-calls.ts';
import type { Base } from '../wiring/base.ts';
import { documentPolicy, embeddingEndpoint, modelEndpoint } from '../wiring/build-model.ts';
import { todayIn } from '../wiring/today.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { readAgain } from './model/read-second-time.ts';
import { tableLines } from './print-table.ts';
import { withBase } from './with-base.ts';
import { withDatabase } from './with-database.ts';

export const model: Command = {
  usage: 'dry-run "CÂU HỎI" | usage | read [VĂN_BẢN]',
  maxPositionals: 2,
  options: {},
  help: [
    'dry-run "CÂU HỎI" in đúng những gì sẽ gửi cho mô hình ở lượt đầu, đã che thông tin cá nhân; không gửi gì',
    'read [MÃ VĂN BẢN] đọc chỉ tiêu lần hai bằng mô hình những văn bản chưa đọc; giống nhau thì tăng độ tin cậy, khác nhau thì đưa vào duyệt',
    'usage             đã gửi gì trong 30 ngày qua: số lần, token, chi phí ước tính',
  ],
  async run({ positionals: [action, question], values, context }) {
    const isJson = values.json === true;
    if (action === 'read')
      return withBase(context, (base) => readAgain({ base, context, document: question ?? null, isJson }));
    if (action === 'usage') return showUse(context, isJson);
    if (action !== 'dry-run' || question === undefined) throw new UsageError('Cần dry-run "CÂU HỎI", read hoặc usage.');
    return dryRun(context, question);
  },
};

async function dryRun(context: CommandContext, question: string): Promise<number> {
  const config = context.config();
  let sent = 0;
  const instead = (body: string): void => {
    sent += 1;
    context.out(JSON.stringify(JSON.parse(body), null, 2));
  };
  const answer = async ({ engine, semantic }: Base): Promise<number> => {
    if (engine.model === undefined && semantic === null) {
      context.log('Chưa cấu hình mô hình: cần CHAT_MODEL và OPENAI_API_KEY hoặc OPENAI_BASE_URL.');
      return 1;
    }
    const today = todayIn(config.settings.TZ, context.now());
    const { model, ...plain } = engine;
    // Whatever the dry run refuses is no news.
    const quiet = model === undefined ? plain : { ...plain, model: { ...model, gaveUp: () => {} } };
    await answerQuestion(quiet, { question, context: emptyContext, today });
    context.log(
      sent === 0
        ? 'Không gửi gì: câu này trả lời được mà không cần mô hình.'
        : `Trên đây là lượt đầu, chưa gửi. Văn bản được phép gửi: ${policyOf(config)}.`,
    );
    return 0;
  };
  return withBase(context, answer, { instead });
}

/** Of the chat model, else of the embedding model. */
function policyOf(config: Config): string {
  const endpoint = modelEndpoint(config) ?? embeddingEndpoint(config);
  return endpoint === null ? 'none' : documentPolicy(config, endpoint);
}

function showUse(context: CommandContext, isJson: boolean): Promise<number> {
  return withDatabase(context, async (database) => {
    const since = new Date(context.now().getTime() - 30 * 86_400_000);
    const rows = await listModelUse(database, since);
    if (isJson) for (const row of rows) context.out(JSON.stringify(row));
    else {
      const header = ['ngày', 'việc', 'mô hình', 'lần gọi', 'hỏng', 'token vào', 'token ra', 'chi phí (USD)'];
      const lines = rows.map((row) => [
        row.day,
        row.purpose,
        row.model,
        String(row.calls),
        String(row.failures),
        String(row.promptTokens),
        String(row.completionTokens),
        row.costMicroUsd === null ? '–' : (row.costMicroUsd / 1e6).toFixed(4),
      ]);
      for (const line of tableLines([header, ...lines])) context.out(line);
    }
    return 0;
  });
}
