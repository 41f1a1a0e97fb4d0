import { addDays, type Instant, instantAt, type LocalDate, WallTime, type Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance } from '../src/balance.ts';
import { grantsDue } from '../src/grants-due.ts';
import { Account } from '../src/ledger/account.ts';
import { accountPolicyOf } from '../src/ledger/account-policy.ts';
import { claimUnits, clear } from '../src/ledger/clearing.ts';
import { exitRecords } from '../src/ledger/exit.ts';
import { grantOf } from '../src/ledger/grant-of.ts';
import { inactiveAccounts } from '../src/ledger/inactive.ts';
import { emptyLedger, type Ledger } from '../src/ledger/ledger.ts';
import type { Transfer } from '../src/ledger/transfer.ts';
import type { TimeBankPack } from '../src/pack/time-bank-pack.ts';
import { post, postAll } from '../src/post.ts';
import { presets } from '../src/presets.ts';
import { type Act, factsOf, goldens } from './golden-file.ts';

const why = [{ code: 'test/told' }];
const accountOf = (text: string): Account => {
  const [kind, id] = text.split('/');
  return Account.parse({ kind, id });
};
const noon = (date: LocalDate, zone: Zone): Instant => instantAt(date, WallTime.parse('12:00'), zone);

/** A community of the example: its own ledger and those of the partners it clears with. */
class Bank {
  readonly ledgers = new Map<string, Ledger>();
  readonly #pack: TimeBankPack;
  readonly #zone: Zone;
  readonly #granted: { readonly code: string; readonly period: string | null; readonly to: string }[] = [];
  #count = 0;

  constructor(pack: TimeBankPack, zone: Zone) {
    this.#pack = pack;
    this.#zone = zone;
  }

  /** Without a name it is the community the example is about. */
  ledger(name = 'own'): Ledger {
    return this.ledgers.get(name) ?? emptyLedger;
  }

  run(date: LocalDate, act: Act): void {
    const { id: packId, edition, unit, accounts } = this.#pack;
    const at = noon(date, this.#zone);
    const common = { at, effectiveAt: at, why, packId, edition };
    const policy = accountPolicyOf(this.#pack);
    this.#count += 1;
    switch (act.do) {
      case 'grant': {
        const given = this.#granted.filter(({ to }) => to === act.to);
        for (const { grant, period, lacks } of grantsDue(
          accounts,
          { ...factsOf(act.who), joinedOn: act.joinedOn, given },
          date,
        )) {
          expect(lacks).toEqual([]);
          this.#write(
            post(this.ledger(), grantOf(grant, unit, { ...common, to: accountOf(act.to), period, communityId: 'bank' }), policy),
          );
          this.#granted.push({ code: grant.code, period, to: act.to });
        }
        return;
      }
      case 'clear': {
        const side = (id: string, ledger: Ledger) => ({ id, ledger, policy, asset: unit.asset, packId, edition });
        const clearing = accounts.clearing!.find((one) => one.with.includes(act.partner))!;
        const own = clearing.with.find((one) => one !== act.partner)!;
        const cleared = clear(
          side(own, this.ledger()),
          side(act.partner, this.ledger(act.partner)),
          { between: [own, act.partner], num: clearing.num, den: clearing.den },
          {
            reference: `t-${this.#count}`,
            payer: accountOf(act.from),
            payee: accountOf(act.to),
            units: act.units,
            at,
            effectiveAt: at,
            why,
          },
        );
        if (!cleared.ok) throw new Error(cleared.reasons[0].code);
        this.ledgers.set('own', cleared.value.from).set(act.partner, cleared.value.to);
        expect(claimUnits(cleared.value.from, act.partner, unit.asset) + claimUnits(cleared.value.to, own, unit.asset)).toBe(0);
        return;
      }
      case 'death': {
        const ends = exitRecords(this.ledger(), accounts.death!, {
          account: accountOf(act.who),
          ...common,
          pool: accountOf('pool/miyagi'),
          issuer: accountOf('issuer/miyagi'),
          ...(act.heir === undefined ? {} : { heir: accountOf(act.heir) }),
          ...(act.isApproved === undefined ? {} : { isApproved: act.isApproved }),
        });
        if (!ends.ok) throw new Error(ends.reasons[0].code);
        this.#write(postAll(this.ledger(), ends.value, policy));
        return;
      }
      default: {
        const { do: purpose, from, to, units, remarks = [], refused } = act;
        const transfer: Transfer = {
          ...common,
          ...{ id: `t-${this.#count}`, from: accountOf(from), to: accountOf(to), asset: unit.asset, units, purpose },
        };
        const answer = post(this.ledger(), transfer, policy);
        expect(answer.reasons.map(({ code }) => code)).toEqual(refused ?? remarks);
        expect(answer.ok).toBe(refused === undefined);
        if (answer.ok) this.#write(answer);
      }
    }
  }

  #write(answer: ReturnType<typeof post>): void {
    if (!answer.ok) throw new Error(answer.reasons[0].code);
    this.ledgers.set('own', answer.value);
  }
}

const monthsBefore = (date: LocalDate, months: number): LocalDate => {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as LocalDate;
  return addDays(first, Number(date.slice(8)) - 1);
};

describe.each(goldens.filter(({ ledger }) => ledger.length > 0))('$pack', ({ pack: id, zone, ledger }) => {
  it.each(ledger)('keeps: $name', ({ acts, balances, claims = {}, inactive = [] }) => {
    const pack: TimeBankPack = presets[id];
    const { asset } = pack.unit;
    const bank = new Bank(pack, zone);
    for (const [date, act] of acts) bank.run(date, act);
    for (const [name, units] of Object.entries(balances)) {
      const [own, partner] = name.split(':').reverse();
      expect(balance(bank.ledger(partner), accountOf(own!), asset), name).toBe(units);
    }
    for (const [partner, units] of Object.entries(claims)) expect(claimUnits(bank.ledger(), partner, asset)).toBe(units);
    for (const { on, listed } of inactive) {
      const since = instantAt(monthsBefore(on, pack.accounts.inactivity!.months), WallTime.parse('00:00'), zone);
      const found = inactiveAccounts(bank.ledger(), Object.keys(balances).map(accountOf), since);
      expect(found.map(({ account }) => `${account.kind}/${account.id}`).sort(), on).toEqual([...listed].sort());
    }
  });
});
