// A door that stays shut, and a host that is switched off in the middle of it.
// `npm run -s example -- unanswered-knock [FILE.sqlite]`
import { instantAt, LocalDate, PersonId, WallTime } from '@linli/model';
import type { StorageDriver } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import { duowenLadder, explain, openLadder } from '@linli/windows';
import { createHost, type Effect } from './host.ts';

const at = (time: string) => instantAt(LocalDate.parse('2020-03-30'), WallTime.parse(time), duowenLadder.zone);
const who = (id: string) => PersonId.parse(id);
const opening = { definition: duowenLadder, residentId: who('jia'), keyHolders: [], consent: 'not-asked' as const };

/** The morning: a knock, a neighbour who cannot go, forty minutes without power, and somebody who looks at last. */
export async function runMorning(driver: StorageDriver, print: (line: string) => void): Promise<void> {
  const say = (effect: Effect): void => {
    const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: duowenLadder.zone }).format(effect.at);
    const whom = effect.type === 'ask' ? ` ${effect.roles.join(', ')}` : '';
    print(`${time} ${explain({ code: `ladder-effect/${effect.type}` }, 'en')}${whom}${effect.late ? ' (late)' : ''}`);
  };
  const first = createHost(driver, say);
  await first.wakeUp(at('10:00'));
  await first.begin(openLadder('jia-1', opening), { type: 'knock-unanswered', id: 'knock', at: at('10:00'), by: who('hu') });
  await first.tell('jia-1', { type: 'declined', id: 'no-1', at: at('10:05'), rung: 'neighbour', by: who('hu') });

  // The host is gone from here to 10:45. Whatever it had not sent, and whatever came due, is in the store.
  const second = createHost(driver, say);
  await second.wakeUp(at('10:45'));
  await second.tell('jia-1', { type: 'acknowledged', id: 'yes', at: at('10:48'), rung: 'committee', by: who('zhou') });
  const seen = { outcome: 'ok', known: 'seen', role: 'committee', by: who('zhou') } as const;
  const answers = await second.tell('jia-1', { type: 'outcome', id: 'ok', at: at('11:05'), ...seen });
  print(answers.map((code) => explain({ code }, 'en')).join(' '));
  print(`waiting for: ${(await second.dueAt()) ?? 'nothing'}`);
}

if (import.meta.main) {
  const driver = await sqliteDriver({ path: process.argv[2] ?? 'knock.sqlite' });
  await runMorning(driver, (line) => console.log(line));
  await driver.close();
}
