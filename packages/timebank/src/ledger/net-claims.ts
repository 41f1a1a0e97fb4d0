/** `debtor` owes `creditor`. Units are of one asset that all of them count in. */
export interface Claim {
  readonly debtor: string;
  readonly creditor: string;
  readonly units: number;
}

/**
 * What is left to pay of what many communities owe each other: everybody ends as much ahead or behind as before, and
 * nobody both pays and is paid. At most one payment fewer than communities; the same claims give the same payments in
 * every order.
 */
export function netClaims(claims: readonly Claim[]): readonly Claim[] {
  const sums = new Map<string, number>();
  for (const { debtor, creditor, units } of claims) {
    sums.set(debtor, (sums.get(debtor) ?? 0) - units);
    sums.set(creditor, (sums.get(creditor) ?? 0) + units);
  }
  const byName = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  const debtors = byName.filter(([, sum]) => sum < 0).map(([name, sum]) => ({ name, left: -sum }));
  const creditors = byName.filter(([, sum]) => sum > 0).map(([name, sum]) => ({ name, left: sum }));
  const payments: Claim[] = [];
  while (debtors.length > 0) {
    const debtor = debtors[0]!;
    const creditor = creditors[0]!;
    const units = Math.min(debtor.left, creditor.left);
    payments.push({ debtor: debtor.name, creditor: creditor.name, units });
    debtor.left -= units;
    creditor.left -= units;
    if (debtor.left === 0) debtors.shift();
    if (creditor.left === 0) creditors.shift();
  }
  return payments;
}
