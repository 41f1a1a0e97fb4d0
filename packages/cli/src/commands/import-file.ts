import { createHash, randomUUID } from 'node:crypto';
import { createCommunity, type Rules, type SaidRemark, saidRemark, speakerOf, vocabularyOf } from '@linli/community';
import { printMapping, proposeMapping, readWorkbook, type WorkbookReading } from '@linli/interop';
import { type Instant, type Lang, type Remark, simulatedClock } from '@linli/model';
import { memoryDriver } from '@linli/storage';
import type { Asked } from '../arguments.ts';
import { advise, type Failure, failure, isFailure, mappingHint } from '../failure.ts';
import { loadBytes, loadMapping, loadRules, openDriver } from '../load.ts';
import { exitCodes, type Terminal } from '../terminal.ts';

/** The shape of `linli import --json`. */
interface ImportReport {
  readonly format: 'linli-import/1';
  readonly dryRun: boolean;
  readonly registerDate: string | null;
  /** How each sheet was understood. */
  readonly sheets: WorkbookReading['mapping'];
  readonly counts: Readonly<Record<'residents' | 'helpers' | 'ties' | 'calls' | 'services' | 'resources', number>>;
  readonly refusedRows: readonly SaidRemark[];
  readonly warnings: readonly SaidRemark[];
  readonly store: { readonly added: number; readonly changed: number; readonly unchanged: boolean };
}

/** Takes a workbook into the store in one commit, or shows what that would do, or proposes a mapping for it. */
export async function importFile(asked: Asked, terminal: Terminal, lang: Lang, now: Instant): Promise<Failure | undefined> {
  if (asked.file === undefined) return failure(exitCodes.usage, { code: 'argument/missing' });
  if (asked.store === undefined && !asked.dryRun && !asked.proposeMapping)
    return failure(exitCodes.usage, { code: 'store/needed' });
  const rules = await loadRules(asked, terminal);
  if (isFailure(rules)) return rules;
  const mapping = await loadMapping(asked, terminal);
  if (isFailure(mapping)) return mapping;
  const bytes = await loadBytes(asked.file, terminal);
  if (isFailure(bytes)) return bytes;
  if (asked.proposeMapping) return propose(bytes, rules, terminal);

  const options = { vocabulary: vocabularyOf(rules), ...mapping, ...(asked.date === undefined ? {} : { date: asked.date }) };
  const reading = await readWorkbook(bytes, options);
  if (!reading.ok) {
    const codes = reading.reasons.map(({ code }) => code);
    return failure(exitCodes.input, ...reading.reasons, ...mappingHint(codes, asked.file));
  }
  const driver = asked.dryRun ? memoryDriver() : await openDriver(asked.store ?? 'memory', terminal);
  if (isFailure(driver)) return driver;
  try {
    const community = createCommunity({ driver, rules, clock: simulatedClock(now), newCommitId: randomUUID, actor: 'import' });
    const { register, refused, warnings, written } = await community.admit(
      reading.value.intake,
      createHash('sha256').update(bytes).digest('hex'),
    );
    const speaker = speakerOf(rules);
    const said = (remarks: readonly Remark[]): readonly SaidRemark[] => remarks.map((remark) => saidRemark(remark, speaker));
    const report: ImportReport = {
      format: 'linli-import/1',
      dryRun: asked.dryRun,
      registerDate: reading.value.registerDate,
      sheets: reading.value.mapping,
      counts: {
        residents: register.residents.length,
        helpers: register.helpers.length,
        ties: register.ties.length,
        calls: register.calls.length,
        services: register.services.length,
        resources: register.resources.length,
      },
      refusedRows: said(refused),
      warnings: said(warnings),
      store: { ...written, unchanged: written.added + written.changed === 0 },
    };
    terminal.out(asked.json ? `${JSON.stringify(report, null, 2)}\n` : importSheet(report, lang));
    const codes = refused.map(({ reason }) => reason.code);
    advise(mappingHint(codes, asked.file), terminal, asked.lang);
    return undefined;
  } finally {
    await driver.close();
  }
}

async function propose(bytes: Uint8Array, rules: Rules, terminal: Terminal): Promise<Failure | undefined> {
  const proposal = await proposeMapping(bytes, { vocabulary: vocabularyOf(rules) });
  if (!proposal.ok) return failure(exitCodes.input, ...proposal.reasons);
  terminal.out(printMapping(proposal.value.mapping));
  for (const { sheet, header } of proposal.value.unresolved) {
    const what = header === null ? `“${sheet}”` : `“${sheet}” / “${header}”`;
    terminal.err(`请人工确定：${what}\nFor a person to settle: ${what}\n`);
  }
  return undefined;
}

function importSheet({ dryRun, counts, refusedRows, warnings, store, sheets }: ImportReport, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const line = (remark: SaidRemark): string =>
    `  ${remark.sheet} ${say(`第${remark.row}行`, `row ${remark.row}`)}${remark.column === null ? '' : ` “${remark.column}”`}：${remark[lang]}`;
  return [
    ...sheets.map(({ sheet, kind, headerRow }) =>
      say(`工作表“${sheet}”→ ${kind}（表头在第 ${headerRow} 行）`, `sheet "${sheet}" -> ${kind} (headers in row ${headerRow})`),
    ),
    say(
      `长者 ${counts.residents}  服务者 ${counts.helpers}  结对 ${counts.ties}  电访 ${counts.calls}  服务记录 ${counts.services}  资源 ${counts.resources}`,
      `residents ${counts.residents}  helpers ${counts.helpers}  ties ${counts.ties}  calls ${counts.calls}  service records ${counts.services}  resources ${counts.resources}`,
    ),
    say(`没有登记的行：${refusedRows.length}`, `rows held back: ${refusedRows.length}`),
    ...refusedRows.map(line),
    say(`提醒：${warnings.length}`, `remarks: ${warnings.length}`),
    ...warnings.map(line),
    dryRun
      ? say('只做了检查，没有写入任何内容。', 'This was a check; nothing was written.')
      : store.unchanged
        ? say('与已存的完全相同，没有改动任何内容。', 'Everything was there already; nothing was changed.')
        : say(`新增 ${store.added} 条，更新 ${store.changed} 条。`, `${store.added} records added, ${store.changed} updated.`),
    '',
  ].join('\n');
}
