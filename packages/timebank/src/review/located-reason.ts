import type { Reason } from '@linli/model';

/** A reason with the way to its place in a file, as keys and places from 0; whoever read the text can point at the line. */
export interface LocatedReason<Code extends string = string> extends Reason<Code> {
  readonly path: readonly (string | number)[];
}
