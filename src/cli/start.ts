import { summarizeConfig } from '../config.ts';
import { runApp } from '../main.ts';
import type { StartChoice } from '../wiring/build-platforms.ts';
import type { Command } from './command.ts';

/** Runs the bot until it ends; progress and what is set go to stderr, so that stdout holds answers alone. */
export function startCommand(choice: StartChoice, help: string[]): Command {
  return {
    usage: '',
    maxPositionals: 0,
    options: {},
    help,
    async run({ context }) {
      const config = context.config();
      context.log(summarizeConfig(config));
      const { stdin: input, stdout: output, stderr: progress } = process;
      await runApp(config, choice, { input, output, progress, tell: context.log, now: context.now });
      return 0;
    },
  };
}

export const start = startCommand('configured', [
  'Có TELEGRAM_BOT_TOKEN thì chạy trên Telegram; không thì trò chuyện tại đây.',
  'Câu hỏi đưa qua ống dẫn được trả lời từng dòng rồi kết thúc.',
]);
