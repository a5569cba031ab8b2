import type { Config } from './config.ts';
import { menuCommands } from './conversation/commands.ts';
import { limitRate } from './conversation/limit-rate.ts';
import type { PlatformName } from './domain/message.ts';
import type { Platform } from './domain/platform.ts';
import type { HttpServer } from './http/create-http-server.ts';
import { saveNamedAdministrators } from './store/visibility.ts';
import { openBase } from './wiring/base.ts';
import { buildEmail } from './wiring/build-email.ts';
import { steadyEmbedding } from './wiring/build-embedding.ts';
import { buildHttp } from './wiring/build-http.ts';
import { buildMetrics } from './wiring/build-metrics.ts';
import { buildPeople } from './wiring/build-people.ts';
import { buildPlatforms, type StartChoice } from './wiring/build-platforms.ts';
import { buildReminders } from './wiring/build-reminders.ts';
import { createRetention } from './wiring/build-retention.ts';
import { secondReading } from './wiring/build-second-reading.ts';
import { keepDoing } from './wiring/keep-doing.ts';
import { loadDigests, warmUp } from './wiring/load-digests.ts';
import { createLog } from './wiring/log.ts';
import { createMessageHandler, standingFeatures } from './wiring/message-handler.ts';
import type { Surroundings } from './wiring/surroundings.ts';

/**
 * Starts the bot and resolves when it has stopped: the input of the terminal has ended, or SIGINT or SIGTERM came. On a first run the
 * product's own digests are loaded. Throws SettingError or DataError.
 */
export async function runApp(config: Config, choice: StartChoice, surroundings: Surroundings): Promise<void> {
  const log = createLog(config.settings.LOG_LEVEL);
  const base = await openBase(config, surroundings);
  const stops: (() => Promise<void>)[] = [];
  try {
    await loadDigests(base, config, surroundings);
    await warmUp(base, config, surroundings);
    stops.push(keepDoing(steadyEmbedding(base.semantic, surroundings.tell), base.database));
    stops.push(keepDoing(secondReading(base, surroundings.now, surroundings.tell), base.database));
    void base.engine.model?.chat.warm();
    // Reminders go out through the platforms, which answer what is said about reminders: so the platforms are filled in last.
    const platforms = new Map<PlatformName, Platform>();
    const reminders = await buildReminders(base, config, { platforms, log, now: surroundings.now });
    const email = buildEmail(config, surroundings.now);
    const people = buildPeople(base, config, platforms);
    await saveNamedAdministrators(base.database, people.admins);
    const features = [...standingFeatures(base, config, people), reminders.feature];
    const commands = [...menuCommands, ...features.flatMap((feature) => feature.commands)];
    const metrics = buildMetrics(base.database, { platforms, now: surroundings.now });
    const { observe } = metrics;
    const handler = createMessageHandler(base, config, { log, features, people, observe });
    const { RATE_LIMIT: perMinute } = config.settings;
    const handleMessage =
      perMinute === 0 ? handler : limitRate(handler, { database: base.database, perMinute, observe });
    const built = await buildPlatforms(base, config, { ...surroundings, choice, handleMessage, commands, log });
    for (const platform of [...built, ...(email === null ? [] : [email])]) platforms.set(platform.name, platform);
    const { database } = base;
    const { calendarOf } = reminders;
    const http = await buildHttp(config, {
      database,
      platforms: built,
      metrics,
      calendarOf,
      log,
      now: surroundings.now,
    });
    const retention = createRetention(database, { days: config.settings.RETENTION_DAYS, now: surroundings.now, log });
    await runParts({ platforms: built, services: [reminders.service, retention], http }, surroundings);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    await base.close();
  }
}

/** What works beside the platforms. */
type Service = { start(): void; stop(): Promise<void> };
type Parts = { platforms: readonly Platform[]; services: readonly Service[]; http: HttpServer | null };

/** Runs until every platform has finished by itself or a signal stops them; a second signal ends the process at once. */
async function runParts({ platforms, services, http }: Parts, { tell }: Surroundings): Promise<void> {
  const isService = platforms.some(({ name }) => name !== 'terminal');
  const stopAll = async () => {
    await http?.stop();
    await Promise.all(services.map((service) => service.stop()));
    await Promise.all(platforms.map((platform) => platform.stop()));
  };
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    if (isService) tell('Đang dừng: trả lời nốt các câu đang dở…');
    void stopAll();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    await http?.start();
    await Promise.all(platforms.map((platform) => platform.start()));
    for (const service of services) service.start();
    if (isService) tell('Bot đang chạy. Ctrl-C để dừng.');
    await Promise.all(platforms.map(({ finished }) => finished));
  } finally {
    await stopAll();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
