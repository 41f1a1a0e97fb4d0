import preset from './presets/duowen-team.json' with { type: 'json' };
import { TeamDefinition } from './team-definition.ts';

/** Standards that Duowen's teams might grow under. The practice tells of incubation and not of its numbers: those are assumed. */
export const duowenTeam: TeamDefinition = TeamDefinition.parse(preset);
