import { classifyFailure } from './classify-failure.ts';
import { openTransport } from './open-transport.ts';

/** Connects to a mail server and logs in, without sending anything. Null when all is well, else codes that say what went wrong. */
export async function checkMailServer(url: string, patienceMilliseconds = 10_000): Promise<string | null> {
  const transport = await openTransport(url, patienceMilliseconds);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const outcome = classifyFailure(error, false);
    return 'reason' in outcome ? outcome.reason : 'smtp';
  } finally {
    transport.close();
  }
}
