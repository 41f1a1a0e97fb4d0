import * as z from 'zod';
import { BenchFault } from './bench-fault.ts';
import type { Instance } from './hhcrsp-instance.ts';

const Length = z.number().nonnegative();
const Named = z.object({ id: z.string() });
const Pair = z.tuple([Length, Length]);

const Schema = z.object({
  patients: z
    .array(
      Named.extend({
        time_window: Pair,
        required_caregivers: z
          .array(z.object({ service: z.string(), duration: Length.optional() }))
          .min(1)
          .max(2),
        synchronization: z.object({ type: z.enum(['simultaneous', 'sequential']), distance: Pair.optional() }).optional(),
      }),
    )
    .min(1),
  services: z.array(Named.extend({ default_duration: Length })),
  caregivers: z.array(Named.extend({ abilities: z.array(z.string()) })).min(1),
  central_offices: z.array(Named).min(1),
  distances: z.array(z.array(Length)),
});

/** Reads the JSON form of home-care instances. Fields that are not needed are not looked at. @throws BenchFault with the path. */
export function readInstance(text: string, name: string): Instance {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BenchFault(name, '不是 JSON', `is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const { success, data, error } = Schema.safeParse(json);
  if (!success) {
    const { path, message } = error.issues[0]!;
    throw new BenchFault(
      `${name}: ${path.join('.') || '.'}`,
      '不是居家照护排班的格式',
      `is not of the home-care format: ${message}`,
    );
  }
  const size = data.central_offices.length + data.patients.length;
  const row =
    data.distances.length === size ? data.distances.findIndex((lengths) => lengths.length !== size) : data.distances.length;
  if (row !== -1)
    throw new BenchFault(`${name}: distances.${row}`, `应为 ${size} 行 ${size} 列`, `should be ${size} rows of ${size}`);
  return data as Instance;
}
