import * as z from 'zod';

// Ids are opaque: nothing is read out of them, and none holds personal data.

/** One person has one id, as receiver and as giver alike. */
export const PersonId = z.string().min(1).brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const TieId = z.string().min(1).brand<'TieId'>();
export type TieId = z.infer<typeof TieId>;

export const CallId = z.string().min(1).brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;

export const DemandId = z.string().min(1).brand<'DemandId'>();
export type DemandId = z.infer<typeof DemandId>;

export const ServiceId = z.string().min(1).brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;

export const ResourceId = z.string().min(1).brand<'ResourceId'>();
export type ResourceId = z.infer<typeof ResourceId>;
