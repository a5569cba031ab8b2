/** Properties of one event by name and parameters, unescaped; its alarms by their triggers. */
export type IcsEvent = Record<string, string> & { alarms: string[] };

/** Reads an iCalendar file as strictly as the programs that take it: throws where lines, nesting or escapes are wrong. */
export function readIcs(bytes: Uint8Array): { properties: Record<string, string>; events: IcsEvent[] } {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const open: string[] = [];
  const properties: Record<string, string> = {};
  const events: IcsEvent[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:;,"]+)*):([^\r\n]*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no content line: ${line}`);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({ alarms: [] as string[] } as IcsEvent);
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends, which is not open`);
    } else if (open.at(-1) === 'VEVENT') put(events.at(-1) ?? ({} as IcsEvent), name, value);
    else if (open.at(-1) === 'VALARM' && name === 'TRIGGER') events.at(-1)?.alarms.push(value);
    else if (open.length === 1) put(properties, name, value);
  }
  if (open.length > 0) throw new Error(`${open.join()} never ends`);
  for (const event of events) {
    for (const needed of ['UID', 'DTSTAMP', 'SUMMARY'])
      if (!event[needed]) throw new Error(`an event without ${needed}`);
    if (!/^\d{8}T\d{6}Z$/.test(event.DTSTAMP ?? '')) throw new Error(`a stamp that is not in UTC: ${event.DTSTAMP}`);
  }
  return { properties, events };
}

function put(into: Record<string, unknown>, name: string, value: string): void {
  const isText = ['SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME'].includes(name);
  if (isText && /(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`an unescaped mark in ${name}`);
  into[name] = isText ? value.replace(/\\([\\;,nN])/g, (_, mark) => (/n/i.test(mark) ? '\n' : mark)) : value;
}
