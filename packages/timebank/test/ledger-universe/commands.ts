import type { Instant, Random } from '@linli/model';
import type { Tally } from '../../src/laws/tally.ts';
import type { Account } from '../../src/ledger/account.ts';
import type { Hold, LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import type { Subject } from './subject.ts';
import * as world from './world.ts';

/** What somebody asks of the ledger: a record, a chain of them, or an act between the two communities. */
export type Command =
  | { readonly is: 'record'; readonly record: LedgerRecord }
  | { readonly is: 'chain'; readonly records: readonly LedgerRecord[] }
  | { readonly is: 'expiry'; readonly records: readonly LedgerRecord[] }
  | (Between & { readonly is: 'clear'; readonly outward: boolean; readonly payer: Account; readonly units: number })
  | (Between & { readonly is: 'take-back'; readonly cleared: string; readonly outward: boolean; readonly units: number })
  | (Between & { readonly is: 'settle' });

/** What every act between the two has. `rate` is what they agree on that day; `twice`: somebody takes one side for both. */
interface Between {
  readonly number: number;
  readonly rate: (typeof world.rates)[number] | undefined;
  readonly twice: 'community' | 'ledger' | undefined;
}

const why = [{ code: 'test/random' }];

/** Draws commands. `now` runs on by itself; everything else comes from the seed. */
export class Commands {
  readonly #random: Random;
  readonly #subject: Subject;
  readonly #tally: Tally;
  readonly #holds: Hold[] = [];
  readonly #cleared: { readonly cleared: string; readonly outward: boolean }[] = [];
  /** To be asked next, at this very instant. */
  readonly #soon: (() => Command)[] = [];
  now = 0;
  #number = 0;

  constructor(random: Random, subject: Subject, tally: Tally) {
    this.#random = random;
    this.#subject = subject;
    this.#tally = tally;
  }

  next(): Command {
    this.#number += 1;
    const soon = this.#soon.shift();
    if (soon !== undefined) return soon();
    this.now += this.#random.nextInt(30);
    const draw = this.#random.nextInt(1000);
    if (draw < 40) return this.#between(draw);
    if (draw < 70) return { is: 'chain', records: this.#chain() };
    if (draw < 80) return this.#expiryRun();
    if (draw < 86) return { is: 'chain', records: this.#exit() };
    return { is: 'record', record: this.#record(draw) };
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#random.nextInt(items.length)]!;
  }

  /** Mostly another account: a transfer to oneself is no more than malformed. */
  #pickOther(items: readonly Account[], from: Account): Account {
    const picked = this.#pick(items);
    return picked === from ? this.#pick(items) : picked;
  }

  #movement(from: Account, to: Account, units: number, fields: Partial<Transfer> = {}): Transfer {
    return {
      id: `t-${this.#number}`,
      from,
      to,
      asset: this.#pick(world.assets),
      units,
      at: this.now as Instant,
      effectiveAt: this.#random.nextInt(world.days * world.dayLength) as Instant,
      why,
      packId: 'test',
      edition: 1,
      ...fields,
    };
  }

  #record(draw: number): LedgerRecord {
    if (draw < 280) return this.#credit();
    if (draw < 400) return this.#payment();
    if (draw < 430) return this.#gift();
    if (draw < 455)
      return this.#movement(this.#pick(world.members), this.#pick([world.pool, world.fund]), this.#few(), {
        purpose: 'donation',
      });
    if (draw < 500) return this.#grant();
    if (draw < 570) return this.#hold();
    if (draw < 640) return this.#fulfilment();
    if (draw < 690) return this.#holdEnd();
    if (draw < 780) return this.#reversal();
    if (draw < 830) return this.#again();
    if (draw < 845) return this.#malformed();
    if (draw < 860) return { ...this.#payment(), at: this.#random.nextInt(this.now + 1) as Instant };
    if (draw < 895) return this.#status();
    if (draw < 950) return this.#expiry();
    if (draw < 965) return this.#asset();
    if (draw < 985) return { ...this.#payment(), from: this.#pick([world.organisation, world.group]) };
    return { ...this.#payment(), asset: 'stamp', from: world.issuer, to: world.pool };
  }

  #few(): number {
    return 1 + this.#random.nextInt(25);
  }

  /** As a community would: what is left of the cap of the day on which it was earned. */
  #credit(): LedgerRecord {
    const to = this.#pick(world.persons);
    const credit = this.#movement(world.issuer, to, 1, { purpose: 'credit' });
    const day = world.dayOf(credit.effectiveAt) * world.dayLength;
    const room = world.dayCapUnits - this.#subject.earnedOn(credit, day, day + world.dayLength);
    if (room <= 0) return { ...credit, to: world.pool };
    const expires = this.#random.nextInt(2) === 0 ? {} : { expiresAt: (this.now + this.#random.nextInt(1500)) as Instant };
    return { ...credit, units: Math.min(room, this.#few()), ...expires };
  }

  #payment(): Transfer {
    const from = this.#pick(world.persons);
    return this.#movement(from, this.#pickOther([...world.persons, world.provider, world.organisation], from), this.#few(), {
      purpose: 'redemption',
    });
  }

  #gift(): Transfer {
    const from = this.#pick(world.persons);
    return this.#movement(from, this.#pickOther(world.everybody, from), this.#few(), { purpose: 'gift' });
  }

  #grant(): Transfer {
    const from = this.#pick([world.issuer, world.pool, world.fund]);
    const expiresAt = (this.now + this.#random.nextInt(900)) as Instant;
    return this.#movement(from, this.#pick(world.members), this.#few(), { purpose: 'grant', expiresAt });
  }

  #hold(): Hold {
    const payment = this.#pick([this.#payment(), { ...this.#grant(), from: world.issuer }]);
    const until = this.#random.nextInt(2) === 0 ? {} : { until: (this.now + 1 + this.#random.nextInt(400)) as Instant };
    const hold: Hold = { kind: 'hold', ...payment, ...until };
    this.#holds.push(hold);
    return hold;
  }

  #someHold(): Hold | undefined {
    return this.#holds[Math.max(0, this.#holds.length - 1 - this.#random.nextInt(5))];
  }

  #fulfilment(): LedgerRecord {
    const hold = this.#someHold();
    if (hold === undefined) return this.#credit();
    const { kind: _kind, until: _until, ...movement } = hold;
    const units = this.#random.nextInt(8) === 0 ? hold.units + 1 : 1 + this.#random.nextInt(hold.units);
    const fields = this.#random.nextInt(25) === 0 ? { to: world.pool } : {};
    return { ...movement, ...fields, id: `t-${this.#number}`, units, at: this.now as Instant, holdId: hold.id };
  }

  #holdEnd(): LedgerRecord {
    const holdId = this.#random.nextInt(20) === 0 ? 'nowhere' : (this.#someHold()?.id ?? 'nowhere');
    const how = this.#pick(['void', 'expire'] as const);
    return { kind: 'hold-end', id: `t-${this.#number}`, holdId, how, at: this.now as Instant, why };
  }

  #earlier(): LedgerRecord | undefined {
    const { records } = this.#tally;
    return records.length === 0 ? undefined : this.#pick(records);
  }

  #reversal(): LedgerRecord {
    const original = this.#earlier();
    if (original === undefined || 'kind' in original) return { ...this.#payment(), reverses: original?.id ?? 'nowhere' };
    const units = this.#random.nextInt(3) === 0 ? original.units : 1 + this.#random.nextInt(original.units);
    const mirror = this.#movement(original.to, original.from, units, { asset: original.asset, reverses: original.id });
    return this.#random.nextInt(12) === 0
      ? { ...mirror, to: this.#pick(world.persons.filter((one) => one !== mirror.from)) }
      : mirror;
  }

  #again(): LedgerRecord {
    const earlier = this.#earlier();
    if (earlier === undefined) return this.#credit();
    if (this.#random.nextInt(2) === 0 || !('units' in earlier)) return { ...earlier };
    return this.#pick([
      { ...earlier, units: earlier.units + 1 },
      { ...earlier, why: [{ code: 'test/other' }] },
    ]);
  }

  #malformed(): LedgerRecord {
    const good = this.#movement(world.issuer, world.pool, 1);
    return this.#pick([
      { ...good, units: 0 },
      { ...good, units: -3 },
      { ...good, units: 0.5 },
      { ...good, to: world.issuer },
    ]);
  }

  #status(): LedgerRecord {
    const status = this.#pick(['open', 'open', 'open', 'frozen', 'frozen', 'closed'] as const);
    return { kind: 'status', id: `t-${this.#number}`, account: this.#pick(world.members), status, at: this.now as Instant, why };
  }

  #expiry(): LedgerRecord {
    const at = this.now as Instant;
    const account = this.#pick(world.persons);
    const asset = this.#pick(world.assets);
    const how = { at, to: world.pool, why, packId: 'test', edition: 1, policy: this.#subject.policy };
    const due = this.#subject.expiring([account], asset, how)[0];
    const record = due ?? this.#movement(account, world.pool, 1, { asset, purpose: 'expiry' });
    const units = this.#random.nextInt(4) === 0 ? record.units + this.#random.nextInt(3) : 1 + this.#random.nextInt(record.units);
    return { ...record, id: `t-${this.#number}`, units };
  }

  /** All that has had its time, of everybody; now and then some of it comes back, and expires again at the same instant. */
  #expiryRun(): Command {
    const how = { at: this.now as Instant, to: world.pool, why, packId: 'test', edition: 1, policy: this.#subject.policy };
    const asset = this.#pick(world.assets);
    const run = (): Command => ({ is: 'expiry', records: this.#subject.expiring(world.persons, asset, how) });
    const first = run();
    if (first.is !== 'expiry' || first.records.length === 0) return { is: 'record', record: this.#credit() };
    if (this.#random.nextInt(2) === 0) {
      const taken = this.#pick(first.records) as Transfer;
      const units = this.#random.nextInt(2) === 0 ? taken.units : 1 + this.#random.nextInt(taken.units);
      const back = { asset, reverses: taken.id, at: this.now as Instant };
      this.#soon.push(() => ({ is: 'record', record: this.#movement(taken.to, taken.from, units, back) }), run);
    }
    return first;
  }

  /** Somebody leaves, and somebody, the pool or nobody has what they leave. */
  #exit(): readonly LedgerRecord[] {
    const account = this.#pick(world.persons);
    const heir = this.#pick(world.persons.filter((one) => one !== account));
    const to = this.#pick(['heirs', 'heirs', 'pool', 'nobody'] as const);
    const exit = {
      account,
      at: this.now as Instant,
      why,
      packId: 'test',
      edition: 1,
      pool: world.pool,
      issuer: world.issuer,
      heir,
    };
    const records = this.#subject.leaving({ to }, exit);
    if (!records.ok) throw new Error(records.reasons[0].code);
    // Mostly they are admitted again, or the world would soon be empty.
    const open = { kind: 'status', id: `t-${this.#number}-open`, account, status: 'open', at: exit.at, why } as const;
    if (this.#random.nextInt(4) > 0) this.#soon.push(() => ({ is: 'record', record: open }));
    return records.value;
  }

  #asset(): LedgerRecord {
    return {
      kind: 'asset',
      id: `t-${this.#number}`,
      asset: this.#pick(['stamp', 'meal', 'second']),
      scale: 1,
      at: this.now as Instant,
      why,
    };
  }

  /** One to many or many to one, sometimes with a member that cannot be. */
  #chain(): readonly LedgerRecord[] {
    const payment = this.#payment();
    const others = world.persons.filter((one) => one.id !== payment.from.id);
    const parts = Array.from({ length: 2 + this.#random.nextInt(2) }, (_, index) => ({
      ...payment,
      to: this.#pick(others),
      id: `t-${this.#number}-${index}`,
      units: this.#few(),
    }));
    return this.#random.nextInt(6) === 0 ? [...parts, this.#again()] : parts;
  }

  #between(draw: number): Command {
    const common: Between = {
      number: this.#number,
      rate: this.#random.nextInt(12) === 0 ? undefined : this.#pick(world.rates),
      twice: this.#random.nextInt(15) === 0 ? this.#pick(['community', 'ledger'] as const) : undefined,
    };
    if (draw < 4) return { ...common, is: 'settle' };
    const outward = draw < 22;
    const units = this.#random.nextInt(10) === 0 ? 3 : 2 * (1 + this.#random.nextInt(7));
    const last = this.#cleared.at(-1 - this.#random.nextInt(3));
    if (draw > 32 && last !== undefined) return { ...common, is: 'take-back', ...last, units };
    this.#cleared.push({ cleared: `x-${this.#number}`, outward });
    return { ...common, is: 'clear', outward, payer: this.#pick(world.persons), units };
  }
}
