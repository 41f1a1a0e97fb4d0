import * as z from 'zod';

/**
 * Where credit stands. A person's id is the register's opaque one, never a name.
 * `issuer`: where credit comes from, so it alone may stand below 0 without a limit; `fund`: what grants are paid from;
 * `pool`: the common pot; `group`: a team's account; `organisation`: a member that is no person; `provider`: whoever is
 * paid with credit; `partner`: the claims between this community and the one of that id.
 */
export const Account = z
  .strictObject({
    kind: z.enum(['person', 'organisation', 'group', 'provider', 'pool', 'fund', 'issuer', 'partner']),
    id: z.string().min(1),
  })
  .readonly();
export interface Account extends z.infer<typeof Account> {}
export type AccountKind = Account['kind'];

export const isSameAccount = (a: Account, b: Account): boolean => a.kind === b.kind && a.id === b.id;

/** One text for one account, for maps. No kind holds a space. */
export const accountKey = ({ kind, id }: Account): string => `${kind} ${id}`;
