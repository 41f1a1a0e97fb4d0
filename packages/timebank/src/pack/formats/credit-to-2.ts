import type * as z from 'zod';
import type { CreditStandard } from '../credit-standard.ts';
import type { CreditStandard1 } from './credit-standard-1.ts';

type Step1 = CreditStandard1['steps'][number];
type Step2 = z.input<typeof CreditStandard>['steps'][number];

const periods = { 'cap-activity': 'service', 'cap-day': 'day', 'cap-month': 'month', 'cap-life': 'life' } as const;

/** A standard of format 1 in the words of format 2; it judges every service as before. */
export const creditTo2 = ({ steps, ...rest }: CreditStandard1): z.input<typeof CreditStandard> => ({
  ...rest,
  format: 'linli-credit-standard/2',
  steps: steps.map(stepTo2),
});

function stepTo2(step: Step1): Step2 {
  switch (step.do) {
    case 'require-role':
      return { do: 'require-helper', roles: step.roles };
    case 'require-age':
      return ageTo2(step);
    case 'require-evidence':
    case 'refuse-overlap':
    case 'refuse-self':
      return step;
    case 'require-seconds':
      return { do: 'minimum', least: { seconds: step.seconds } };
    case 'rate': {
      const byCategory = Object.fromEntries(
        Object.entries(step.permilleByCategory).map(([key, permille]) => [key, permille / 1000]),
      );
      return { do: 'rate', byCategory, otherwise: step.otherwise / 1000 };
    }
    case 'round':
      return { do: 'round', to: { seconds: step.toSeconds }, mode: step.mode };
    default:
      return { do: 'cap', per: periods[step.do], most: { seconds: step.seconds }, overflow: step.overflow };
  }
}

/** An age that binds one sex is met by the other sex as well. */
function ageTo2({ years, untilYears, sex }: Extract<Step1, { readonly do: 'require-age' }>): Step2 {
  const age = { from: years, ...(untilYears === undefined ? {} : { until: untilYears }) };
  if (sex === undefined) return { do: 'require-helper', age };
  return { do: 'require-helper', anyOf: [{ age }, { sex: sex === 'female' ? 'male' : 'female' }] };
}
