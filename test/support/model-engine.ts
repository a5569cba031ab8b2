import type { Engine } from '../../src/answer/engine.ts';
import type { ModelDesk } from '../../src/answer/model-desk.ts';
import type { ModelCall, ModelCallEnd, ModelLedger } from '../../src/domain/model.ts';
import { createChatModel } from '../../src/model/chat-model.ts';
import { loadPrompt } from '../../src/model/load-prompt.ts';
import { createOutsideDoor } from '../../src/model/outside-door.ts';
import { memoryEngine } from '../answer/memory-engine.ts';

/** The engine over documents in memory with a model at `baseUrl`, through the real libraries and the real door. */
export function modelEngine(
  documents: Readonly<Record<string, string>>,
  baseUrl: string,
  terms: Partial<Pick<ModelDesk, 'when' | 'mayLeave' | 'timeoutSeconds'>> = {},
) {
  const calls: ModelCall[] = [];
  const ends: ModelCallEnd[] = [];
  const errors: unknown[] = [];
  const ledger: ModelLedger = {
    open: async (call) => ({ id: calls.push(call) }),
    settle: async (_record, end) => void ends.push(end),
  };
  const door = createOutsideDoor({ baseUrl, ledger, isSecret: (text) => text.includes('TUYỆT MẬT') });
  const model: ModelDesk = {
    chat: createChatModel({ name: 'gia', baseUrl, apiKey: null }, door),
    when: 'needed',
    mayLeave: () => true,
    timeoutSeconds: 20,
    prompt: loadPrompt,
    gaveUp: (error) => void errors.push(error),
    ...terms,
  };
  const engine: Engine = { ...memoryEngine(documents), model };
  return { engine, calls, ends, errors };
}
