import { describe, expect, it } from 'vitest';
import { DatabaseAwayError } from '../../src/domain/errors.ts';
import { createWaitingLine } from '../../src/store/waiting-line.ts';

describe('the line before the database', () => {
  it('lets so many in at once, then whoever is urgent, then the others as they came', async () => {
    const line = createWaitingLine(2, null);
    const order: string[] = [];
    const enter = (name: string, isUrgent = false) => line.enter(isUrgent).then(() => void order.push(name));
    await Promise.all([enter('a'), enter('b')]);
    const waiting = [enter('c'), enter('d'), enter('e', true), enter('f', true)];
    for (const [index] of waiting.entries()) {
      expect(order).toHaveLength(2 + index);
      line.leave();
      await new Promise(setImmediate);
    }
    expect(order).toEqual(['a', 'b', 'e', 'f', 'c', 'd']);
    line.leave();
    line.leave();
    await Promise.all([enter('g'), enter('h')]);
  });

  it('turns away whoever waited too long, and gives no place to them', async () => {
    const line = createWaitingLine(1, 20);
    await line.enter(false);
    await expect(line.enter(true)).rejects.toThrow(DatabaseAwayError);
    line.leave();
    await line.enter(false);
  });
});
