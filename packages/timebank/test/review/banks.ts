import { readPack } from '../../src/pack/read-pack.ts';
import type { TimeBankPack } from '../../src/pack/time-bank-pack.ts';

const gates = [{ do: 'refuse-self' }, { do: 'refuse-relatives' }, { do: 'refuse-overlap' }] as const;

/** A made-up time bank. Its gates against oneself, relatives and double time come first unless `open`. */
export function bankOf(
  steps: readonly unknown[],
  { exchange, accounts, open = false, ...head }: Readonly<Record<string, unknown>> & { readonly open?: boolean } = {},
): TimeBankPack {
  const read = readPack({
    format: 'linli-time-bank/2',
    id: 'test',
    edition: 1,
    effective: { from: '2026-01-01' },
    name: { zh: '测试', en: 'test' },
    source: { title: 'made up for this test', confidence: 'assumed' },
    unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '时间币', en: 'coins' } },
    credit: { steps: open ? steps : [...gates, ...steps] },
    ...(exchange !== undefined && { exchange }),
    ...(accounts !== undefined && { accounts }),
    ...head,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
}

export const offer = (fields: object) => ({
  code: 'hour',
  kind: 'service',
  words: { zh: '一小时', en: 'an hour' },
  price: { hours: 1 },
  ...fields,
});
export const exchangeOf = (fields: object = {}, offers: readonly object[] = [offer({})]) => ({
  offers,
  recipients: [{ kin: ['self'] }],
  ...fields,
});
