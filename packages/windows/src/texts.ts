import type { Texts } from '@linli/model';
import { cadenceTexts } from './cadence/cadence-texts.ts';
import { calendarTexts } from './calendar/calendar-texts.ts';
import { callListTexts } from './call-list/call-list-texts.ts';
import { campaignDefinitionTexts } from './campaign/campaign-definition-texts.ts';
import { campaignStandingTexts } from './campaign/campaign-standing-texts.ts';
import { caseFileTexts } from './case-file/case-file-texts.ts';
import type { DefinitionCode } from './cycle/cycle-definition.ts';
import { cycleTexts } from './cycle/cycle-texts.ts';
import { deliveryModeTexts } from './delivery/delivery-mode-texts.ts';
import { deliveryRuleTexts } from './delivery/delivery-words.ts';
import { dutyTexts } from './duty/duty-texts.ts';
import { knockDayTexts } from './ladder/knock-day-texts.ts';
import { ladderDefinitionTexts } from './ladder/ladder-definition-texts.ts';
import { modesTexts } from './modes/modes-texts.ts';
import { pickUpPointTexts } from './pick-up/pick-up-words.ts';
import type { DriveCode } from './process/drive.ts';
import { processes } from './processes.ts';
import { programmeTexts } from './programme/programme-texts.ts';
import { purchaseTexts } from './purchase/purchase-texts.ts';
import { recurrenceTexts } from './recurrence/recurrence-texts.ts';
import { rotaTexts } from './rota/rota-texts.ts';
import { caseStatusTexts } from './screening/case-status-texts.ts';
import { screeningRuleTexts } from './screening/screening-rule-texts.ts';
import { teamTexts } from './team/team-texts.ts';
import { totalsTexts } from './totals/totals-texts.ts';
import { visitRuleTexts } from './visit/visit-words.ts';
import { volunteerTexts } from './volunteer/volunteer-texts.ts';
import type { WakeCode } from './wake.ts';

const ownTexts = {
  'event/already-seen': { zh: '这条消息已经处理过了，不再重复。', en: 'This event was handled before and changes nothing.' },
  'clock/went-back': { zh: '收到的时间比之前的早，按之前的时间处理。', en: 'The clock went back; the later time counts.' },
  'process/not-now': { zh: '现在是“{state}”，不能“{event}”。', en: 'Not now: "{event}" does not fit "{state}".' },
  'process/ended': { zh: '已经是“{state}”，不会再变。', en: 'It has ended at "{state}" and does not change any more.' },

  'snapshot/not-one': { zh: '{path}：这不是一份可以继续的记录。', en: '{path}: this is no snapshot of a process.' },
  'snapshot/newer-format': {
    zh: '{path}：记录的格式 {format} 比这个版本新，请先升级。',
    en: '{path}: the format {format} is newer than this version; upgrade first.',
  },
  'snapshot/migration-broken': {
    zh: '旧记录升级后在 {path} 处不对：{messageZh}',
    en: 'An older snapshot could not be brought up; {path}: {message}',
  },
  'snapshot/malformed': {
    zh: '记录的 {path} 处不对：{messageZh}',
    en: '{path} of the snapshot is not as it should be: {message}',
  },

  'definition/malformed': { zh: '{path} 这一项填写不对：{messageZh}', en: '{path} is not as it should be: {message}' },
  'definition/unknown-format': {
    zh: '{path}：没有“{format}”这种定义。有：{formats}',
    en: '{path}: there is no kind of definition "{format}". There are: {formats}',
  },
  'definition/phase-missing': {
    zh: '{path}：要有收集和派单，执行和配送至少有一个。',
    en: '{path}: collect and assign are needed, and execute or deliver.',
  },
  'definition/phases-out-of-order': {
    zh: '{path}：时段要按收集、派单、执行、配送的顺序，每样只有一个。',
    en: '{path}: phases come as collect, assign, execute, deliver, each once.',
  },
  'definition/phases-overlap': {
    zh: '{path}：上一个时段还没结束，这个时段就开始了。',
    en: '{path}: begins before the phase ahead of it has ended.',
  },
  'definition/collection-not-on-day-0': { zh: '{path}：收集要在当天截止。', en: '{path}: the collection must end on day 0.' },
  'definition/collection-takes-nothing': {
    zh: '{path}：收集时段必须接收需求。',
    en: '{path}: the collection must take demands.',
  },
} satisfies Texts<DriveCode | WakeCode | DefinitionCode | 'definition/unknown-format'>;

/** The words of this package for every code, state, event, effect and guard; filled from the data of a reason by `explain`. */
export const windowsTexts = {
  ...ownTexts,
  ...cycleTexts,
  ...cadenceTexts,
  ...calendarTexts,
  ...callListTexts,
  ...campaignDefinitionTexts,
  ...campaignStandingTexts,
  ...caseFileTexts,
  ...caseStatusTexts,
  ...deliveryModeTexts,
  ...deliveryRuleTexts,
  ...dutyTexts,
  ...knockDayTexts,
  ...ladderDefinitionTexts,
  ...modesTexts,
  ...pickUpPointTexts,
  ...programmeTexts,
  ...purchaseTexts,
  ...recurrenceTexts,
  ...rotaTexts,
  ...screeningRuleTexts,
  ...teamTexts,
  ...totalsTexts,
  ...visitRuleTexts,
  ...volunteerTexts,
  ...processes.ladder.texts,
  ...processes.visit.texts,
  ...processes.delivery.texts,
  ...processes['pick-up'].texts,
  ...processes.enrolment.texts,
  ...processes.session.texts,
  ...processes['club-day'].texts,
  ...processes.campaign.texts,
  ...processes.screening.texts,
  ...processes['follow-up'].texts,
} satisfies Texts;

/** Every code this package can say, and every name it gives to a state or an effect. */
export type WindowsCode = keyof typeof windowsTexts;
