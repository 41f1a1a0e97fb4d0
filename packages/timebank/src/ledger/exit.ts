import { type Decision, type Instant, no, type Reason, yes } from '@linli/model';
import type { AccountRules } from '../pack/account-rules.ts';
import type { ExitCode } from '../texts/ledger.ts';
import { type Account, isSameAccount } from './account.ts';
import { openHolds } from './fulfil.ts';
import { givingOf } from './give.ts';
import { type Ledger, lastEntryIn, recordIn, statusIn } from './ledger.ts';
import { occasion } from './occasion.ts';
import type { LedgerRecord } from './record.ts';

type Ending = NonNullable<AccountRules['death']>;

/** Who left, and who has what they leave. */
export interface Exit {
  readonly account: Account;
  readonly at: Instant;
  readonly why: readonly Reason[];
  readonly packId: string;
  readonly edition: number;
  /** Who has it where the rules say pool. */
  readonly pool: Account;
  /** Who has it where the rules say nobody, and who bears what is owed. */
  readonly issuer: Account;
  /** The spouse or the heir. */
  readonly heir?: Account;
  /** Where the rules ask for it: what somebody decided. Undefined is not decided yet. */
  readonly isApproved?: boolean;
}

/**
 * Death or exit, R-27: the account's holds are voided, what it holds goes where the rules say, what it owes is borne by the
 * issuer, and it is closed. Credit that ends still ends on its day: one transfer for each expiry date. To be posted together
 * by `postAll`, under a policy without ceilings for whoever inherits. Of an account that is closed already, the same again.
 */
export function exitRecords(ledger: Ledger, rules: Ending, exit: Exit): Decision<readonly LedgerRecord[], ExitCode> {
  const to = receiverOf(rules, exit);
  if (!to.ok) return to;
  const { account, at, why } = exit;
  const name = nameOf(ledger, exit);
  const holds = openHolds(ledger).filter(({ from, to: taker }) => isSameAccount(from, account) || isSameAccount(taker, account));
  const voids = holds.map(({ id: holdId }): LedgerRecord => {
    return { kind: 'hold-end', id: `${name}-${holdId}`, holdId, how: 'void', at, why };
  });
  const moves = [...ledger.log.scales.keys()].flatMap((asset): readonly LedgerRecord[] => {
    const units = lastEntryIn(ledger, account, asset)?.balanceUnits ?? 0;
    if (units === 0) return [];
    const [from, taker] = units > 0 ? [account, to.value] : [exit.issuer, account];
    const { packId, edition } = exit;
    const common = { id: `${name}-${asset}`, at, effectiveAt: at, why, packId, edition, purpose: 'estate' as const };
    const move = { ...common, from, to: taker, asset, units: Math.abs(units) };
    // Nobody's credit has no day to end on.
    return from.kind === 'issuer' || taker.kind === 'issuer' ? [move] : givingOf(ledger, move);
  });
  return yes([...voids, ...moves, { kind: 'status', id: name, account, status: 'closed', at, why }]);
}

/** Who left, came back and leaves again at the same instant leaves on another occasion. */
function nameOf(ledger: Ledger, { account, at }: Exit): string {
  const name = `exit-${account.kind}-${account.id}-${at}`;
  const next = occasion(ledger, name);
  if (next === name || statusIn(ledger, account) !== 'closed') return next;
  let last = name;
  for (let number = 2; recordIn(ledger, `${name}-${number}`) !== undefined; number += 1) last = `${name}-${number}`;
  return last;
}

function receiverOf(rules: Ending, { pool, issuer, heir, isApproved }: Exit): Decision<Account, ExitCode> {
  const last = rules.otherwise === 'nobody' ? issuer : pool;
  switch (rules.to) {
    case 'keep':
      return no('exit/kept');
    case 'pool':
      return yes(pool);
    case 'nobody':
      return yes(issuer);
    case 'spouse':
    case 'heirs':
      if (heir === undefined) return rules.otherwise === undefined ? no('exit/heir-missing') : yes(last);
      if (rules.byApproval !== true) return yes(heir);
      if (isApproved === undefined) return no('exit/approval-missing', { heirId: heir.id });
      return yes(isApproved ? heir : last);
    default:
      return rules.to satisfies never;
  }
}
