import { type Decision, type No, no, type Reason, yes } from '@linli/model';
import type { PostCode } from '../texts/ledger.ts';
import type { AccountPolicy } from './account-policy.ts';
import { isSameJson } from './canonical.ts';
import type { Check, Findings } from './findings.ts';
import { checks } from './judge.ts';
import { type Ledger, recordIn } from './ledger.ts';
import { type LedgerRecord, schemaOf } from './record.ts';
import { takeBack } from './take-back.ts';
import { append, type Enter, enterBoth } from './write.ts';

/** What posting is made of. Tests plant a bug by passing another part. */
export interface PostParts {
  /** The record as it is kept, or the path of what is wrong with it. */
  readonly parse: (asked: LedgerRecord) => LedgerRecord | { readonly path: string };
  readonly find: (ledger: Ledger, id: string) => LedgerRecord | undefined;
  readonly isSameBody: (a: LedgerRecord, b: LedgerRecord) => boolean;
  readonly checks: readonly Check[];
  readonly enter: Enter;
}

export const standardParts: PostParts = {
  parse(asked) {
    const parsed = schemaOf(asked).safeParse(asked);
    return parsed.success ? parsed.data : { path: parsed.error.issues[0]?.path.join('.') ?? '' };
  },
  find: recordIn,
  isSameBody: isSameJson,
  checks: Object.values(checks),
  enter: enterBoth,
};

type Verdict =
  | { readonly is: 'new'; readonly record: LedgerRecord; readonly remarks: readonly Reason<PostCode>[] }
  | { readonly is: 'posted'; readonly record: LedgerRecord }
  | { readonly is: 'refused'; readonly answer: No<PostCode> };

const posted: readonly Reason<PostCode>[] = [{ code: 'transfer/already-posted' }];

/** Posting out of its parts. */
export function withParts({ parse, find, isSameBody, checks: each, enter }: PostParts) {
  function judge(ledger: Ledger, asked: LedgerRecord, policy: AccountPolicy): Verdict {
    const record = parse(asked);
    if ('path' in record) return { is: 'refused', answer: no('transfer/invalid', { path: record.path }) };
    const earlier = find(ledger, record.id);
    if (earlier !== undefined) {
      if (isSameBody(earlier, record)) return { is: 'posted', record: earlier };
      return { is: 'refused', answer: no('transfer/id-reused', { transferId: record.id }) };
    }
    const findings: Findings = { refusals: [], remarks: [] };
    for (const check of each) check(ledger, record, policy, findings);
    const { refusals, remarks } = findings;
    if (refusals.length === 0) return { is: 'new', record, remarks };
    const [first, ...others] = refusals as [Reason<PostCode>, ...Reason<PostCode>[]];
    return { is: 'refused', answer: { ok: false, reasons: [first, ...others] } };
  }

  function check(ledger: Ledger, asked: LedgerRecord, policy: AccountPolicy): Decision<LedgerRecord, PostCode> {
    const verdict = judge(ledger, asked, policy);
    if (verdict.is === 'refused') return verdict.answer;
    return yes(verdict.record, verdict.is === 'posted' ? posted : verdict.remarks);
  }

  function post(ledger: Ledger, asked: LedgerRecord, policy: AccountPolicy): Decision<Ledger, PostCode> {
    const verdict = judge(ledger, asked, policy);
    if (verdict.is === 'refused') return verdict.answer;
    if (verdict.is === 'posted') return yes(ledger, posted);
    return yes(append(ledger, verdict.record, enter), verdict.remarks);
  }

  function postAll(ledger: Ledger, asked: readonly LedgerRecord[], policy: AccountPolicy): Decision<Ledger, PostCode> {
    let grown = ledger;
    let repeated = 0;
    const remarks: Reason<PostCode>[] = [];
    for (const record of asked) {
      const verdict = judge(grown, record, policy);
      if (verdict.is === 'refused') return refuse(grown, ledger, verdict.answer);
      if (verdict.is === 'posted') repeated += 1;
      else {
        remarks.push(...verdict.remarks);
        grown = append(grown, verdict.record, enter);
      }
    }
    if (repeated === 0) return yes(grown, remarks);
    if (grown === ledger) return yes(ledger, posted);
    return refuse(grown, ledger, no('chain/partly-posted', { count: asked.length, repeated }));
  }

  return { check, post, postAll };
}

/** Nobody has seen the grown ledger: what it wrote behind the end of the first one is taken back. */
function refuse(grown: Ledger, ledger: Ledger, answer: No<PostCode>): No<PostCode> {
  if (grown !== ledger && grown.log === ledger.log) takeBack(ledger);
  return answer;
}
