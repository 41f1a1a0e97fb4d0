import { type Ledger, recordIn } from './ledger.ts';

/**
 * A name for records that are made out of the ledger as it stands: the plain one, or with the first number that nobody in
 * the ledger has. The same ledger gives the same name, so asking twice posts once; what was taken back and is due again is
 * another occasion and has another name.
 */
export function occasion(ledger: Ledger, name: string, isTaken: (id: string) => boolean = () => false): string {
  const isFree = (id: string): boolean => recordIn(ledger, id) === undefined && !isTaken(id);
  let id = name;
  for (let number = 2; !isFree(id); number += 1) id = `${name}-${number}`;
  return id;
}
