/** A sentence that always holds. `breach` says where it does not, and undefined where it does. */
export interface Law<Subject> {
  readonly id: string;
  readonly says: string;
  breach(subject: Subject): string | undefined;
}

/** One law that was found broken, and where. */
export interface Breach {
  readonly id: string;
  readonly what: string;
}
