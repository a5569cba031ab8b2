/** Longest text of one message; Telegram counts UTF-16 units after entities. */
export const TEXT_LIMIT = 4096;
