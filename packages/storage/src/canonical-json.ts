import { isFault } from '@linli/model/kernel';
import { storageFault } from './storage-fault.ts';

const maxDepth = 100;

/**
 * JSON with the names of every object sorted: equal values have equal text. Members that are undefined are left out.
 * @throws Fault `storage/invalid-batch`, naming the path, for anything that JSON cannot hold (dates, NaN, cycles, classes),
 * and for a value that throws while it is looked at.
 */
export function canonicalJson(value: unknown, path = '$'): string {
  try {
    return textOf(value, path, 0);
  } catch (error) {
    if (isFault(error)) throw error;
    throw storageFault('storage/invalid-batch', `${path} cannot be read`, error);
  }
}

function textOf(value: unknown, path: string, depth: number): string {
  if (depth > maxDepth) throw storageFault('storage/invalid-batch', `${path} is nested deeper than ${maxDepth}`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => textOf(item, `${path}[${index}]`, depth + 1)).join()}]`;
  }
  if (!isPlainObject(value)) throw storageFault('storage/invalid-batch', `${path} is not JSON`);
  // Each member is read once: read twice, it might be two.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${textOf(member, `${path}.${name}`, depth + 1)}`);
  return `{${members.join()}}`;
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm (a worker, a test sandbox) has that realm's Object.prototype, whose own prototype is null.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
