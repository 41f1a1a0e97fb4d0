import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageOf, pages } from '../three-standards.ts';
import { judgeAll } from '../three-standards-judged.ts';

let services: Awaited<ReturnType<typeof judgeAll>>;
beforeAll(async () => {
  services = await judgeAll();
});

describe('the 1,800 services of the Duowen workbook under three standards', () => {
  it('each is credited, waits or is refused by each of the three, and every amount adds up from its reasons', () => {
    expect(services).toHaveLength(1800);
    for (const { seconds, decisions } of services) {
      expect(decisions).toHaveLength(3);
      for (const decision of decisions) {
        if (!decision.ok) {
          expect(decision.reasons.length).toBeGreaterThan(0);
          continue;
        }
        const [measured, ...steps] = decision.reasons;
        expect(measured?.data?.['afterSeconds']).toBe(seconds);
        let at = seconds;
        for (const { data } of steps) {
          expect(data?.['beforeSeconds']).toBe(at);
          at = Number(data?.['afterSeconds']);
        }
        expect(decision.value.seconds).toBe(at);
      }
    }
  });

  it.each(pages)('the page in $lang is not stale: npm run -s docs:three-standards', ({ lang, path }) => {
    expect(readFileSync(path, 'utf8')).toBe(pageOf(services, lang));
  });
});
