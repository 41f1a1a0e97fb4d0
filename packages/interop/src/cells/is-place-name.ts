import { fold } from '../recognise/fold.ts';

const ending =
  /(?:站|店|房|市|堂|院|校|学|园|所|中心|公司|馆|室|行|厅|社|会|队|部|厂|shop|store|pharmacy|clinic|cent(?:re|er)|market|school|hall|hospital|canteen|kitchen|bank|library|club|home)$/u;

/** Whether a name ends as places and organisations do: 惠民药房, Elm Street Clinic. A few people's names do so too. */
export const isPlaceName = (text: string): boolean => ending.test(fold(text));
