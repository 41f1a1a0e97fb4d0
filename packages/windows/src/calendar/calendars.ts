import mainland from './presets/cn.json' with { type: 'json' };
import daily from './presets/every-day.json' with { type: 'json' };
import { ServiceCalendar } from './service-calendar.ts';

/**
 * Working days of mainland China: Monday to Friday, holidays off, adjusted working weekends on. A notice for the next
 * year may still touch its last days of December, as that for 2023 did.
 */
export const cnCalendar: ServiceCalendar = ServiceCalendar.parse(mainland);

/** No day off, for a community that serves through every holiday, as in a lockdown. */
export const everyDayCalendar: ServiceCalendar = ServiceCalendar.parse(daily);
