import { assert } from '@linli/model';
import type { CreditStandard } from './pack/credit-standard.ts';
import type { ExchangeStandard } from './pack/exchange-standard.ts';
import { readPack } from './pack/read-pack.ts';
import type { TimeBankPack } from './pack/time-bank-pack.ts';
import chStgallen from './presets/ch-stgallen.json' with { type: 'json' };
import cnBeijing2022 from './presets/cn-beijing-2022.json' with { type: 'json' };
import cnGuangzhou2019 from './presets/cn-guangzhou-2019.json' with { type: 'json' };
import cnHailin from './presets/cn-hailin.json' with { type: 'json' };
import cnHangzhouXihu2021 from './presets/cn-hangzhou-xihu-2021.json' with { type: 'json' };
import cnLongxian from './presets/cn-longxian.json' with { type: 'json' };
import cnNanjing2019 from './presets/cn-nanjing-2019.json' with { type: 'json' };
import cnNanjingGulou2018 from './presets/cn-nanjing-gulou-2018.json' with { type: 'json' };
import cnQingdao2020 from './presets/cn-qingdao-2020.json' with { type: 'json' };
import cnShanghai2026 from './presets/cn-shanghai-2026.json' with { type: 'json' };
import cnShanghaiChangning2019 from './presets/cn-shanghai-changning-2019.json' with { type: 'json' };
import cnStarsMca2012 from './presets/cn-stars-mca-2012.json' with { type: 'json' };
import duowen from './presets/duowen.json' with { type: 'json' };
import jpFureaiLietaer from './presets/jp-fureai-lietaer.json' with { type: 'json' };
import jpInagi from './presets/jp-inagi.json' with { type: 'json' };
import jpKani from './presets/jp-kani.json' with { type: 'json' };
import jpNalc from './presets/jp-nalc.json' with { type: 'json' };
import komunitinCredit from './presets/komunitin-credit.json' with { type: 'json' };
import twNewtaipei from './presets/tw-newtaipei.json' with { type: 'json' };
import usDane from './presets/us-dane.json' with { type: 'json' };
import usPugetsound from './presets/us-pugetsound.json' with { type: 'json' };

/** A pack whose type tells which of the two standards it has. */
type Preset<File> = TimeBankPack &
  (File extends { readonly credit: object } ? { readonly credit: CreditStandard } : { readonly credit: null }) &
  (File extends { readonly exchange: object } ? { readonly exchange: ExchangeStandard } : { readonly exchange: null });

function preset<File>(file: File): Preset<File> {
  const reading = readPack(file);
  assert(reading.ok, 'preset/invalid', reading.ok ? '' : JSON.stringify(reading.reasons));
  return reading.value as Preset<File>;
}

/**
 * Whole packs of real time banks under their ids, as far as public reports tell them: a rule that no report names is not in,
 * and what had to be assumed is said in the title of the source. Good to learn from and to test with, not a ground for
 * anybody's claim.
 */
export const presets = {
  'ch-stgallen': preset(chStgallen),
  'cn-beijing-2022': preset(cnBeijing2022),
  'cn-guangzhou-2019': preset(cnGuangzhou2019),
  'cn-hailin': preset(cnHailin),
  'cn-hangzhou-xihu-2021': preset(cnHangzhouXihu2021),
  'cn-longxian': preset(cnLongxian),
  'cn-nanjing-2019': preset(cnNanjing2019),
  'cn-nanjing-gulou-2018': preset(cnNanjingGulou2018),
  'cn-qingdao-2020': preset(cnQingdao2020),
  'cn-shanghai-2026': preset(cnShanghai2026),
  'cn-shanghai-changning-2019': preset(cnShanghaiChangning2019),
  'cn-stars-mca-2012': preset(cnStarsMca2012),
  duowen: preset(duowen),
  'jp-fureai-lietaer': preset(jpFureaiLietaer),
  'jp-inagi': preset(jpInagi),
  'jp-kani': preset(jpKani),
  'jp-nalc': preset(jpNalc),
  'komunitin-credit': preset(komunitinCredit),
  'tw-newtaipei': preset(twNewtaipei),
  'us-dane': preset(usDane),
  'us-pugetsound': preset(usPugetsound),
} as const satisfies Readonly<Record<string, TimeBankPack>>;

export type PresetId = keyof typeof presets;
