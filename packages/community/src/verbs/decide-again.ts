import { isFault } from '@linli/model';

const mostTries = 8;

/**
 * Runs a decision anew, from its reading on, while somebody else's commit overtakes it; the eighth time the fault goes up.
 * Nothing of an overtaken decision was kept, so deciding again is safe.
 */
export async function decideAgain<Answer>(decide: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await decide();
    } catch (cause) {
      if (!isFault(cause) || cause.code !== 'storage/stale-read' || tries === mostTries) throw cause;
    }
  }
}
