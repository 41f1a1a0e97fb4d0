// What a storage plugin is proved with, so that its author needs this package alone.
export type { Batch, StorageDriver, Stored } from '@linli/storage';
export { proveDriver } from '@linli/storage/conformance';
export { type Chosen, type Composition, choose, compose } from './compose.ts';
export { type Calendar, definePlugin, type Offers, type Plugin } from './define-plugin.ts';
export { type PluginLaw, provePlugin } from './prove-plugin.ts';
export { type SdkCode, sdkTexts } from './texts.ts';
