import type { Texts } from '@linli/model';

/** Refusals of `post` and its kin, the remark on what was there already, and remarks that ask somebody to act. */
export type PostCode =
  | 'transfer/invalid'
  | 'transfer/already-posted'
  | 'transfer/id-reused'
  | 'transfer/recorded-too-early'
  | 'transfer/original-unknown'
  | 'transfer/original-is-reversal'
  | 'transfer/not-a-mirror'
  | 'transfer/reversed-too-much'
  | 'transfer/reversed-too-late'
  | 'asset/undeclared'
  | 'asset/already-declared'
  | 'account/below-floor'
  | 'account/above-ceiling'
  | 'account/at-soft-floor'
  | 'account/at-soft-ceiling'
  | 'account/beyond-exact'
  | 'account/frozen'
  | 'account/closed'
  | 'account/already-so'
  | 'account/not-empty'
  | 'account/donate-only'
  | 'reversal/beyond-bound'
  | 'hold/unknown'
  | 'hold/already-ended'
  | 'hold/overdue'
  | 'hold/not-due'
  | 'hold/other-accounts'
  | 'hold/too-much'
  | 'expiry/not-due'
  | 'clearing/not-a-claim'
  | 'chain/partly-posted';

/** Refusals of `clear` and `settleClaims`, beside those of posting in either ledger. */
export type ClearingCode =
  | 'clearing/no-agreement'
  | 'clearing/same-community'
  | 'clearing/same-ledger'
  | 'clearing/inexact'
  | 'clearing/one-sided'
  | 'clearing/nothing-owed'
  | 'clearing/too-late';

/** Refusals of `exitRecords`. */
export type ExitCode = 'exit/approval-missing' | 'exit/heir-missing' | 'exit/kept';

/** The words for every code but `account/below-floor`, which redemption shares. */
export const ledgerTexts = {
  'transfer/invalid': { zh: '这笔账填写有误：{path}', en: 'the transfer is not well formed: {path}' },
  'transfer/already-posted': { zh: '这笔账已经记过，没有重复记', en: 'the transfer was posted before; nothing was added' },
  'transfer/id-reused': {
    zh: '编号 {transferId} 已用于另一笔内容不同的账',
    en: 'the id {transferId} belongs to another transfer',
  },
  'transfer/recorded-too-early': {
    zh: '记账时间早于上一笔，账不能插到前面去',
    en: 'it is recorded earlier than the last transfer: nothing is slipped in before',
  },
  'transfer/original-unknown': { zh: '找不到要冲正的原账 {transferId}', en: 'there is no transfer {transferId} to reverse' },
  'transfer/original-is-reversal': {
    zh: '{transferId} 本身是冲正账，不能再冲正',
    en: '{transferId} is itself a reversal and cannot be reversed',
  },
  'transfer/not-a-mirror': {
    zh: '冲正账的收付双方和币种须与原账 {transferId} 正好相反对应',
    en: 'a reversal runs between the accounts of {transferId} the other way, in the same asset',
  },
  'transfer/reversed-too-much': {
    zh: '冲正合计 {units} 超过原账的 {originalUnits}',
    en: '{units} would be reversed of {originalUnits}',
  },
  'transfer/reversed-too-late': {
    zh: '原账 {transferId} 已超过 {withinDays} 天，不能再冲正',
    en: '{transferId} is more than {withinDays} days old and can no longer be reversed',
  },
  'asset/undeclared': { zh: '账本里没有登记过“{asset}”这种单位', en: 'the ledger knows no asset {asset}: declare it first' },
  'asset/already-declared': {
    zh: '“{asset}”的计量单位已经定下，不能再改',
    en: 'the scale of {asset} is settled and never changes',
  },
  'account/above-ceiling': {
    zh: '超过账户上限：现有 {balanceUnits}，加上 {units}，上限 {ceilingUnits}',
    en: 'above the ceiling: the balance is {balanceUnits}, {units} more, at most {ceilingUnits}',
  },
  'account/at-soft-floor': {
    zh: '余额到了 {balanceUnits}（提醒线 {softFloorUnits}）：已记账，请找 {accountId} 谈一谈',
    en: 'the balance is {balanceUnits}, at the soft limit of {softFloorUnits}: posted; please talk with {accountId}',
  },
  'account/at-soft-ceiling': {
    zh: '余额到了 {balanceUnits}（提醒线 {softCeilingUnits}）：已记账，请提醒 {accountId} 使用',
    en: 'the balance is {balanceUnits}, at the soft limit of {softCeilingUnits}: posted; please help {accountId} to spend',
  },
  'account/beyond-exact': { zh: '数额过大，无法精确记账', en: 'the sum would be too large to be exact' },
  'account/frozen': { zh: '账户 {accountId} 已冻结，暂不能这样使用', en: 'the account {accountId} is frozen for this' },
  'account/closed': { zh: '账户 {accountId} 已注销', en: 'the account {accountId} is closed' },
  'account/already-so': { zh: '账户 {accountId} 已经是这个状态', en: 'the account {accountId} is so already' },
  'account/not-empty': {
    zh: '账户还有余额 {balanceUnits}、预留 {heldUnits}（{asset}），结清后才能注销',
    en: 'the account still holds {balanceUnits} and {heldUnits} set aside ({asset}): only an empty one is closed',
  },
  'account/donate-only': { zh: '团体账户 {accountId} 的积分只能捐赠', en: 'the account {accountId} may only donate' },
  'reversal/beyond-bound': {
    zh: '冲正后余额越过限额（可用 {balanceUnits}，冲正 {units}）：按规定照记，请跟进处理',
    en: 'the reversal went beyond a bound ({units} of {balanceUnits}): posted as the rules say, to be followed up',
  },
  'hold/unknown': { zh: '找不到预留 {holdId}', en: 'there is no hold {holdId}' },
  'hold/already-ended': { zh: '预留 {holdId} 已经了结', en: 'the hold {holdId} has ended' },
  'hold/overdue': { zh: '预留 {holdId} 已过期，不能再入账', en: 'the hold {holdId} is over and can no longer be fulfilled' },
  'hold/not-due': { zh: '预留 {holdId} 还没有到期', en: 'the hold {holdId} has not run out' },
  'hold/other-accounts': {
    zh: '入账的双方和币种须与预留 {holdId} 一致',
    en: 'a hold is fulfilled between its own accounts and in its asset: {holdId}',
  },
  'hold/too-much': { zh: '入账 {units} 超过预留的 {holdUnits}', en: '{units} is more than the {holdUnits} set aside' },
  'expiry/not-due': {
    zh: '到期作废 {units}，但已到期的只有 {expiredUnits}',
    en: '{units} would expire, of which {expiredUnits} had their time',
  },
  'clearing/not-a-claim': {
    zh: '与其他社区的往来账户只记清算和结算',
    en: 'the account of a partner community holds claims: clearing and settlement only, and these nowhere else',
  },
  'chain/partly-posted': {
    zh: '这一组 {count} 笔账中有 {repeated} 笔已单独记过，整组不能再记',
    en: '{repeated} of these {count} are posted already: they belong together or not at all',
  },
  'clearing/no-agreement': {
    zh: '与“{partner}”之间没有直接的通兑约定',
    en: 'there is no direct agreement with {partner}',
  },
  'clearing/same-community': {
    zh: '“{partner}”不能与自己清算：付款和收款要在两个社区',
    en: '{partner} cannot clear with itself: an act of clearing runs between two communities',
  },
  'clearing/same-ledger': {
    zh: '付款和收款是同一本账：与“{partner}”清算要用它自己的账本',
    en: 'both sides are one ledger: clearing with {partner} takes a ledger of its own',
  },
  'clearing/one-sided': {
    zh: '清算 {reference} 在两本账上对不起来（只记了一边，或两边不等值），请先核对',
    en: '{reference} does not stand in both ledgers, or is not worth the same in both: compare them first',
  },
  'clearing/inexact': {
    zh: '{units} 按 {num}:{den} 折算不是整数，请调整数额',
    en: '{units} at {num} for {den} is no whole number of units: choose another amount',
  },
  'clearing/nothing-owed': { zh: '双方没有需要结算的欠额', en: 'neither owes the other anything' },
  'clearing/too-late': { zh: '两本账的最后记录晚于 {at}', en: 'one of the ledgers has a record later than {at}' },
  'exit/approval-missing': {
    zh: '余额转给 {heirId} 须先经批准',
    en: 'somebody must approve before the balance goes to {heirId}',
  },
  'exit/heir-missing': { zh: '还不知道余额该转给谁', en: 'who inherits the balance is not known' },
  'exit/kept': { zh: '按标准账户保留，不用处理余额', en: 'by the standard the account stays as it is' },
} as const satisfies Texts<Exclude<PostCode, 'account/below-floor'> | ClearingCode | ExitCode>;
