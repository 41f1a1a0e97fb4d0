import { randomUUID } from 'node:crypto';
import { daySheet } from '@linli/community';
import { playDay, readDay } from '@linli/community/simulate';
import type { Lang, Reason } from '@linli/model';
import type { Asked } from '../arguments.ts';
import { advise, broken, type Failure, failure, isFailure, mappingHint } from '../failure.ts';
import { loadBytes, loadMapping, loadRules, openDriver } from '../load.ts';
import { exitCodes, type Terminal } from '../terminal.ts';

const steps = {
  read: ['读取表格', 'reading the workbook'],
  admit: ['登记入册', 'admitting people and records'],
  collect: ['收集需求', 'collecting demands'],
  assign: ['分派到人', 'assigning, one named person each'],
  settle: ['结算上月服务', "crediting last month's services"],
  review: ['检查支持网络', 'reviewing the network'],
} as const;

/** One service day from a workbook. Without `--store` nothing is kept. */
export async function dayRun(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  if (asked.file === undefined) return failure(exitCodes.usage, { code: 'option/missing', data: { option: '--input' } });
  if (asked.date === undefined) return failure(exitCodes.usage, { code: 'option/missing', data: { option: '--date' } });
  const rules = await loadRules(asked, terminal);
  if (isFailure(rules)) return rules;
  const mapping = await loadMapping(asked, terminal);
  if (isFailure(mapping)) return mapping;
  const workbook = await loadBytes(asked.file, terminal);
  if (isFailure(workbook)) return workbook;
  const begun: string[] = [];
  const progress = (step: keyof typeof steps): void => {
    begun.push(steps[step][lang === 'zh' ? 0 : 1]);
    if (terminal.watched) terminal.err(`… ${steps[step][lang === 'zh' ? 0 : 1]}\n`);
  };
  progress('read');
  // The file is judged before a store is opened: a wrong file leaves no empty store behind.
  const reading = await readDay({ rules, workbook, ...mapping, date: asked.date });
  if (!reading.ok) {
    const codes = reading.reasons.map(({ code }) => code);
    return failure(exitCodes.input, ...reading.reasons, ...mappingHint(codes, asked.file));
  }
  const driver = await openDriver(asked.store ?? 'memory', terminal);
  if (isFailure(driver)) return driver;
  try {
    const day = await playDay(reading.value, { driver, newCommitId: randomUUID, onStep: progress });
    if (!day.ok) return failure(exitCodes.input, ...day.reasons);
    terminal.out(asked.json ? `${JSON.stringify(day.value, null, 2)}\n` : daySheet(day.value, rules, lang));
    const codes = day.value.refusedRows.map(({ code }) => code);
    advise(mappingHint(codes, asked.file), terminal, asked.lang);
    return undefined;
  } catch (cause) {
    return broken(cause, keptOf(begun, asked.store));
  } finally {
    await driver.close();
  }
}

/** What a day that broke has left in its store: every step but the first, which only reads, and the last, which broke. */
function keptOf(begun: readonly string[], store = 'memory'): Reason {
  const kept = store === 'memory' ? [] : begun.slice(1, -1);
  return kept.length === 0 ? { code: 'kept/nothing' } : { code: 'kept/steps', data: { steps: kept.join(', ') } };
}
