import { nearestWord } from '../pack/nearest-word.ts';
import { isListed } from '../pack/service-condition.ts';
import { type Finding, finding, outcomesOf } from './finding.ts';
import { sceneOf } from './scene.ts';
import { sumOf, type Trial } from './trial.ts';

/** Services of the catalogue that earn nothing or are named by no row, and categories of the rules that no catalogue has. */
export function categoryFindings(
  { standard, easy, minutes, drafts }: Trial,
  catalogue: readonly string[],
  path: Finding['path'],
): readonly Finding[] {
  const bases = [
    ...new Map(
      [...easy.slice(0, 40), ...drafts.flat()].map((draft) => [
        JSON.stringify([draft.helper, draft.served, draft.facts, draft.fromMinute, draft.date]),
        draft,
      ]),
    ).values(),
  ].slice(0, 40);
  const lengths = [60, 120, ...minutes.slice(-2)];
  const rates = standard.steps.flatMap((step, place) =>
    step.do === 'rate' && step.byCategory !== undefined ? [{ step, place }] : [],
  );
  return [
    ...catalogue.flatMap((category): readonly Finding[] => {
      const lists = bases.flatMap((base) => lengths.map((one) => sceneOf([{ ...base, category, minutes: one }])));
      const earning = lists.find((list) => sumOf(list, standard).seconds > 0);
      const [first] = lists;
      if (earning === undefined) {
        if (first === undefined) return [];
        const at = [...path, 'steps'];
        return [
          finding(
            'review/category-earns-nothing',
            'risk',
            at,
            { category },
            { claim: 'nothing', before: outcomesOf(first, standard) },
          ),
        ];
      }
      return [];
    }),
    ...rates.flatMap(({ step, place }): readonly Finding[] => {
      const others = catalogue.filter((category) => !isListed(category, Object.keys(step.byCategory ?? {})));
      const [base] = easy;
      if (others.length === 0 || base === undefined) return [];
      const data = { categories: others.join(', '), times: step.otherwise, place: place + 1 };
      const before = outcomesOf(sceneOf([{ ...base, category: others[0]! }]), standard);
      const claim = before.seconds > 0 ? 'earns' : 'nothing';
      return [finding('review/category-at-the-rest', 'note', [...path, 'steps', place, 'otherwise'], data, { claim, before })];
    }),
    ...namedCategories(standard.steps, path).flatMap(({ category, path: at }): readonly Finding[] => {
      if (catalogue.length === 0) return neverEarns(category, at);
      if (catalogue.some((code) => isListed(code, [category]))) return [];
      const [base] = easy;
      if (base === undefined) return [];
      const meant = nearestWord(category, catalogue);
      const before = outcomesOf(sceneOf([{ ...base, category: category.replace(/\*$/, 'other') }]), standard);
      const claim = before.seconds > 0 ? 'earns' : 'nothing';
      const data = { category, meant: meant ?? '-' };
      return [
        finding(meant === undefined ? 'review/category-unknown' : 'review/category-meant', 'wrong', at, data, { claim, before }),
      ];
    }),
  ];

  /** A category the steps name although other steps give nothing for it; a row of 0 means just that. */
  function neverEarns(category: string, at: Finding['path']): readonly Finding[] {
    const [base] = bases;
    const isMeant = at.includes('byCategory') && rates.some(({ step }) => step.byCategory?.[category] === 0);
    if (base === undefined || isMeant) return [];
    const written = category.replace(/\*$/, 'other');
    const lists = bases.flatMap((one) => lengths.map((length) => sceneOf([{ ...one, category: written, minutes: length }])));
    if (lists.some((list) => sumOf(list, standard).seconds > 0)) return [];
    return [
      finding(
        'review/category-never-earns',
        'wrong',
        at,
        { category },
        { claim: 'nothing', before: outcomesOf(lists[0]!, standard) },
      ),
    ];
  }
}

interface Named {
  readonly category: string;
  readonly path: Finding['path'];
}

/** Every category that is written anywhere in the steps, with its place. */
function namedCategories(value: unknown, path: Finding['path'], key?: string | number): readonly Named[] {
  const here = key === undefined ? [...path, 'steps'] : [...path, key];
  if (typeof value !== 'object' || value === null) return [];
  if (key === 'categories' && Array.isArray(value))
    return value.map((category: string, place) => ({ category, path: [...here, place] }));
  if (key === 'byCategory') return Object.keys(value).map((category) => ({ category, path: [...here, category] }));
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([part, inside]) => namedCategories(inside, here, part));
}
