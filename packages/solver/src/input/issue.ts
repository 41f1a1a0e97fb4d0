/** What can be wrong with a problem. */
export type ProblemCode =
  | 'problem/unreadable'
  | 'problem/missing'
  | 'problem/wrong-kind'
  | 'problem/unknown-field'
  | 'problem/too-small'
  | 'problem/too-large'
  | 'problem/too-many'
  | 'problem/not-one-of'
  | 'problem/reserved-id'
  | 'problem/twice'
  | 'problem/unknown-place'
  | 'problem/unknown-visit'
  | 'problem/unknown-area'
  | 'problem/span-backwards'
  | 'problem/soft-end-outside'
  | 'problem/shifts-overlap'
  | 'problem/uneven-matrix'
  | 'problem/way-to-itself'
  | 'problem/no-way'
  | 'problem/bad-way'
  | 'problem/pinned-repeat'
  | 'problem/linked-to-itself'
  | 'problem/lag-backwards'
  | 'problem/lags-contradict'
  | 'problem/ties-contradict'
  | 'problem/days-backwards'
  | 'problem/sums-too-large';

/** One fault and where it lies in the input. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly data?: Readonly<Record<string, string | number>>;
}
