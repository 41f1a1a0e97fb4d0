/** A made-up time bank that has something in every section; no community has adopted it. */
export const wholeBank = {
  format: 'linli-time-bank/2',
  id: 'whole',
  edition: 1,
  effective: { from: '2026-01-01' },
  name: { zh: '测试时间银行', en: 'a time bank for tests' },
  source: { title: 'made up for this test', confidence: 'assumed' },
  unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '时间币', en: 'coins' } },
  credit: {
    calendar: { source: 'made up', holidays: ['2026-11-24'], yearlyHolidays: ['01-01'], workdays: ['2026-11-28'] },
    steps: [
      { do: 'require-helper', marks: ['resident'], anyOf: [{ age: { from: 18 } }, { marks: ['guardian-consent'] }] },
      { do: 'multiply', times: 1.5, during: { hours: [{ from: '22:00', until: '06:00' }] } },
      { do: 'cap', per: 'day', most: { hours: 2 }, overflow: 'pool' },
    ],
  },
  exchange: {
    offers: [{ code: 'hour', kind: 'service', words: { zh: '一小时', en: 'an hour' }, price: { hours: 1 } }],
    recipients: [{ kin: ['self'] }, { kin: ['lineal'], person: { age: { from: 60 } } }],
    gifts: [{ to: ['lineal'] }],
    donations: [{ to: ['pool'] }],
    instead: { who: ['member-without-credit'], asset: 'jpy', coins: 500, per: { hours: 1 } },
  },
  accounts: {
    floors: { person: { below: { hours: 10 }, limit: 'soft' } },
    creditLimit: { from: { hours: 10 }, most: { hours: 13 }, growsBy: 'payments-received' },
    expiry: { kind: 'by-age', months: 60, to: 'pool' },
    honours: [{ star: 1, from: { hours: 100 } }],
    grants: [{ code: 'welcome', on: 'joining', amount: { hours: 5 }, from: 'issuer' }],
  },
};
