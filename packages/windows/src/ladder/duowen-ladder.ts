import { LadderDefinition } from './ladder-definition.ts';
import definition from './presets/duowen-ladder.json' with { type: 'json' };

/**
 * Neighbour, youth, property, committee, social worker, emergency. Our reading: the slides name the guards, not the ladder.
 *
 * It reads a silence of the machine as `absolute`: somebody on the floor lay there all through the outage, so no time is given
 * away, and events delivered late with their own times lead to the same ladder as if nothing had failed.
 * Only the first rung waits for the morning: nobody is woken for a first knock, but a ladder that has begun does not sleep.
 */
export const duowenLadder: LadderDefinition = LadderDefinition.parse(definition);
