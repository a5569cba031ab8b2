import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    // Two processes for the two cores that the project is measured on. Files of one process share it (and with it the one embedded
    // database of test/support/database.ts, which costs half a second to open); each file empties the tables before it begins.
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The suite may not see what the developer has configured.
    env: { TELEGRAM_BOT_TOKEN: '', OPENAI_API_KEY: '', DATABASE_URL: '', CHIDAO_HOME: '', TZ: 'Asia/Ho_Chi_Minh' },
  },
});
