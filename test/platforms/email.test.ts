import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEmailAddress } from '../../src/domain/email-address.ts';
import type { SendOutcome } from '../../src/domain/platform.ts';
import { paragraph, type Reply } from '../../src/domain/reply.ts';
import { checkMailServer } from '../../src/platforms/email/check-mail-server.ts';
import { createEmail } from '../../src/platforms/email/create-email.ts';
import { type FakeSmtp, type SmtpFault, type SmtpStep, startFakeSmtp } from '../support/fake-smtp.ts';
import { fullReply, sayReply } from '../support/replies.ts';

let smtp: FakeSmtp;
beforeEach(async () => {
  smtp = await startFakeSmtp();
});
afterEach(() => smtp.close());

const now = () => new Date('2026-11-22T01:00:00Z');
const email = (patienceMilliseconds = 5000) =>
  createEmail({ url: smtp.url, from: 'nhac@vi-du.vn', now, patienceMilliseconds });
const send = (reply: Reply, to = 'ha@co-quan.vn') => email().send(to, reply);

/** The header lines, unfolded; the decoded words of one. */
const head = (source: string): string[] =>
  (source.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');
function header(source: string, name: string): string {
  const line = head(source).find((one) => one.startsWith(`${name}: `)) ?? '';
  return line
    .slice(name.length + 2)
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    );
}
function quoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
/** The parts of the first mail as they read, by media type. */
function partsOf(source: string): Map<string, string> {
  const parts = source.split(/\r\n--[^\r\n]+\r\n/).slice(1);
  return new Map(
    parts.map((part) => {
      const [top = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n').replace(/\r\n--[^\r\n]+--[\s\S]*$/, '');
      const text = /base64/i.test(top)
        ? Buffer.from(body, 'base64').toString()
        : /quoted-printable/i.test(top)
          ? quoted(body)
          : body;
      return [/Content-Type: ([\w/+.-]+)/i.exec(top)?.[1] ?? '', text];
    }),
  );
}

describe('an address', () => {
  it.each(['ha@co-quan.vn', 'Nguyen.Ha+bot@UBND.HaNoi.gov.vn', "o'neil@x.vn"])('%s is one', (text) => {
    expect(readEmailAddress(text)?.toLowerCase()).toBe(text.toLowerCase());
  });

  it.each([
    '',
    'ha',
    'ha@',
    '@x.vn',
    'ha@x',
    'a@x.vn,b@x.vn',
    'a@x.vn b@x.vn',
    '"a@evil.vn" <b@x.vn>',
    'a@x.vn\r\nBcc: b@x.vn',
    'a@x.vn\u0000',
    'a(b)@x.vn',
    'a@[127.0.0.1]',
    '..@x.vn',
    `${'a'.repeat(300)}@x.vn`,
    `${'a.'.repeat(200_000)}@x.vn`,
  ])('%j is none', async (text) => {
    expect(readEmailAddress(text)).toBeNull();
    expect(await send(sayReply('x'), text)).toMatchObject({ status: 'failed', kind: 'recipient' });
    expect(smtp.mails).toEqual([]);
  });
});

describe('a mail', () => {
  it('arrives as text and HTML with its subject, and gives a receipt', async () => {
    const reply: Reply = {
      blocks: [paragraph({ bold: 'Nộp báo cáo quý IV' }), paragraph('Hạn: hết thứ Sáu, 18/12/2026 <b>&')],
      choices: [{ label: 'Đã nhận', message: 'đã nhận #12' }],
    };
    expect(await send(reply)).toEqual({ status: 'sent', receipt: expect.stringMatching(/^<.+@vi-du\.vn>$/) });
    const [mail] = smtp.mails;
    const source = mail?.source ?? '';
    expect(mail).toMatchObject({ from: 'nhac@vi-du.vn', to: ['ha@co-quan.vn'] });
    expect(header(source, 'Subject')).toBe('Nộp báo cáo quý IV');
    expect(header(source, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(source, 'Date')).toBe('Sun, 22 Nov 2026 01:00:00 +0000');
    const parts = partsOf(source);
    expect(parts.get('text/plain')).toContain('Hạn: hết thứ Sáu, 18/12/2026 <b>&');
    expect(parts.get('text/plain')).toContain('nhắn cho bot trên Telegram hoặc Zalo: “đã nhận #12”');
    expect(parts.get('text/html')).toContain('<p><b>Nộp báo cáo quý IV</b></p>');
    expect(parts.get('text/html')).toContain('18/12/2026 &#60;b&#62;&#38;');
  });

  it('carries every kind of block, pictures and files attached', async () => {
    const file = {
      kind: 'file' as const,
      name: '../../bao cao.docx',
      mediaType: 'text/x\r\nX: 1',
      bytes: new Uint8Array([1]),
      alt: 'tệp',
    };
    const image = { kind: 'image' as const, png: new Uint8Array([137, 80]), alt: 'hình' };
    expect(await send({ ...fullReply, blocks: [...fullReply.blocks, file, image] })).toMatchObject({ status: 'sent' });
    const source = smtp.mails[0]?.source ?? '';
    expect(source).toContain('filename="bao cao.docx"');
    expect(source).toContain('application/octet-stream');
    expect(source).toContain('image/png');
    expect(source).not.toMatch(/^X: 1/m);
  });

  it.each([
    'Báo cáo\r\nBcc: la@evil.vn',
    'a\nX-Evil: 1\n\nbody',
    'b\u2028Bcc: la@evil.vn',
    '=?UTF-8?Q?=0D=0ABcc:_la@evil.vn?=',
    'x'.repeat(5000),
    '\u0000\ud800',
    '',
  ])('lets no words become a header or a recipient: %j', async (text) => {
    expect(
      await send({ blocks: [paragraph({ bold: text }), paragraph(`.\r\n.\r\nQUIT\r\n${text}`)], choices: [] }),
    ).toMatchObject({ status: 'sent' });
    const [mail, ...more] = smtp.mails;
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['ha@co-quan.vn']);
    const names = head(mail?.source ?? '').map((line) => line.split(':', 1)[0]);
    expect(new Set(names)).toEqual(
      new Set([
        'From',
        'To',
        'Subject',
        'Date',
        'Message-ID',
        'MIME-Version',
        'Content-Type',
        'Auto-Submitted',
        'X-Auto-Response-Suppress',
      ]),
    );
  });
});

describe('a mail that fails', () => {
  it.each<[step: SmtpStep, fault: SmtpFault, outcome: Partial<SendOutcome>, kept: number]>([
    ['greeting', '421 4.3.2 closing', { status: 'failed', kind: 'transient' }, 0],
    ['greeting', 'close', { status: 'failed', kind: 'transient' }, 0],
    ['greeting', 'silence', { status: 'failed', kind: 'transient' }, 0],
    ['MAIL', '550 5.7.1 sender refused', { status: 'failed', kind: 'config' }, 0],
    ['MAIL', '451 4.3.0 later', { status: 'failed', kind: 'transient' }, 0],
    ['RCPT', '550 5.1.1 no such user', { status: 'failed', kind: 'recipient' }, 0],
    ['RCPT', '550 unknown', { status: 'failed', kind: 'recipient' }, 0],
    ['RCPT', '552 5.2.2 mailbox full', { status: 'failed', kind: 'window' }, 0],
    ['RCPT', '554 5.7.1 relay denied', { status: 'failed', kind: 'window' }, 0],
    ['RCPT', '450 4.2.0 greylisted', { status: 'failed', kind: 'transient' }, 0],
    ['RCPT', 'close', { status: 'failed', kind: 'transient' }, 0],
    ['RCPT', 'silence', { status: 'failed', kind: 'transient' }, 0],
    ['DATA', '554 5.5.1 no', { status: 'failed', kind: 'window' }, 0],
    ['DATA', 'close', { status: 'failed', kind: 'transient' }, 0],
    ['message', '554 5.6.0 spam', { status: 'failed', kind: 'window' }, 0],
    ['message', '452 4.3.1 disk full', { status: 'failed', kind: 'transient' }, 0],
    ['message', 'close', { status: 'unknown' }, 0],
    ['accepted', 'close', { status: 'unknown' }, 1],
    ['accepted', 'silence', { status: 'unknown' }, 1],
  ])('at %s by “%s”', async (step, fault, outcome, kept) => {
    smtp.fault = (at) => (at === step ? fault : null);
    const result = await email(fault === 'silence' ? 300 : 5000).send('ha@co-quan.vn', sayReply('x'));
    expect(result).toMatchObject(outcome);
    expect(smtp.mails.length).toBe(kept);
    expect('reason' in result && result.reason).not.toContain('ha@');
  });

  it('when the server cannot be reached, and arrives when it can again', async () => {
    const platform = email();
    await smtp.close();
    expect(await platform.send('ha@co-quan.vn', sayReply('x'))).toMatchObject({ status: 'failed', kind: 'transient' });
    smtp = await startFakeSmtp();
    expect(await email().send('ha@co-quan.vn', sayReply('x'))).toMatchObject({ status: 'sent' });
  });

  it('when the password is wrong', async () => {
    smtp.fault = (step) => (step === 'AUTH' ? '535 5.7.8 bad credentials' : null);
    const url = smtp.url.replace('//', '//ten:mat-khau@');
    const platform = createEmail({ url, from: 'nhac@vi-du.vn', now });
    expect(await platform.send('ha@co-quan.vn', sayReply('x'))).toMatchObject({ status: 'failed', kind: 'config' });
  });

  it('without TLS no password leaves this machine', async () => {
    const { port } = new URL(smtp.url);
    const url = `smtp://ten:mat-khau@localhost.localdomain:${port}`;
    const platform = createEmail({ url, from: 'nhac@vi-du.vn', now, patienceMilliseconds: 2000 });
    expect(await platform.send('ha@co-quan.vn', sayReply('x'))).toMatchObject({ status: 'failed' });
    expect(smtp.mails).toEqual([]);
  });

  it('a large picture cut off on its way did not arrive', async () => {
    smtp.fault = (step) => (step === 'DATA' ? 'close' : null);
    const image = { kind: 'image' as const, png: new Uint8Array(3_000_000), alt: 'hình' };
    expect(await send({ blocks: [image], choices: [] })).toMatchObject({ status: 'failed', kind: 'transient' });
  });
});

describe('the check of a mail server', () => {
  it.each<[step: SmtpStep | null, fault: SmtpFault, found: RegExp | null]>([
    [null, 'close', null],
    ['AUTH', '535 5.7.8 bad credentials', /535 5\.7\.8/],
    ['greeting', '554 go away', /554|EPROTOCOL/],
    ['greeting', 'close', /ECONNECTION/],
  ])('at %s by “%s” finds %s and sends nothing', async (at, fault, found) => {
    smtp.fault = (step) => (step === at ? fault : null);
    const problem = await checkMailServer(smtp.url.replace('//', '//ten:mat-khau@'), 2000);
    if (found === null) expect(problem).toBeNull();
    else expect(problem).toMatch(found);
    expect(smtp.mails).toEqual([]);
  });
});
