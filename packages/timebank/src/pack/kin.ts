/** Codes that stand for several kinds of kinship in recipients, gifts and relatives. */
const groups: Readonly<Record<string, readonly string[]>> = {
  /** The straight line: parents and children, and theirs. */
  lineal: ['parent', 'grandparent', 'child', 'grandchild'],
  family: ['spouse', 'parent', 'grandparent', 'child', 'grandchild', 'parent-in-law', 'child-in-law', 'sibling', 'relative'],
};

/** Whether a kind of kinship is among the listed ones: `anyone`, a group such as `lineal`, or itself. */
export const isKin = (kin: string, listed: readonly string[]): boolean =>
  listed.some((one) => one === 'anyone' || one === kin || groups[one]?.includes(kin));
