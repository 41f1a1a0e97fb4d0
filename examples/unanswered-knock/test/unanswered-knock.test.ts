import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, instantAt, LocalDate, PersonId, WallTime } from '@linli/model';
import { memoryDriver } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import { duowenLadder, openLadder } from '@linli/windows';
import { expect, it } from 'vitest';
import { createHost, type Effect } from '../src/host.ts';
import { runMorning } from '../src/main.ts';

it('asks rung after rung, late where the host was off, and nobody twice in a file that outlives the program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-knock-'));
  const morning = async (): Promise<readonly string[]> => {
    const lines: string[] = [];
    const driver = await sqliteDriver({ path: join(folder, 'knock.sqlite') });
    await runMorning(driver, (line) => lines.push(line));
    await driver.close();
    return lines;
  };
  try {
    expect(await morning()).toEqual([
      '10:00 ask people to go neighbour',
      '10:15 ask people to go youth-volunteer (late)',
      '10:30 ask people to go property (late)',
      '10:40 ask people to go committee, grid-worker (late)',
      '11:05 stand down',
      'Somebody made certain that all is well: everybody may stand down.',
      'waiting for: nothing',
    ]);
    expect(await morning()).toEqual(['This event was handled before and changes nothing.', 'waiting for: nothing']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('killed while it sends, wherever: after the next start everybody was asked, and nobody under two ids', async () => {
  const at = (time: string): Instant => instantAt(LocalDate.parse('2020-03-30'), WallTime.parse(time), duowenLadder.zone);
  const by = PersonId.parse('hu');
  const opening = { definition: duowenLadder, residentId: PersonId.parse('jia'), keyHolders: [], consent: 'yes' as const };
  const askedWhenKilledAt = async (death: number): Promise<readonly string[]> => {
    const driver = memoryDriver();
    const heard = new Map<string, string>();
    let calls = 0;
    const send = ({ id, type }: Effect): void => {
      calls += 1;
      if (calls === death) throw new Error('the power is off');
      heard.set(id, type);
    };
    const live = async (): Promise<void> => {
      const host = createHost(driver, send);
      await host.wakeUp(at('10:00'));
      await host.begin(openLadder('jia-1', opening), { type: 'knock-unanswered', id: 'knock', at: at('10:00'), by });
      await host.wakeUp(at('12:00'));
    };
    await live().catch((cause: Error) => expect(cause.message).toBe('the power is off'));
    await live();
    return [...heard].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, type]) => `${id} ${type}`);
  };
  const undisturbed = await askedWhenKilledAt(0);
  // Six rungs, the emergency call that comes with the last one, and the end of the asking.
  expect(undisturbed).toHaveLength(8);
  for (let death = 1; death <= undisturbed.length; death += 1) expect(await askedWhenKilledAt(death)).toEqual(undisturbed);
});
