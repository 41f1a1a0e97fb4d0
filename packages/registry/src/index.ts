export { type Admission, admit } from './admit.ts';
export { type CareView, type DoorView, disclose, type PhoneView, type ViewName, type Views } from './disclose.ts';
export { type DatedDemand, expandNeeds } from './expand-needs.ts';
export { Merge, type Merged, merge, unmerge } from './merge.ts';
export { emptyRegister, type Register } from './register.ts';
export { StandingNeed } from './standing-need.ts';
export { type RegistryCode, registryTexts } from './texts.ts';
