import { CreditStandard } from './pack/credit-standard.ts';
import { ExchangeStandard } from './pack/exchange-standard.ts';
import stGallen from './presets/ch-stgallen.credit.json' with { type: 'json' };
import guangzhou from './presets/cn-guangzhou-2019.credit.json' with { type: 'json' };
import guangzhouExchange from './presets/cn-guangzhou-2019.exchange.json' with { type: 'json' };
import changning from './presets/cn-shanghai-changning-2019.credit.json' with { type: 'json' };
import nalc from './presets/jp-nalc.credit.json' with { type: 'json' };

/**
 * Standards of real time banks under their ids, as far as public reports tell them: a step that no report names is not in.
 * Good to learn from and to test with, not a ground for anybody's claim.
 */
export const presets = {
  credit: {
    'ch-stgallen': CreditStandard.parse(stGallen),
    'cn-guangzhou-2019': CreditStandard.parse(guangzhou),
    'cn-shanghai-changning-2019': CreditStandard.parse(changning),
    'jp-nalc': CreditStandard.parse(nalc),
  },
  exchange: {
    'cn-guangzhou-2019': ExchangeStandard.parse(guangzhouExchange),
  },
} as const;
