import { type Decision, Instant, type Random, seededRandom } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance } from '../src/balance.ts';
import { ledgerLaws, postingLaws } from '../src/laws.ts';
import { emptyLedger, type LedgerView, readLedger } from '../src/ledger/ledger.ts';
import { Account, type Transfer } from '../src/ledger/transfer.ts';
import { Asset } from '../src/pack/standard-fields.ts';
import { post } from '../src/post.ts';
import { type LedgerUnderTest, naiveLedger, type PlantedBug, plantedBugs } from './naive-ledger.ts';

// 20 000 commands in 400 days of 50. Accounts are few and amounts small, so that floors, retries and reversals meet often.
const days = 400;
const commandsADay = 50;
const accounts = ['issuer/i', 'person/a', 'person/b', 'person/c', 'pool/p', 'provider/x'].map((name) => {
  const [kind, id] = name.split('/');
  return Account.parse({ kind, id });
});

function realLedger(): LedgerUnderTest & {
  readonly balanceOf: typeof balance extends (ledger: never, ...rest: infer R) => number ? (...rest: R) => number : never;
} {
  let ledger = emptyLedger;
  return {
    post(transfer) {
      const decision = post(ledger, transfer);
      if (decision.ok) ledger = decision.value;
      return decision;
    },
    view: () => readLedger(ledger),
    balanceOf: (...rest) => balance(ledger, ...rest),
  };
}

/** A command is a transfer somebody asks for: new, sent again, sent again with a change, backdated, faulty, or a reversal. */
function nextCommand(random: Random, { transfers }: LedgerView, number: number): Transfer {
  const pick = <Item>(items: readonly Item[]): Item => items[random.nextInt(items.length)]!;
  const kind = random.nextInt(20);
  const now = Instant.parse(number * 10);
  const from = random.nextInt(3) === 0 ? accounts[0]! : pick(accounts);
  const fresh: Transfer = {
    id: `t-${number}`,
    from,
    to: pick(accounts.filter((account) => account !== from)),
    asset: pick(Asset.options),
    units: 1 + random.nextInt(9),
    at: now,
    effectiveAt: Instant.parse(random.nextInt(commandsADay * 10)),
    why: [{ code: 'test/random' }],
    packId: 'test',
    edition: 1,
  };
  if (transfers.length === 0 || kind < 9) return fresh;
  const earlier = pick(transfers);
  if (kind < 11) return { ...earlier };
  if (kind < 13) return { ...earlier, units: earlier.units + 1 };
  if (kind < 14) return { ...fresh, at: Instant.parse(random.nextInt(number * 10)) };
  if (kind < 15) return { ...fresh, units: pick([0, -1, 0.5, 1.5]) };
  const mirrored = { ...fresh, from: earlier.to, to: earlier.from, asset: earlier.asset, reverses: earlier.id };
  return kind < 19 ? mirrored : { ...mirrored, reverses: pick([`t-${number}`, pick(transfers).id]) };
}

interface Day {
  readonly broken: readonly string[];
  readonly answers: ReadonlyMap<string, number>;
}

/** Runs one day of random commands and stops after the first that breaks a law. */
function runDay(
  seed: number,
  subject: LedgerUnderTest,
  also: (command: Transfer, answer: Decision<unknown>) => void = () => {},
): Day {
  const random = seededRandom(seed);
  const answers = new Map<string, number>();
  let before = subject.view();
  for (let number = 1; number <= commandsADay; number += 1) {
    const transfer = nextCommand(random, before, number);
    const answer = subject.post(transfer);
    const after = subject.view();
    const told = answer.reasons[0]?.code ?? 'posted';
    answers.set(told, (answers.get(told) ?? 0) + 1);
    const broken = [
      ...postingLaws.filter((law) => law.breach({ before, transfer, answer, after }) !== undefined),
      ...ledgerLaws.filter((law) => law.breach(after) !== undefined),
    ].map(({ id }) => id);
    if (broken.length > 0) return { broken, answers };
    also(transfer, answer);
    before = after;
  }
  return { broken: [], answers };
}

describe('the laws of the ledger', () => {
  it('L-01 L-02 L-03 L-04 L-05 L-06 L-08 L-10 L-15 hold after every one of 20 000 random commands, as the plain model says', () => {
    const answers = new Map<string, number>();
    for (let seed = 1; seed <= days; seed += 1) {
      const real = realLedger();
      const model = naiveLedger();
      const day = runDay(seed, real, (transfer, answer) => {
        const expected = model.post(transfer);
        expect([seed, transfer.id, answer.ok, answer.reasons[0]?.code]).toEqual([
          seed,
          transfer.id,
          expected.ok,
          expected.reasons[0]?.code,
        ]);
      });
      expect([seed, day.broken]).toEqual([seed, []]);
      expect(real.view()).toEqual(model.view());
      for (const [code, count] of day.answers) answers.set(code, (answers.get(code) ?? 0) + count);
    }
    expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBe(days * commandsADay);
    // The commands are worth their name only if every answer of `post` came up.
    expect([...answers.keys()].sort()).toEqual([
      'account/below-floor',
      'posted',
      'transfer/already-posted',
      'transfer/id-reused',
      'transfer/invalid',
      'transfer/not-a-mirror',
      'transfer/original-is-reversal',
      'transfer/original-unknown',
      'transfer/recorded-too-early',
      'transfer/reversed-too-much',
    ]);
  });

  it('L-10: a balance as of any instant, recorded or effective, is the sum of the transfers up to it', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const real = realLedger();
      runDay(seed, real);
      const { transfers } = real.view();
      const random = seededRandom(seed);
      for (let round = 0; round < 20; round += 1) {
        const account = accounts[random.nextInt(accounts.length)]!;
        const asOf = {
          ...(random.nextInt(2) === 0 ? {} : { asOfRecorded: Instant.parse(random.nextInt(commandsADay * 10)) }),
          ...(random.nextInt(2) === 0 ? {} : { asOfEffective: Instant.parse(random.nextInt(commandsADay * 10)) }),
        };
        let units = 0;
        for (const transfer of transfers) {
          if (transfer.asset !== 'second') continue;
          if (transfer.at > (asOf.asOfRecorded ?? Infinity)) continue;
          if (transfer.effectiveAt > (asOf.asOfEffective ?? Infinity)) continue;
          if (transfer.to.id === account.id) units += transfer.units;
          if (transfer.from.id === account.id) units -= transfer.units;
        }
        expect(real.balanceOf(account, 'second', asOf)).toBe(units);
      }
    }
  });

  it.each(Object.entries(plantedBugs) as [PlantedBug, string][])('a ledger that %s is caught by %s', (bug, law) => {
    const caught = new Set<string>();
    for (let seed = 1; seed <= days && caught.size === 0; seed += 1) {
      for (const id of runDay(seed, naiveLedger(bug)).broken) caught.add(id);
    }
    expect([...caught]).toContain(law);
  });
});
