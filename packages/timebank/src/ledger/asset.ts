import * as z from 'zod';

/** What is counted: one of the built-in codes, or a code of the community's own. One never turns into another by itself. */
export const AssetCode = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);
export type AssetCode = z.infer<typeof AssetCode>;

const cents = ['cny', 'twd', 'hkd', 'sgd', 'usd', 'cad', 'aud', 'nzd', 'gbp', 'eur', 'chf', 'sek', 'nok', 'dkk'];

/** The units people call one, of assets known without being declared: 3600 seconds an hour, 1 point a point, 100 fen a yuan. */
export const builtInScales: ReadonlyMap<AssetCode, number> = new Map([
  ['second', 3600],
  ['point', 1],
  ['count', 1],
  ['jpy', 1],
  ['krw', 1],
  ...cents.map((code) => [code, 100] as const),
]);
