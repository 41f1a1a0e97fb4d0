import type { Judged } from './family.ts';
import type { Vrptw, VrptwRow } from './read-vrptw.ts';

const SCALE = 10;

/** Ten times the distance, truncated, by whole numbers alone where the coordinates are whole. */
function way(a: VrptwRow, b: VrptwRow): number {
  const square = SCALE * SCALE * ((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
  let root = Math.floor(Math.sqrt(square));
  while (root * root > square) root--;
  while ((root + 1) * (root + 1) <= square) root++;
  return root;
}

/** Judges routes of customer numbers by the file alone: each customer once, loads, windows, back at the depot in time. */
export function checkVrptw({ vehicles, capacity, rows }: Pick<Vrptw, 'vehicles' | 'capacity' | 'rows'>, routes: unknown): Judged {
  if (!Array.isArray(routes) || !routes.every(Array.isArray)) return { objective: Number.NaN, faults: ['not a list of routes'] };
  const faults: string[] = [];
  const depot = rows[0]!;
  const timesServed = new Array<number>(rows.length).fill(0);
  let objective = 0;
  if (routes.length > vehicles) faults.push(`${routes.length} routes, ${vehicles} vehicles`);
  for (const [number, route] of (routes as unknown[][]).entries()) {
    let at = depot;
    let time = depot.ready * SCALE;
    let load = 0;
    for (const customer of route) {
      const row = typeof customer === 'number' && customer > 0 ? rows[customer] : undefined;
      if (row === undefined) {
        faults.push(`route ${number}: no customer ${customer}`);
        continue;
      }
      timesServed[customer as number]!++;
      const leg = way(at, row);
      objective += leg;
      time = Math.max(time + leg, row.ready * SCALE);
      if (time > row.due * SCALE) faults.push(`route ${number}: customer ${customer} at ${time}, due ${row.due * SCALE}`);
      time += row.service * SCALE;
      load += row.demand;
      at = row;
    }
    objective += way(at, depot);
    if (time + way(at, depot) > depot.due * SCALE) faults.push(`route ${number}: back too late`);
    if (load > capacity) faults.push(`route ${number}: load ${load}, capacity ${capacity}`);
  }
  for (let customer = 1; customer < rows.length; customer++)
    if (timesServed[customer] !== 1) faults.push(`customer ${customer} served ${timesServed[customer]} times`);
  return { objective, faults };
}
