import type { Readable } from 'node:stream';
import type { Transporter } from 'nodemailer';

/** Told when the whole of a message has left for the server, which may deliver it then whether its answer comes or not. */
export type HandOver = { isDone: boolean };

/** A way to a mail server; nothing is connected yet. A mail that carries a `handOver` has it filled in. */
export async function openTransport(url: string, patienceMilliseconds: number): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    requireTLS: hasPassword(url),
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    dnsTimeout: patienceMilliseconds,
  });
  transport.use('stream', (mail, done) => {
    const { handOver } = mail.data as { handOver?: HandOver };
    mail.message.processFunc((stream: Readable) =>
      stream.once('end', () => {
        if (handOver !== undefined) handOver.isDone = true;
      }),
    );
    done();
  });
  return transport;
}

/** A password goes to another machine through TLS only. */
function hasPassword(url: string): boolean {
  const { password, hostname } = new URL(url);
  return password !== '' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
