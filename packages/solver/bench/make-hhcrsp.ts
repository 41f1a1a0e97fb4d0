import type { Instance } from './hhcrsp-instance.ts';

/**
 * A home-care instance of the shape of Mankowska, Meisel, Bierwirth (2014), made from a seed: places on a 100 x 100 square, six
 * services, three in ten patients with two services (half at once, half one after the other), windows of 120 in a day of 600,
 * helpers who do some of the first three services or some of the last three.
 */
export function makeHhcrsp(patients: number, caregivers: number, seed: number): Instance {
  let state = (seed * 0x9e3779b9) >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(random() * n);
  const names = ['s1', 's2', 's3', 's4', 's5', 's6'];
  const duration = 10 + below(6);
  const point = (): [number, number] => [below(100), below(100)];

  const made = Array.from({ length: caregivers }, (_, h) => {
    const low = h % 5 < 2 ? 0 : 3;
    const abilities = names.slice(low, low + 3).filter(() => random() < 0.55);
    if (abilities.length === 0) abilities.push(names[low + below(3)]!);
    return { id: `c${h + 1}`, abilities };
  });
  for (const [s, name] of names.entries()) {
    if (!made.some(({ abilities }) => abilities.includes(name)))
      made[s < 3 ? s % Math.max(1, caregivers) : (2 + s) % caregivers]!.abilities.push(name);
  }
  const doubles = Math.round(patients * 0.3);
  const office = point();
  const list = Array.from({ length: patients }, (_, p) => {
    const start = below(480);
    const one = (low: number, n: number): { service: string; duration: number } => ({
      service: names[low + below(n)]!,
      duration,
    });
    const base = { id: `p${p + 1}`, location: point(), time_window: [start, start + 120] as [number, number] };
    if (p < patients - doubles) return { ...base, required_caregivers: [one(0, 6)] };
    if (p % 2 === 0) {
      const first = 3 + below(2);
      const second = first + 1 + below(5 - first);
      return {
        ...base,
        required_caregivers: [one(first, 1), one(second, 1)],
        synchronization: { type: 'simultaneous' as const },
      };
    }
    const lag = 5 + below(56);
    return {
      ...base,
      required_caregivers: [one(0, 3), one(3, 3)],
      synchronization: { type: 'sequential' as const, distance: [lag, 2 * lag] as [number, number] },
    };
  });
  const points = [office, ...list.map(({ location }) => location)];
  const distances = points.map(([x, y]) => points.map(([u, v]) => Number(Math.hypot(x - u, y - v).toFixed(3))));
  return {
    patients: list,
    services: names.map((id) => ({ id, default_duration: duration })),
    caregivers: made,
    central_offices: [{ id: 'd' }],
    distances,
  };
}
