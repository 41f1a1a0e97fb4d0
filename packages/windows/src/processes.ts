import { campaign } from './campaign/campaign.ts';
import { caseFile } from './case-file/case-file.ts';
import { dailyCycle } from './cycle/daily-cycle.ts';
import { demandLine } from './cycle/demand-line.ts';
import { delivery } from './delivery/delivery.ts';
import { ladder } from './ladder/ladder.ts';
import { pickUp } from './pick-up/pick-up.ts';
import { clubDay } from './programme/club-day.ts';
import { enrolment } from './programme/enrolment.ts';
import { session } from './programme/session.ts';
import { followUp } from './screening/follow-up.ts';
import { screening } from './screening/screening.ts';
import { team } from './team/team.ts';
import { visit } from './visit/visit.ts';
import { volunteer } from './volunteer/volunteer.ts';

/** Every process by its name. A line has no life outside its cycle; it stands here to be drawn and proved. */
export const processes = {
  cycle: dailyCycle,
  line: demandLine,
  ladder,
  visit,
  delivery,
  'pick-up': pickUp,
  'case-file': caseFile,
  volunteer,
  team,
  enrolment,
  session,
  'club-day': clubDay,
  campaign,
  screening,
  'follow-up': followUp,
} as const;

export type ProcessName = keyof typeof processes;
