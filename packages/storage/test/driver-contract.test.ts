import { type Batch, checkKey, compareKeys, type Json, memoryDriver, sealBatch, storageTexts } from '@linli/storage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runs = { seed: 20261123, numRuns: 300 };
const text = fc.string({ unit: 'binary' }); // every code point, no lone surrogate
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const batchOf = (parts: Partial<Batch>): Batch => ({ id: 'one', expect: {}, put: {}, remove: [], ...parts });

describe('compareKeys', () => {
  it('puts a character beyond U+FFFF after U+FF01, as bytes do and JavaScript does not', () => {
    // UTF-8: U+FF01 is EF BC 81, U+20000 is F0 A0 80 80. UTF-16: FF01 against D840.
    expect(compareKeys('！', '𠀀')).toBeLessThan(0);
    expect('！' < '𠀀').toBe(false);
  });

  it('law: it is the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      runs,
    );
  });
});

describe('checkKey', () => {
  it('takes 512 units and refuses 513, none, a lone surrogate and U+0000', () => {
    checkKey('里'.repeat(512));
    checkKey('𠀀'.repeat(256));
    for (const bad of ['里'.repeat(513), '', 'a\ud840', '\udc00a', 'a\u0000']) {
      expect(() => checkKey(bad)).toThrow(expect.objectContaining({ code: 'storage/invalid-batch', retryable: false }));
    }
  });
});

describe('sealBatch', () => {
  it('brings every list into key order and drops a second removal of the same key', () => {
    const sealed = sealBatch(
      batchOf({ expect: { b: 2, a: 0 }, put: { z: { y: 1, x: [2] }, 'z!': null }, remove: ['n', 'm', 'n'] }),
    );
    expect(sealed.expect).toEqual([
      ['a', 0],
      ['b', 2],
    ]);
    expect(sealed.put).toEqual([
      ['z', '{"x":[2],"y":1}'],
      ['z!', 'null'],
    ]);
    expect(sealed.remove).toEqual(['m', 'n']);
  });

  it('law: a body does not depend on the order of names and comes back equal', () => {
    const turned = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, member]): [string, Json] => [name, turned(member)])
          .reverse(),
      );
    };
    fc.assert(
      fc.property(json, (value) => {
        const sealed = sealBatch(batchOf({ put: { a: value } }));
        expect(sealBatch(batchOf({ put: { a: turned(value) } })).body).toBe(sealed.body);
        expect(JSON.parse(sealed.put[0]?.[1] ?? '')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs,
    );
  });

  it('law: different values have different bodies', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const [left, right] = [JSON.parse(JSON.stringify(a)) as Json, JSON.parse(JSON.stringify(b)) as Json];
        const same = sealBatch(batchOf({ put: { a } })).body === sealBatch(batchOf({ put: { a: b } })).body;
        if (same) expect(left).toEqual(right);
        else expect(left).not.toEqual(right);
      }),
      runs,
    );
  });

  it('says where a value is not JSON, and never what it is', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const cases: readonly (readonly [unknown, string])[] = [
      [{ meals: [1, { price: Number.NaN }] }, 'a.meals[1].price is not JSON'],
      [{ secret: Object.assign(() => 'secret-value') }, 'a.secret is not JSON'],
      [[undefined], 'a[0] is not JSON'],
      [cyclic, 'is nested deeper than 100'],
    ];
    for (const [value, message] of cases) {
      expect(() => sealBatch(batchOf({ put: { a: value as Json } }))).toThrow(message);
    }
  });

  it('refuses a key both put and removed, and a revision that is no whole number', () => {
    const code = expect.objectContaining({ code: 'storage/invalid-batch' });
    expect(() => sealBatch(batchOf({ put: { a: 1 }, remove: ['a'] }))).toThrow(code);
    for (const revision of [-1, 0.5, Number.NaN]) expect(() => sealBatch(batchOf({ expect: { a: revision } }))).toThrow(code);
  });
});

describe('memoryDriver', () => {
  it('hands out frozen values, so that a slip of a caller is an error and not a silent change', async () => {
    const driver = memoryDriver();
    await driver.commit(batchOf({ put: { a: { meals: ['rice'] } } }));
    const [stored] = await driver.read(['a']);
    expect(stored?.value).toEqual({ meals: ['rice'] });
    const { meals } = (stored as unknown as { value: { meals: string[] } }).value;
    expect(() => meals.push('more')).toThrow(TypeError);
  });
});

describe('storageTexts', () => {
  it('has Chinese and English words for every code', () => {
    for (const [code, { zh, en }] of Object.entries(storageTexts)) {
      expect(code).toMatch(/^storage\/[a-z-]+$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  });
});
