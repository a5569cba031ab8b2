import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export type SmtpStep = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'accepted';

/** What the server does at a step instead of going on: a line to answer with, the line gone, or silence. */
export type SmtpFault = string | 'close' | 'silence';

export type ReceivedMail = { from: string; to: string[]; source: string };

/** A mail server on loopback that keeps what it takes and fails as it is told. */
export type FakeSmtp = {
  url: string;
  mails: ReceivedMail[];
  /** Null: go on. At `message` the mail is dropped, at `accepted` it is kept and only the answer fails. */
  fault: (step: SmtpStep) => SmtpFault | null;
  close(): Promise<void>;
};

export async function startFakeSmtp(): Promise<FakeSmtp> {
  const sockets = new Set<Socket>();
  const fake: FakeSmtp = { url: '', mails: [], fault: () => null, close: async () => undefined };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, fake);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  fake.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fake.close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return fake;
}

function converse(socket: Socket, fake: FakeSmtp): void {
  let mail: ReceivedMail = { from: '', to: [], source: '' };
  let isData = false;
  let pending = '';
  /** Answers, or fails as told; false when the conversation is not to go on. */
  const answer = (step: SmtpStep, line: string): boolean => {
    const fault = fake.fault(step);
    if (fault === 'close') socket.destroy();
    else if (fault !== 'silence') socket.write(`${fault ?? line}\r\n`);
    return fault === null;
  };
  const endMessage = (): void => {
    isData = false;
    const fault = fake.fault('message');
    if (fault !== null) {
      answer('message', '');
      return;
    }
    fake.mails.push(mail);
    answer('accepted', '250 2.0.0 taken');
  };
  const command = (line: string): void => {
    const [verb = ''] = line.toUpperCase().split(' ', 1);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') answer('EHLO', '250-fake\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME');
    else if (verb === 'AUTH') answer('AUTH', '235 2.7.0 welcome');
    else if (verb === 'MAIL') {
      mail = { from: address, to: [], source: '' };
      answer('MAIL', '250 2.1.0 ok');
    } else if (verb === 'RCPT') {
      if (answer('RCPT', '250 2.1.5 ok')) mail.to.push(address);
    } else if (verb === 'DATA') isData = answer('DATA', '354 go on');
    else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else socket.write('502 5.5.1 what?\r\n');
  };
  answer('greeting', '220 fake ESMTP');
  socket.on('data', (bytes) => {
    pending += bytes.toString('utf8');
    for (;;) {
      if (isData) {
        const end = /(^|\r\n)\.\r\n/.exec(pending);
        if (end === null) return;
        mail.source = pending.slice(0, end.index).replaceAll('\r\n..', '\r\n.');
        pending = pending.slice(end.index + end[0].length);
        endMessage();
      } else {
        const end = pending.indexOf('\r\n');
        if (end < 0) return;
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        command(line);
      }
    }
  });
}
