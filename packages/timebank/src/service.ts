import type { Birth, LocalDate, ServiceRecord, Sex } from '@linli/model';

/** What a standard may ask about a helper; a model `Helper` is one. Null is not known, which is not a no. */
export interface Earner {
  readonly role: string;
  readonly sex: Sex | null;
  readonly birth: Birth | null;
}

/** A service to be judged. `date` is the local day on which it began: a service past midnight counts there whole. */
export interface Service {
  readonly record: ServiceRecord;
  readonly earner: Earner;
  readonly date: LocalDate;
}
