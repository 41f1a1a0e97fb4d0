import preset from './presets/duowen-volunteer.json' with { type: 'json' };
import { VolunteerDefinition } from './volunteer-definition.ts';

/** Intake as Duowen might run it. The practice tells of recruitment and training; the course and the days are assumed. */
export const duowenVolunteer: VolunteerDefinition = VolunteerDefinition.parse(preset);
