import { startCommand } from './start.ts';

export const chat = startCommand('terminal', ['Gõ câu hỏi rồi Enter; Ctrl-D để thoát.']);
