import type { ProblemInput } from '../src/problem.ts';
import { BenchFault } from './bench-fault.ts';

/** A vehicle routing instance with time windows as published by Solomon, and by Gehring and Homberger. */
export interface Vrptw {
  readonly vehicles: number;
  readonly capacity: number;
  /** The depot first. Times as published. */
  readonly rows: readonly VrptwRow[];
  /** Between rows, times 10 and truncated. */
  readonly ways: readonly (readonly number[])[];
}

export interface VrptwRow {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

const SCALE = 10;
const FLEET_LINE = 4;
const FIRST_ROW = 9;

/** Line 5: vehicles and capacity; from line 10: number, x, y, demand, ready, due, service; customer 0 is the depot. */
export function readVrptw(text: string, name = 'vrptw'): Vrptw {
  const lines = text.split(/\r?\n/);
  const fleet = numbersIn(lines[FLEET_LINE] ?? '');
  if (fleet.length !== 2 || !fleet.every(isWhole))
    throw refusal(name, FLEET_LINE, '应为两个整数：车辆数和容量', 'two whole numbers are needed: vehicles, capacity');
  const rows: VrptwRow[] = [];
  for (let line = FIRST_ROW; line < lines.length; line++) {
    const numbers = numbersIn(lines[line]!);
    if (numbers.length === 0) continue;
    const [id, x, y, demand, ready, due, service] = numbers as [number, number, number, number, number, number, number];
    const ok = numbers.length === 7 && numbers.every(Number.isFinite) && [demand, ready, due, service].every(isWhole);
    if (!ok) throw refusal(name, line, '应为七个数', 'seven numbers are needed: number, x, y, demand, ready, due, service');
    if (id !== rows.length) throw refusal(name, line, `编号应为 ${rows.length}`, `the number should be ${rows.length}`);
    rows.push({ x, y, demand, ready, due, service });
  }
  if (rows.length < 2) throw refusal(name, FIRST_ROW, '没有客户', 'there are no customers');
  const ways = rows.map((a) => rows.map((b) => Math.floor(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2) * SCALE + 1e-9)));
  return { vehicles: fleet[0]!, capacity: fleet[1]!, rows, ways };
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const numbersIn = (line: string): number[] => (line.trim() === '' ? [] : line.trim().split(/\s+/).map(Number));

const refusal = (name: string, line: number, zh: string, en: string): BenchFault =>
  new BenchFault(
    `${name}:${line + 1}`,
    `不是带时间窗的车辆路径文件：${zh}`,
    `not a file of vehicle routing with time windows: ${en}`,
  );

/** Vehicles are helpers, customers visits; nothing counts but the way. Ids are row numbers. */
export function problemOfVrptw({ vehicles, capacity, rows, ways }: Vrptw): ProblemInput {
  const depot = rows[0]!;
  return {
    helpers: Array.from({ length: vehicles }, (_, index) => ({
      id: `v${index}`,
      shifts: [{ from: depot.ready * SCALE, until: depot.due * SCALE }],
      from: '0',
      to: '0',
      capacity: [capacity],
    })),
    visits: rows.slice(1).map(({ demand, ready, due, service }, index) => ({
      id: String(index + 1),
      windows: [{ from: ready * SCALE, until: (due + service) * SCALE }],
      duration: service * SCALE,
      place: String(index + 1),
      loads: [demand],
    })),
    travel: { kind: 'matrix', places: rows.map((_, index) => String(index)), times: ways },
    weights: { travel: 1, wanted: 0, fairness: 0, cost: 0, continuity: 0, overtime: 0, lateness: 0, latest: 0 },
  };
}
