import { describe, expect, expectTypeOf, it } from 'vitest';
import { assert, type Decision, Fault, no, type Reason, say, type Texts, yes } from '../src/index.ts';

type Code = 'door/locked' | 'door/far';
const texts = {
  'door/locked': { zh: '{count}号门锁了', en: 'door {count} is locked' },
  'door/far': { zh: '太远（{place}）', en: 'too far: {place}, {place}' },
} as const satisfies Texts<Code>;

describe('a reason in words', () => {
  it('is said in the language asked for, filled from its data', () => {
    const reason: Reason<Code> = { code: 'door/locked', data: { count: 3 } };
    expect([say(texts, reason, 'zh'), say(texts, reason, 'en')]).toEqual(['3号门锁了', 'door 3 is locked']);
  });

  it('fills every place of one name, and zero and the empty word too', () => {
    expect(say(texts, { code: 'door/far', data: { place: 'grid 8' } }, 'en')).toBe('too far: grid 8, grid 8');
    expect(say(texts, { code: 'door/locked', data: { count: 0 } }, 'en')).toBe('door 0 is locked');
    expect(say(texts, { code: 'door/far', data: { place: '' } }, 'zh')).toBe('太远（）');
  });

  it('takes words as they are, with no second filling and no pattern in them', () => {
    expect(say(texts, { code: 'door/far', data: { place: '{place} $& $1' } }, 'zh')).toBe('太远（{place} $& $1）');
  });

  it('puts a label for a code where the caller has one', () => {
    const label = (name: string, value: string | number): string =>
      name === 'place' && value === 'g8' ? '八网格' : String(value);
    expect(say(texts, { code: 'door/far', data: { place: 'g8' } }, 'zh', label)).toBe('太远（八网格）');
  });

  it('hides nothing: a place without data stays, a code without text is said as itself', () => {
    expect(say(texts, { code: 'door/locked' }, 'en')).toBe('door {count} is locked');
    expect(say(texts, { code: 'door/gone' }, 'zh')).toBe('door/gone');
  });

  it('leaves no code without both languages: that does not compile', () => {
    // @ts-expect-error `door/far` has no text
    const incomplete: Texts<Code> = { 'door/locked': { zh: '', en: '' } };
    expect(Object.keys(incomplete)).toEqual(['door/locked']);
  });
});

describe('a decision', () => {
  it('that says yes may still give reasons, in order', () => {
    expect(yes(7)).toEqual({ ok: true, value: 7, reasons: [] });
    expect(yes(7, [{ code: 'b' }, { code: 'a' }]).reasons.map(({ code }) => code)).toEqual(['b', 'a']);
  });

  it('that says no always says why, and has no empty data', () => {
    expect(no('door/locked', { count: 3 })).toEqual({ ok: false, reasons: [{ code: 'door/locked', data: { count: 3 } }] });
    expect(JSON.stringify(no('door/locked'))).toBe('{"ok":false,"reasons":[{"code":"door/locked"}]}');
    expectTypeOf(no('door/locked').reasons).toExtend<readonly [Reason, ...Reason[]]>();
  });

  it('has a value only after it is known to be a yes', () => {
    const decide = (open: boolean): Decision<number, Code> => (open ? yes(1) : no('door/locked'));
    const decision = decide(true);
    expectTypeOf<Extract<Decision<number, Code>, { ok: false }>>().not.toHaveProperty('value');
    expect(decision.ok && decision.value).toBe(1);
    expect(decide(false).ok).toBe(false);
  });
});

describe('a fault', () => {
  it('carries its code, its cause and whether to try again', () => {
    const cause = new Error('disk');
    const fault = new Fault('store/busy', 'the store is busy', { cause, retryable: true });
    expect(fault).toBeInstanceOf(Error);
    expect([fault.name, fault.code, fault.message, fault.cause, fault.retryable]).toEqual([
      'Fault',
      'store/busy',
      'the store is busy',
      cause,
      true,
    ]);
  });

  it('is final unless it says otherwise', () => {
    expect(new Fault('day/broken', 'x').retryable).toBe(false);
  });

  it('is what a broken assertion throws; a kept one narrows the type', () => {
    expect(() => assert(false, 'day/broken', 'no such day')).toThrowError(
      expect.objectContaining({ code: 'day/broken', message: 'no such day' }),
    );
    const value: number | undefined = [4][0];
    assert(value !== undefined, 'day/broken', 'missing');
    expectTypeOf(value).toEqualTypeOf<number>();
    expect(value).toBe(4);
  });
});
