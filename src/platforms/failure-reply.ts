import { paragraph, type Reply } from '../domain/reply.ts';

/** What a person reads when `handleMessage` broke its promise never to reject: a fault of ours that no handler put into words. */
export const failureReply: Reply = {
  blocks: [paragraph('Xin lỗi, tôi chưa trả lời được câu này vì có lỗi bên trong. Mời hỏi lại.')],
  choices: [],
};
