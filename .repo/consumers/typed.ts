// What a stranger's compiler sees of the published types.
import { type Decision, instantAt, LocalDate, type Span, spanSeconds, WallTime, Zone } from '@linli/model';

const zone = Zone.parse('Asia/Shanghai');
const day = LocalDate.parse('2026-11-23');
const at = (time: string) => instantAt(day, WallTime.parse(time), zone);

export const morning: Span = { from: at('09:30'), until: at('10:15') };
export const seconds: number = spanSeconds(morning);

// @ts-expect-error A plain number is not an instant: the brand survives publishing.
export const wrong: Span = { from: 1, until: 2 };

export const isYes = (decision: Decision<unknown>): boolean => decision.ok;
