import { type Held, type Ledger, record } from './ledger.ts';

type Served = ReadonlyMap<string, Held>;

/** What is judged across helpers: links, groups, series of days, and the number of faces. */
export function checkTogether(ledger: Ledger, served: Served): void {
  checkLinks(ledger, served);
  checkGroups(ledger, served);
  checkSeries(ledger, served);
  const faces = new Map<string, Set<string>>();
  for (const { visit, planned } of served.values())
    if (visit.for !== null) faces.set(visit.for, (faces.get(visit.for) ?? new Set()).add(planned.helperId));
  for (const helpers of faces.values()) ledger.cost.continuity += helpers.size - 1;
}

function checkLinks(ledger: Ledger, served: Served): void {
  for (const link of ledger.problem.links) {
    const first = served.get(link.first)?.planned;
    const second = served.get(link.second)?.planned;
    if (first === undefined || second === undefined) continue;
    const pair = { visitId: link.first, otherId: link.second };
    const lag = second.from - first.from;
    const early = link.minLag !== null && lag < link.minLag ? link.minLag - lag : 0;
    const late = link.maxLag !== null && lag > link.maxLag ? lag - link.maxLag : 0;
    record(ledger, 'lag', { code: 'visit/wrong-lag', data: { ...pair, amount: early + late } }, early + late);
    const alike = first.helperId === second.helperId;
    if (link.helper === 'same' && !alike) record(ledger, 'same-helper', { code: 'visit/not-same-helper', data: pair }, 1);
    if (link.helper === 'other' && alike) record(ledger, 'other-helper', { code: 'visit/not-other-helper', data: pair }, 1);
  }
}

/** Whoever is left out although something it hangs together with, however far along the links, is served. */
function checkGroups(ledger: Ledger, served: Served): void {
  const beside = new Map<string, string[]>();
  for (const { first, second } of ledger.problem.links) {
    beside.set(first, [...(beside.get(first) ?? []), second]);
    beside.set(second, [...(beside.get(second) ?? []), first]);
  }
  const reached = new Set(served.keys());
  const front = [...reached];
  while (front.length > 0)
    for (const other of beside.get(front.pop()!) ?? [])
      if (!reached.has(other)) {
        reached.add(other);
        front.push(other);
      }
  for (const visitId of reached)
    if (!served.has(visitId)) record(ledger, 'together', { code: 'visit/missing-beside-linked', data: { visitId } }, 1);
}

function checkSeries(ledger: Ledger, served: Served): void {
  const { spacings, dayLength } = ledger.problem;
  for (const { visits, minDays, maxDays } of spacings) {
    const dated = visits.flatMap((visitId) => {
      const planned = served.get(visitId)?.planned;
      return planned === undefined
        ? []
        : [{ visitId, day: (planned.from - (((planned.from % dayLength) + dayLength) % dayLength)) / dayLength }];
    });
    dated.sort((a, b) => a.day - b.day || (a.visitId > b.visitId ? 1 : -1));
    const stretch = visits.length - dated.length + 1;
    for (const [index, { visitId, day }] of dated.entries()) {
      if (index === 0) continue;
      const before = dated[index - 1]!;
      const apart = day - before.day;
      const data = { visitId, otherId: before.visitId };
      const near = apart < minDays ? minDays - apart : 0;
      const far = maxDays !== null && apart > maxDays * stretch ? apart - maxDays * stretch : 0;
      record(ledger, 'spacing', { code: 'visit/days-too-near', data: { ...data, amount: near } }, near);
      record(ledger, 'spacing', { code: 'visit/days-too-far', data: { ...data, amount: far } }, far);
    }
  }
}
