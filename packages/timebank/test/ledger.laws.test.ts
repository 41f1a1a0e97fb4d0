import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runUniverse } from './ledger-universe/universe.ts';
import { variants } from './ledger-universe/variants.ts';

// 1 000 000 commands in 2 500 universes of 400, by the very tool that is documented for more. After every command: L-01 to L-10,
// L-12 and L-13 of what it added, L-14 of the claims, and the answer against the plain model. At the end of every 20th
// universe: L-11, L-14 by reference, L-15.
const soak = fileURLToPath(new URL('../bench/soak.bench.ts', import.meta.url));
const commands = 1_000_000;

const always = [
  'account/above-ceiling',
  'account/already-so',
  'account/at-soft-ceiling',
  'account/at-soft-floor',
  'account/below-floor',
  'account/closed',
  'account/donate-only',
  'account/frozen',
  'account/not-empty',
  'asset/already-declared',
  'asset/undeclared',
  'chain/partly-posted',
  'clearing/inexact',
  'clearing/no-agreement',
  'clearing/not-a-claim',
  'clearing/nothing-owed',
  'clearing/same-community',
  'clearing/same-ledger',
  'expiry/not-due',
  'hold/already-ended',
  'hold/not-due',
  'hold/other-accounts',
  'hold/overdue',
  'hold/too-much',
  'hold/unknown',
  'reversal/beyond-bound',
  'transfer/already-posted',
  'transfer/id-reused',
  'transfer/invalid',
  'transfer/not-a-mirror',
  'transfer/original-is-reversal',
  'transfer/original-unknown',
  'transfer/recorded-too-early',
  'transfer/reversed-too-much',
  'yes/chain',
  'yes/clear',
  'yes/expiry',
  'yes/record',
  'yes/settle',
  'yes/take-back',
];

describe('the laws of the ledger', () => {
  it('L-01 to L-15 hold through 1 000 000 random commands, and every answer is the plain model’s', {
    timeout: 600_000,
  }, async () => {
    const args = ['--conditions=@linli/source', soak, '--commands', String(commands), '--seed', '1', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const end = JSON.parse(stdout);
    expect([end.breachSeed, end.breaches]).toEqual([null, []]);
    expect(end.commands).toBe(commands);
    // The commands are worth their name only if every answer came up, and most of them did something.
    expect(Object.keys(end.answers).sort()).toEqual(always);
    expect(end.records).toBeGreaterThan(commands / 2);
  });

  it.each(variants.map(({ law, bug, parts }) => [law, bug, parts] as const))(
    '%s: a ledger that %s is caught by it',
    (law, _, parts) => {
      const caught = new Set<string>();
      for (let seed = 1; seed <= 200 && !caught.has(law); seed += 1) {
        const end = runUniverse({ seed, commands: 400, parts: parts(), isCompared: false }, new Map());
        for (const { id } of end.breaches) caught.add(id);
      }
      expect([...caught]).toContain(law);
    },
  );
});
