import type { Remark, Resource, ResourceDraft } from '@linli/model';
import { ResourceId } from '@linli/model';
import type { Admitted } from './admit-people.ts';
import type { RegistryCode } from './texts.ts';
import { updated } from './updated.ts';

/** A resource is known by its name and category; ids are `r001`, `r002`, ... */
export function admitResources(known: readonly Resource[], drafts: readonly ResourceDraft[]): Admitted<Resource> {
  let last = 0;
  for (const { id } of known) last = Math.max(last, Number(/^r(\d+)$/.exec(id)?.[1] ?? 0));
  const admitted: Resource[] = [];
  const refused: Remark<RegistryCode>[] = [];
  const rows = new Map<string, number>();

  for (const { at, ...fields } of drafts) {
    const row = rows.get(JSON.stringify([fields.name, fields.category]));
    if (row !== undefined) {
      refused.push({ at, column: null, reason: { code: 'resource/duplicate', data: { row } } });
      continue;
    }
    rows.set(JSON.stringify([fields.name, fields.category]), at.row);
    const before = known.find(({ name, category }) => name === fields.name && category === fields.category);
    if (before === undefined) last += 1;
    admitted.push(
      before === undefined ? { id: ResourceId.parse(`r${String(last).padStart(3, '0')}`), ...fields } : updated(before, fields),
    );
  }
  return { admitted, refused, warnings: [] };
}
