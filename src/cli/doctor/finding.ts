/** What a check found. `mend` says what to do, for all but "ok". */
export type Finding = { check: string; status: 'ok' | 'note' | 'fail'; detail: string; mend?: string };

export const ok = (check: string, detail: string): Finding => ({ check, status: 'ok', detail });
export const note = (check: string, detail: string, mend: string): Finding => ({ check, status: 'note', detail, mend });
export const fail = (check: string, detail: string, mend: string): Finding => ({ check, status: 'fail', detail, mend });
