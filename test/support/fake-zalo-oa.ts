import { signatureOf } from '../../src/platforms/zalo-oa/verify-signature.ts';
import { createFakeOauth, type FakeOauth } from './fake-zalo-oauth.ts';
import { type LoopbackAnswer, type LoopbackRequest, type LoopbackServer, startLoopback } from './loopback-server.ts';

export type OaEntry = {
  from: 'bot' | 'person' | 'office';
  messageId: string;
  text: string;
  buttons: { title: string; payload: string }[];
  kind: 'text' | 'image' | 'file' | 'template';
  quotaType?: string;
  quoteId?: string;
};

type Envelope = { error: number; message: string };
export type OaFault = Envelope | 'drop_before' | 'drop_after' | { http: number };

export type FakeZaloOa = Pick<LoopbackServer, 'until' | 'close' | 'notify'> & {
  account: { appId: string; appSecret: string; oaId: string; oaSecretKey: string };
  roots: { oauthRoot: string; openapiRoot: string; businessRoot: string };
  oauth: FakeOauth;
  state: {
    webhookUrl: string;
    /** When each person last wrote, by Zalo's books. */
    lastInteraction: Map<string, Date>;
    blocked: Set<string>;
    groups: Set<string>;
    templates: Map<string, object>;
    /** By phone, for people who have given none to the OA. */
    phones: Map<string, string>;
    isNight: boolean;
    callsLeft: number;
    /** Its own echoes of what the bot sends. */
    echoes: boolean;
  };
  /** Every call of the interfaces, without tokens. */
  calls: { path: string; body: Record<string, unknown> }[];
  faults: { path: string; fault: OaFault }[];
  say(userId: string, text: string, more?: { groupId?: string; event?: object; message?: object }): Promise<number>;
  /** Presses the button with this title under the newest message that has it. */
  tap(userId: string, title: string): Promise<number>;
  /** Signs and delivers any event; gives the status of the answer. */
  deliver(event: object): Promise<number>;
  transcript(chatId: string): OaEntry[];
  replies(chatId: string, count?: number): Promise<OaEntry[]>;
};

const HOUR = 3_600_000;
const secretOf = { appSecret: 'fake-app-secret-key', oaSecretKey: 'fake-oa-secret-key' };
const account = { appId: '1111222233334444555', oaId: '9990001112223334445', ...secretOf };

/** An Official Account on the loopback with Zalo's rules: windows, token in its header, sizes, shapes, groups, templates, signatures. */
export async function startFakeZaloOa({ port = 0, webhookUrl = '' } = {}): Promise<FakeZaloOa> {
  const oauth = createFakeOauth(account);
  const state: FakeZaloOa['state'] = {
    webhookUrl,
    lastInteraction: new Map(),
    blocked: new Set(),
    groups: new Set(['g1']),
    templates: new Map([
      [
        'tpl-1',
        {
          status: 'ENABLE',
          listParams: [
            { name: 'noi_dung', type: 'STRING', require: true, maxLength: 80 },
            { name: 'han', type: 'DATE', require: true, maxLength: 20 },
          ],
          price_uid: '200',
          price_sdt: '300',
        },
      ],
    ]),
    phones: new Map(),
    isNight: false,
    callsLeft: Number.POSITIVE_INFINITY,
    echoes: true,
  };
  const chats = new Map<string, OaEntry[]>();
  const calls: FakeZaloOa['calls'] = [];
  const faults: FakeZaloOa['faults'] = [];
  const uploads = new Map<string, Date>();
  let nextId = 1;
  const ok = (data: object): LoopbackAnswer => ({ status: 200, json: { error: 0, message: 'Success', data } });
  const no = (error: number, message: string): LoopbackAnswer => ({ status: 200, json: { error, message } });
  const put = (chatId: string, entry: Omit<OaEntry, 'messageId'>): string => {
    const messageId = `m-${(nextId++).toString().padStart(4, '0')}`;
    chats.set(chatId, [...(chats.get(chatId) ?? []), { messageId, ...entry }]);
    return messageId;
  };

  const readMessage = (message: Record<string, unknown>): Omit<OaEntry, 'messageId'> | LoopbackAnswer => {
    const text = typeof message.text === 'string' ? message.text : '';
    const attachment = message.attachment as { type: string; payload: Record<string, unknown> } | undefined;
    const quoteId = typeof message.quote_message_id === 'string' ? { quoteId: message.quote_message_id } : {};
    if (text.length > 2000) return no(-201, 'text is invalid');
    if (attachment === undefined) {
      return text === '' ? no(-201, 'text is invalid') : { from: 'bot', text, buttons: [], kind: 'text', ...quoteId };
    }
    const { payload } = attachment;
    if (attachment.type === 'file') {
      const isKnown = uploads.has(String(payload.token));
      return isKnown ? { from: 'bot', text: '', buttons: [], kind: 'file' } : no(-100, 'attachment_id was expired');
    }
    if (attachment.type !== 'template') return no(-201, 'attachment is invalid');
    if (payload.template_type === 'media') {
      const [element] = payload.elements as { url?: string; attachment_id?: string }[];
      if ((element?.url === undefined) === (element?.attachment_id === undefined))
        return no(-201, 'elements is invalid');
      if (!uploads.has(String(element?.attachment_id))) return no(-100, 'attachment_id was expired');
      return { from: 'bot', text, buttons: [], kind: 'image' };
    }
    const buttons = (payload.buttons ?? []) as { title: string; type: string; payload: string }[];
    const isBad =
      buttons.length === 0 ||
      buttons.length > 5 ||
      buttons.some((one) => one.payload.length > 1000 || one.title === '');
    return isBad || text === ''
      ? no(-201, 'buttons is invalid')
      : { from: 'bot', text, buttons, kind: 'text', ...quoteId };
  };

  const sendCs = ({ recipient, message }: Record<string, unknown>): LoopbackAnswer => {
    const userId = String((recipient as { user_id?: string } | undefined)?.user_id ?? '');
    const entry = readMessage((message ?? {}) as Record<string, unknown>);
    if (!('buttons' in Object(entry))) return entry as LoopbackAnswer;
    const last = state.lastInteraction.get(userId);
    if (state.blocked.has(userId)) return no(-244, 'User has restricted this type of message');
    const age = last === undefined ? Number.POSITIVE_INFINITY : Date.now() - last.getTime();
    if (age > 7 * 24 * HOUR) return no(-230, 'User has not interacted with the OA in the past 7 days');
    const quotaType = age <= 48 * HOUR ? 'reply' : 'sub_quota';
    return delivered(userId, { ...(entry as Omit<OaEntry, 'messageId'>), quotaType });
  };

  const delivered = (chatId: string, entry: Omit<OaEntry, 'messageId'>, more: object = {}): LoopbackAnswer => {
    const messageId = put(chatId, entry);
    if (state.echoes && state.webhookUrl !== '') {
      const echo = { event_name: 'oa_send_text', sender: { id: account.oaId }, recipient: { id: chatId } };
      void deliver({ ...echo, message: { msg_id: messageId, text: entry.text } }).catch(() => undefined);
    }
    return ok({
      message_id: messageId,
      user_id: chatId,
      sent_time: String(Date.now()),
      quota: { quota_type: entry.quotaType },
      ...more,
    });
  };

  const sendGroup = ({ recipient, message }: Record<string, unknown>): LoopbackAnswer => {
    const groupId = String((recipient as { group_id?: string } | undefined)?.group_id ?? '');
    if (!state.groups.has(groupId)) return no(-403, 'OA is not in the group');
    const entry = readMessage((message ?? {}) as Record<string, unknown>);
    if (!('buttons' in Object(entry))) return entry as LoopbackAnswer;
    return delivered(`group:${groupId}`, entry as Omit<OaEntry, 'messageId'>);
  };

  const sendTemplate = (body: Record<string, unknown>, isPhone: boolean): LoopbackAnswer => {
    const template = state.templates.get(String(body.template_id)) as
      | { listParams: { name: string; maxLength: number }[] }
      | undefined;
    if (template === undefined) return no(isPhone ? -109 : -201, 'template_id is invalid');
    if (state.isNight) return no(isPhone ? -133 : -234, 'not at night');
    const data = body.template_data as Record<string, string>;
    for (const { name, maxLength } of template.listParams) {
      if (data[name] === undefined || data[name] === '') return no(-1122, `${name} is missing`);
      if (data[name].length > maxLength) return no(-1121, `${name} is too long`);
    }
    if (isPhone) {
      if (!/^84\d{9}$/.test(String(body.phone))) return no(-108, 'phone invalid');
      if (body.tracking_id === undefined || String(body.tracking_id).length > 48) return no(-1122, 'tracking_id');
      const messageId = put(`phone:${body.phone}`, {
        from: 'bot',
        text: JSON.stringify(data),
        buttons: [],
        kind: 'template',
      });
      return ok({
        msg_id: messageId,
        sent_time: String(Date.now()),
        quota: { dailyQuota: '500', remainingQuota: '499' },
      });
    }
    const text = JSON.stringify(data);
    return delivered(String(body.user_id), {
      from: 'bot',
      text,
      buttons: [],
      kind: 'template',
      quotaType: 'purchase_quota',
    });
  };

  const upload = async (request: LoopbackRequest): Promise<LoopbackAnswer> => {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    if (!(file instanceof File)) return no(-201, 'file is invalid');
    const isImage = request.path.endsWith('/image');
    if (file.size > (isImage ? 1 : 5) * 1024 * 1024) return no(-210, 'file is over the limit');
    if (!(isImage ? /\.(png|jpe?g)$/ : /\.(pdf|docx?)$/).test(file.name)) return no(-201, 'file is invalid');
    const id = `up-${nextId++}`;
    uploads.set(id, new Date());
    return ok(isImage ? { attachment_id: id } : { token: id });
  };

  const carryOut = async (request: LoopbackRequest, body: Record<string, unknown>): Promise<LoopbackAnswer> => {
    switch (request.path) {
      case '/v3.0/oa/message/cs':
        return sendCs(body);
      case '/v3.0/oa/group/message':
        return sendGroup(body);
      case '/v3.0/oa/message/template':
        return sendTemplate(body, false);
      case '/message/template':
        return sendTemplate(body, true);
      case '/template/info/v2':
        return ok(state.templates.get(request.query.get('template_id') ?? '') ?? {});
      case '/v2.0/oa/upload/image':
      case '/v2.0/oa/upload/file':
        return upload(request);
      case '/v2.0/oa/getoa':
        return ok({ oaid: account.oaId, name: 'UBND tỉnh', is_verified: true, oa_type: 4, package_name: 'Growth' });
      default:
        return no(-240, 'closed');
    }
  };

  const server = await startLoopback(async (request) => {
    if (request.path.startsWith('/v4/')) return oauth.answer(request);
    const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/');
    const body = isForm || request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
    calls.push({ path: request.path, body });
    if (request.query.has('access_token') || request.headers.authorization !== undefined) return { status: 404 };
    const token = request.headers.access_token ?? '';
    const isBusiness = request.path.startsWith('/message/') || request.path.startsWith('/template/');
    if (token === '' || token !== oauth.accessToken()) {
      return isBusiness ? no(-124, 'Access token invalid') : no(-216, 'Access token is invalid');
    }
    if (state.callsLeft <= 0) return no(-32, 'Application reached limit call api');
    state.callsLeft -= 1;
    const at = faults.findIndex(({ path }) => path === request.path);
    const fault = at < 0 ? null : (faults.splice(at, 1)[0]?.fault ?? null);
    if (fault === null) return carryOut(request, body);
    if (fault === 'drop_before') return 'drop';
    if (fault === 'drop_after') {
      await carryOut(request, body);
      return 'drop';
    }
    return 'http' in fault ? { status: fault.http, body: '<html>', type: 'text/html' } : { status: 200, json: fault };
  }, port);

  const deliver = async (event: object): Promise<number> => {
    const timestamp = String(Date.now());
    // An order of keys and a way of escaping that no parser gives back as it came.
    const body = Buffer.from(JSON.stringify({ timestamp, app_id: account.appId, ...event }).replaceAll('/', '\\/'));
    const given = JSON.parse(body.toString('utf8')) as { timestamp: string };
    const mac = signatureOf(body, String(given.timestamp), account);
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` };
    const response = await fetch(state.webhookUrl, { method: 'POST', headers, body });
    server.notify();
    return response.status;
  };

  const say: FakeZaloOa['say'] = (userId, text, { groupId, event = {}, message = {} } = {}) => {
    const chatId = groupId === undefined ? userId : `group:${groupId}`;
    state.lastInteraction.set(userId, new Date());
    const messageId = put(chatId, { from: 'person', text, buttons: [], kind: 'text' });
    return deliver({
      event_name: groupId === undefined ? 'user_send_text' : 'user_send_group_text',
      sender: { id: userId },
      recipient: { id: groupId ?? account.oaId },
      user_id_by_app: '5550001112223334445',
      message: { msg_id: messageId, text, ...message },
      ...event,
    });
  };
  const fromBot = (chatId: string) => (chats.get(chatId) ?? []).filter(({ from }) => from === 'bot');

  return {
    account,
    roots: { oauthRoot: server.root, openapiRoot: server.root, businessRoot: server.root },
    oauth,
    state,
    calls,
    faults,
    until: server.until,
    notify: server.notify,
    close: server.close,
    say,
    deliver,
    tap(userId, title) {
      const button = (chats.get(userId) ?? []).findLast(({ buttons }) => buttons.some((one) => one.title === title));
      const payload = button?.buttons.find((one) => one.title === title)?.payload;
      if (payload === undefined) throw new Error(`no button "${title}"`);
      return say(userId, payload);
    },
    transcript: (chatId) => chats.get(chatId) ?? [],
    async replies(chatId, count = 1) {
      await server.until(() => fromBot(chatId).length >= count);
      return fromBot(chatId);
    },
  };
}
