import { describe, expect, it } from 'vitest';
import { classifyFailure } from '../../../src/platforms/zalo-oa/classify-failure.ts';

const answered = (code = 200) => ({ status: 'answered' as const, code, json: undefined, headers: new Headers() });

/** Every row of the two tables of the interface's description. */
const openapi: [codes: number[], kind: string, remedy: string | null][] = [
  [[-32], 'rate', null],
  [[-100], 'transient', 'upload'],
  [[-200], 'transient', null],
  [[-201, -210, -233, -240, -248], 'bug', null],
  [[-204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -238, -241, -242, -320, -321, -403], 'config', null],
  [[-211, -218], 'quota', null],
  [[-213, -217, -227, -244], 'recipient', null],
  [[-216, -220, 216, 401, -401], 'config', 'refresh'],
  [[-230, -232], 'window', null],
  [[-234], 'night', null],
  [[-249], 'window', 'phone'],
  [[-99_999, 7], 'bug', null],
];
const business: typeof openapi = [
  [[-32], 'rate', null],
  [[-100], 'transient', null],
  [[-108, -114, -118, -119, -139, -140, -141], 'recipient', null],
  [[-109, -111, -1121, -1122, -1124], 'bug', null],
  [[-115, -117, -1241, -126, -127, -131, -135, -136, -137, -145, -146], 'config', null],
  [[-124], 'config', 'refresh'],
  [[-133], 'night', null],
  [[-144, -147, -1471, -1472], 'quota', null],
];

describe('an error of Zalo', () => {
  for (const [api, table] of [
    ['openapi', openapi],
    ['business', business],
  ] as const) {
    it.each(table.flatMap(([codes, kind, remedy]) => codes.map((code) => [code, kind, remedy] as const)))(
      `${api} %i means %s, remedy %s`,
      (code, kind, remedy) => {
        expect(classifyFailure(api, answered(), { error: code, message: 'x' })).toMatchObject({ kind, remedy, code });
      },
    );
  }

  it('means another thing on the other interface', () => {
    const kinds = (code: number) =>
      (['openapi', 'business'] as const).map(
        (api) => classifyFailure(api, answered(), { error: code, message: '' }).kind,
      );
    expect(kinds(-118)).toEqual(['bug', 'recipient']);
    expect(classifyFailure('openapi', answered(), { error: -100, message: '' }).remedy).toBe('upload');
    expect(classifyFailure('business', answered(), { error: -100, message: '' }).remedy).toBeNull();
  });

  it.each([
    [401, 'config'],
    [403, 'config'],
    [404, 'config'],
    [429, 'rate'],
    [500, 'ambiguous'],
    [502, 'ambiguous'],
    [504, 'ambiguous'],
    [200, 'ambiguous'],
  ])('a page with HTTP %i means %s', (code, kind) => {
    expect(classifyFailure('openapi', answered(code), null).kind).toBe(kind);
  });

  it('waits for the next minute and a little more at the limit of calls', () => {
    const { retryAfterSeconds } = classifyFailure('openapi', answered(), { error: -32, message: '' });
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(70);
  });
});
