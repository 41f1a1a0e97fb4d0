import { interopTexts } from '@linli/interop';
import { type Lang, type Reason, say, type Text, type Texts } from '@linli/model';
import { networkTexts } from '@linli/network';
import { registryTexts } from '@linli/registry';
import { ruleTexts, solverTexts } from '@linli/solver/texts';
import { amountLabel, timebankTexts } from '@linli/timebank';
import { windowsTexts } from '@linli/windows';
import type { Rules } from '../rules/rules.ts';
import { communityTexts } from '../texts.ts';

/** The words of every station and of the day itself. A code is explained by its owner; the day's own words win. */
const texts: Texts = {
  ...windowsTexts,
  ...networkTexts,
  ...timebankTexts,
  ...solverTexts,
  ...registryTexts,
  ...interopTexts,
  ...communityTexts,
};

/** A reason with its words, as reports carry it. */
export interface SaidReason {
  readonly code: string;
  readonly data?: Reason['data'];
  readonly zh: string;
  readonly en: string;
}

/** Says reasons in both languages, with the community's own names for its codes. */
export interface Speaker {
  reason(reason: Reason): SaidReason;
  /** The community's name for one of its codes; the code itself where it has none. */
  name(kind: 'role' | 'skill' | 'service' | 'duty', code: string): Text;
}

/** `names` puts people's names where a reason has their id; without it the ids stand. */
export function speakerOf(rules: Rules, names: ReadonlyMap<string, string> = new Map()): Speaker {
  const named = {
    role: new Map(rules.profile.roles.map(({ code, name }) => [code, name])),
    skill: new Map(rules.profile.skills.map(({ code, name }) => [code, name])),
    service: new Map(rules.catalogue.services.map(({ code, name }) => [code, name])),
    rule: new Map(Object.entries<Text>(ruleTexts)),
    duty: new Map(rules.careTemplate.duties.map(({ code, name }) => [code, name])),
  };
  const zhWords = new Map(
    [rules.words.selfCare, rules.words.hardship, rules.words.evidence].flatMap((words) =>
      Object.entries(words).map(([word, code]): [string, string] => [code, word]),
    ),
  );
  /** Field names of reasons' data whose values are codes of the community's own. */
  const kinds: Readonly<Record<string, keyof typeof named>> = {
    role: 'role',
    skill: 'skill',
    category: 'service',
    duty: 'duty',
    rule: 'rule',
  };
  const label = (lang: Lang): ((field: string, value: string | number) => string) => {
    const amount = amountLabel(lang, rules.creditStandard.unit);
    return (field, value) => {
      if (typeof value === 'number') return amount(field, value);
      const person = names.get(value);
      if (person !== undefined) return person;
      const kind = kinds[field];
      const own = kind === undefined ? undefined : named[kind].get(value)?.[lang];
      return own ?? (lang === 'zh' ? (zhWords.get(value) ?? value) : value);
    };
  };
  const labels = { zh: label('zh'), en: label('en') };
  return {
    reason: (reason) => ({ ...reason, zh: say(texts, reason, 'zh', labels.zh), en: say(texts, reason, 'en', labels.en) }),
    name: (kind, code) => named[kind].get(code) ?? { zh: code, en: code },
  };
}
