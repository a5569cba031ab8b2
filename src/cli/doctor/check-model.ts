import type { Config } from '../../config.ts';
import { ModelError } from '../../domain/errors.ts';
import { listModels } from '../../model/list-models.ts';
import { documentPolicy, modelEndpoint } from '../../wiring/build-model.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Mô hình ngôn ngữ';

/** Whether the endpoint of the models answers and knows the configured ones. */
export async function checkModel(config: Config): Promise<Finding> {
  const { CHAT_MODEL: chat, EMBEDDING_MODEL: embedding } = config.settings;
  const endpoint = modelEndpoint(config);
  const wanted = [chat, embedding].filter((name) => name !== undefined);
  if (wanted.length === 0) return ok(check, 'chưa đặt (không bắt buộc)');
  if (endpoint === null)
    return fail(check, 'có tên mô hình nhưng chưa có nơi gọi', 'đặt OPENAI_API_KEY hoặc OPENAI_BASE_URL');
  const { host } = new URL(endpoint.baseUrl);
  try {
    const known = await listModels(endpoint.baseUrl, endpoint.apiKey);
    // Ollama names a model with its tag.
    const missing = wanted.filter((name) => known?.every((one) => one !== name && one !== `${name}:latest`) ?? false);
    if (missing.length > 0)
      return note(check, `${host} không kể tên ${missing.join(', ')}`, 'xem lại CHAT_MODEL, EMBEDDING_MODEL');
    return ok(check, `${wanted.join(', ')} tại ${host}; văn bản được gửi đi: ${documentPolicy(config)}`);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return error.message === 'unreachable'
      ? fail(check, `không gọi được ${host}`, 'xem OPENAI_BASE_URL và mạng; bot vẫn trả lời như không có mô hình')
      : fail(check, `${host} từ chối khóa (${error.message})`, 'xem OPENAI_API_KEY');
  }
}
