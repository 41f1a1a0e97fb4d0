import { DutySet } from './duty-definition.ts';
import preset from './presets/duowen-duties.json' with { type: 'json' };

/**
 * The seven duties of "one knock, two helps, three guards". The practice names them and who does them; what it does not
 * tell is null here, to be filled by a community and not by us.
 */
export const duowenDuties: DutySet = DutySet.parse(preset);
