import type { Config } from '../../config.ts';
import { ModelError } from '../../domain/errors.ts';
import { listModels } from '../../model/list-models.ts';
import { documentPolicy, type Endpoint, embeddingEndpoint, modelEndpoint } from '../../wiring/build-model.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Mô hình ngôn ngữ';

/** Whether the endpoints of the models answer and know the configured ones. */
export async function checkModels(config: Config): Promise<Finding[]> {
  const { CHAT_MODEL: chat, EMBEDDING_MODEL: embedding } = config.settings;
  const [forChat, forEmbedding] = [modelEndpoint(config), embeddingEndpoint(config)];
  const wanted = [
    { name: chat, endpoint: forChat },
    { name: embedding, endpoint: forEmbedding },
  ].flatMap(({ name, endpoint }) => (name === undefined ? [] : [{ name, endpoint }]));
  if (wanted.length === 0) return [ok(check, 'chưa đặt (không bắt buộc)')];
  return Promise.all(wanted.map((one) => checkModel(config, one)));
}

async function checkModel(config: Config, { name, endpoint }: { name: string; endpoint: Endpoint | null }) {
  if (endpoint === null)
    return fail(check, `có tên mô hình ${name} nhưng chưa có nơi gọi`, 'đặt OPENAI_API_KEY hoặc OPENAI_BASE_URL');
  const { host } = new URL(endpoint.baseUrl);
  try {
    const known = await listModels(endpoint.baseUrl, endpoint.apiKey);
    // Ollama names a model with its tag.
    if (known !== null && !known.includes(name) && !known.includes(`${name}:latest`))
      return note(check, `${host} không kể tên ${name}`, 'xem lại CHAT_MODEL, EMBEDDING_MODEL');
    return ok(check, `${name} tại ${host}; văn bản được gửi đi: ${documentPolicy(config, endpoint)}`);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return error.message === 'unreachable'
      ? fail(
          check,
          `không gọi được ${host}`,
          'xem OPENAI_BASE_URL, EMBEDDING_BASE_URL và mạng; bot vẫn trả lời như không có mô hình',
        )
      : fail(check, `${host} từ chối khóa (${error.message})`, 'xem OPENAI_API_KEY, EMBEDDING_API_KEY');
  }
}
