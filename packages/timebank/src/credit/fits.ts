import { isListed, type ServiceCondition } from '../pack/service-condition.ts';
import { meets, unknownIn } from '../person-facts.ts';
import { isDuring } from './calendar-time.ts';
import { type Judging, type Refusal, refuse } from './step-kind.ts';

/** Whether a step is meant for this service; the part that is not known where that decides. */
export function fits(
  condition: ServiceCondition,
  { service, calendar }: Pick<Judging, 'service' | 'calendar'>,
): boolean | 'helper' | 'beneficiary' {
  const { record, date, zone, earner, facts = {} } = service;
  const { categories, difficulty, marks, anyMark, noMarks, begins, from, until } = condition;
  const own = facts.marks ?? [];
  const isMeant =
    (from === undefined || from <= date) &&
    (until === undefined || date < until) &&
    (categories === undefined || isListed(record.category, categories)) &&
    (difficulty === undefined || (facts.difficulty !== undefined && difficulty.includes(facts.difficulty))) &&
    (marks === undefined || marks.every((mark) => own.includes(mark))) &&
    (anyMark === undefined || anyMark.some((mark) => own.includes(mark))) &&
    (noMarks === undefined || !noMarks.some((mark) => own.includes(mark))) &&
    (begins === undefined || isDuring(begins, record.from, zone, calendar));
  if (!isMeant) return false;

  const helper = condition.helper === undefined ? true : meets(condition.helper, earner, date);
  if (helper === false) return false;
  if (condition.beneficiary !== undefined) {
    if (record.beneficiary.kind === 'public') return false;
    const served = meets(condition.beneficiary, service.beneficiary ?? {}, date);
    if (served === false) return false;
    if (served === undefined) return 'beneficiary';
  }
  return helper === undefined ? 'helper' : true;
}

/** The refusal where `fits` names a part: whose record it is, and what is missing there. */
export function conditionUnknown(
  { helper, beneficiary }: ServiceCondition,
  part: 'helper' | 'beneficiary',
  { service }: Pick<Judging, 'service'>,
): Refusal {
  const [condition, person] = part === 'helper' ? [helper, service.earner] : [beneficiary, service.beneficiary ?? {}];
  const missing = unknownIn(condition ?? {}, person, service.date).join(', ');
  return refuse('service/condition-unknown', { part, missing });
}
