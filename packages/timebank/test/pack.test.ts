import { describe, expect, it } from 'vitest';
import { CreditStandard } from '../src/pack/credit-standard.ts';
import { ExchangeStandard } from '../src/pack/exchange-standard.ts';
import { presets } from '../src/presets.ts';
import { packOf } from './people.ts';

const good = packOf([{ do: 'refuse-self' }]);
const paths = (value: unknown) => CreditStandard.safeParse(value).error?.issues.map(({ path }) => path.join('.'));

describe('D-79: a faulty standard is refused with the path of the fault', () => {
  it.each([
    ['an unknown step', { ...good, steps: [{ do: 'refuse-self' }, { do: 'double' }] }, 'steps.1.do'],
    ['a step with a word too many', { ...good, steps: [{ do: 'refuse-self', except: 'me' }] }, 'steps.0'],
    ['half a second', { ...good, steps: [{ do: 'cap-day', seconds: 0.5, overflow: 'drop' }] }, 'steps.0.seconds'],
    ['no step', { ...good, steps: [] }, 'steps'],
    ['another format', { ...good, format: 'linli-credit-standard/2' }, 'format'],
    ['an empty time of force', { ...good, effective: { from: '2026-01-01', until: '2026-01-01' } }, 'effective'],
    [
      'rounding up after a cap',
      {
        ...good,
        steps: [
          { do: 'cap-day', seconds: 60, overflow: 'drop' },
          { do: 'round', toSeconds: 7, mode: 'up' },
        ],
      },
      'steps.1',
    ],
    [
      'a rate above one after a cap',
      {
        ...good,
        steps: [
          { do: 'cap-day', seconds: 60, overflow: 'drop' },
          { do: 'rate', permilleByCategory: { a: 1001 }, otherwise: 1000 },
        ],
      },
      'steps.1',
    ],
  ])('%s', (_, value, path) => {
    expect(paths(value)).toEqual([path]);
  });

  it('rounding down and a rate of at most one may follow a cap', () => {
    const cap = { do: 'cap-day', seconds: 60, overflow: 'drop' };
    const steps = [cap, { do: 'round', toSeconds: 7, mode: 'down' }, { do: 'rate', permilleByCategory: {}, otherwise: 1000 }];
    expect(paths({ ...good, steps })).toBeUndefined();
  });

  it('two offers of one code', () => {
    const standard = presets.exchange['cn-guangzhou-2019'];
    const parsed = ExchangeStandard.safeParse({ ...standard, offers: [...standard.offers, ...standard.offers] });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['offers.1.code']);
  });

  it('every preset stands under its own id', () => {
    for (const group of Object.values(presets)) {
      for (const [id, pack] of Object.entries(group)) expect(pack.id).toBe(id);
    }
  });
});
