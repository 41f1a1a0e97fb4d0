import type { ReviewCode } from '../texts/review.ts';
import { type Finding, finding, outcomesOf } from './finding.ts';
import { type Draft, sceneOf } from './scene.ts';
import { servingOneself, type Trial } from './trial.ts';

/** Credit for what nobody meant to credit: time that counts twice, oneself, one's own, a crowd. */
export function abuses({ standard, easy }: Trial, path: Finding['path']): readonly Finding[] {
  const [base] = easy;
  if (base === undefined) return [];
  const at = [...path, 'steps'];
  const earns = (code: ReviewCode, drafts: readonly Draft[]): readonly Finding[] => {
    const before = outcomesOf(sceneOf(drafts), standard);
    return before.seconds === 0 ? [] : [finding(code, 'risk', at, { earnedSeconds: before.seconds }, { claim: 'earns', before })];
  };
  return [
    ...overlapping(base),
    ...(typeof base.served === 'object'
      ? servingOneself(base, standard)
          .flatMap((draft) => earns('review/serves-self', [draft]))
          .slice(0, 1)
      : []),
    ...(typeof base.served === 'object'
      ? earns('review/serves-relative', [{ ...base, helper: { ...base.helper, relatives: { 'p-served': 'spouse' } } }])
      : []),
    ...crowded(base),
  ];

  /** The same hour put down twice against the hour put down once. */
  function overlapping(draft: Draft): readonly Finding[] {
    const before = outcomesOf(sceneOf([draft]), standard);
    const after = outcomesOf(sceneOf([draft, draft]), standard);
    if (after.seconds <= before.seconds) return [];
    const data = { beforeSeconds: before.seconds, afterSeconds: after.seconds };
    return [finding('review/overlap-counts-twice', 'risk', at, data, { claim: 'more', before, after })];
  }

  /** One hour in front of many that earns more than a day has hours. */
  function crowded(draft: Draft): readonly Finding[] {
    const place = standard.steps.findIndex((step) => step.do === 'many-beneficiaries');
    if (place < 0) return [];
    for (const beneficiaries of [25, 50, 100, 1000]) {
      const before = outcomesOf(sceneOf([{ ...draft, minutes: 60 }]), standard);
      const after = outcomesOf(sceneOf([{ ...draft, minutes: 60, facts: { ...draft.facts, beneficiaries } }]), standard);
      if (after.seconds <= 86_400) continue;
      return [
        finding(
          'review/crowd-mints',
          'risk',
          [...at, place],
          { beneficiaries, afterSeconds: after.seconds },
          { claim: 'more', before, after },
        ),
      ];
    }
    return [];
  }
}
