import type { Texts } from '@linli/model';
import type { ProcessSpec } from '../process/process-types.ts';
import type { CaseFileDefinitionCode } from './case-file-definition.ts';
import type { CaseFileTypes } from './case-file-facts.ts';

/** The words of the process itself. */
export const caseFileProcessTexts = {
  'case-file/title': { zh: '个案档案', en: 'Case file' },
  'case-file/referred': { zh: '已转介，等待社工开案。', en: 'Referred: waits for a worker to open it.' },
  'case-file/opened': { zh: '已开案，有了负责的社工，进入接案。', en: 'Opened: one worker answers for it; intake begins.' },
  'case-file/accepted': { zh: '接案完成，进入预估。', en: 'Intake is done; the assessment begins.' },
  'case-file/assessed': { zh: '预估完成，进入计划。', en: 'The assessment is done; the plan begins.' },
  'case-file/planned': { zh: '计划完成，进入介入。', en: 'The plan is made; the intervention begins.' },
  'case-file/intervened': { zh: '介入完成，进入评估。', en: 'The intervention is done; the evaluation begins.' },
  'case-file/evaluated': { zh: '评估完成，可以结案。', en: 'The evaluation is done; the file may be closed.' },
  'case-file/closed': { zh: '已结案。', en: 'The case is closed.' },
  'case-file/reviewed': { zh: '已复查，这一步继续。', en: 'Reviewed; this step goes on.' },
  'case-file/went-back': { zh: '退回前面的步骤，原因：{why}。', en: 'Back to an earlier step: {why}.' },
  'case-file/not-a-step-back': { zh: '这不是前面的步骤，不能退回到那里。', en: 'That is not an earlier step to go back to.' },
  'case-file/reopened': { zh: '重新开案，从预估做起，原因：{why}。', en: 'Reopened, from the assessment on: {why}.' },
  'case-file/handed-over': { zh: '换了负责的社工，个案继续。', en: 'Another worker answers for it now; the case goes on.' },
  'case-file/same-worker': { zh: '本来就由这位社工负责。', en: 'This worker answers for it already.' },
  'case-file/refused': { zh: '长者不接受服务，个案结束。', en: 'The elder does not want the service; the case ends.' },
  'case-file/transferred': {
    zh: '转介给 {toOrganisation}，个案结束。',
    en: 'Transferred to {toOrganisation}; the case ends here.',
  },
  'case-file/deceased': { zh: '长者已去世，个案结束。', en: 'The elder has died; the case ends.' },
  'case-file/review-overdue': {
    zh: '到期没有复查，已有 {missedReviews} 次。',
    en: 'A review is overdue; {missedReviews} missed in a row.',
  },
  'case-file/supervisor-told': {
    zh: '已有 {missedReviews} 次到期没有复查，告知督导。',
    en: '{missedReviews} reviews missed in a row: the supervisor is told.',
  },
  'case-file/archived': { zh: '重新开案的期限已过，归档。', en: 'The time for reopening is over; the file is archived.' },

  'case-file/needs-opening': {
    zh: '还没有开案，请先定下负责的社工。',
    en: 'Nobody has opened the file yet; name a worker first.',
  },
  'case-file/needs-intake': { zh: '预估之前要先完成接案。', en: 'An assessment needs a finished intake.' },
  'case-file/needs-assessment': { zh: '计划之前要先完成预估。', en: 'A plan needs an assessment.' },
  'case-file/needs-plan': { zh: '介入之前要先有计划。', en: 'An intervention needs a plan.' },
  'case-file/needs-intervention': { zh: '评估之前要先完成介入。', en: 'An evaluation needs an intervention.' },
  'case-file/needs-evaluation': { zh: '结案之前要先评估。', en: 'Closing needs an evaluation.' },
  'case-file/step-done': {
    zh: '这一步已经做完；要重做，请说明原因退回。',
    en: 'This step is done; to do it again, go back with a reason.',
  },

  'case-file-state/not-begun': { zh: '还没转介', en: 'not referred' },
  'case-file-state/referred': { zh: '已转介，待开案', en: 'referred, not yet opened' },
  'case-file-state/intake': { zh: '接案', en: 'intake' },
  'case-file-state/assessment': { zh: '预估', en: 'assessment' },
  'case-file-state/plan': { zh: '计划', en: 'plan' },
  'case-file-state/intervention': { zh: '介入', en: 'intervention' },
  'case-file-state/evaluation': { zh: '评估', en: 'evaluation' },
  'case-file-state/closing': { zh: '准备结案', en: 'closing' },
  'case-file-state/closed': { zh: '已结案', en: 'closed' },
  'case-file-state/refused': { zh: '长者不接受服务', en: 'service refused by the elder' },
  'case-file-state/transferred': { zh: '已转介给别的机构', en: 'transferred elsewhere' },
  'case-file-state/deceased': { zh: '长者已去世', en: 'deceased' },
  'case-file-state/archived': { zh: '已归档', en: 'archived' },

  'case-file-event/referred': { zh: '转介', en: 'refer' },
  'case-file-event/opened': { zh: '开案', en: 'open' },
  'case-file-event/accepted': { zh: '接案完成', en: 'intake done' },
  'case-file-event/assessed': { zh: '预估完成', en: 'assessed' },
  'case-file-event/planned': { zh: '计划完成', en: 'planned' },
  'case-file-event/intervened': { zh: '介入完成', en: 'intervention done' },
  'case-file-event/evaluated': { zh: '评估完成', en: 'evaluated' },
  'case-file-event/closed': { zh: '结案', en: 'close' },
  'case-file-event/reviewed': { zh: '复查', en: 'review' },
  'case-file-event/went-back': { zh: '退回前一步', en: 'go back' },
  'case-file-event/reopened': { zh: '重新开案', en: 'reopen' },
  'case-file-event/handed-over': { zh: '换社工', en: 'hand over to another worker' },
  'case-file-event/service-refused': { zh: '长者不接受服务', en: 'service refused' },
  'case-file-event/transferred': { zh: '转介给别的机构', en: 'transfer' },
  'case-file-event/died': { zh: '去世', en: 'died' },

  'case-file-effect/file-opened': { zh: '告知社工已开案', en: 'tell the worker that the file is open' },
  'case-file-effect/review-overdue': { zh: '提醒复查', en: 'remind of the review' },
  'case-file-effect/supervisor-told': { zh: '告知督导多次没有复查', en: 'tell the supervisor of missed reviews' },
  'case-file-effect/notes-handed-over': { zh: '把记录交给新的社工', en: 'hand the notes to the new worker' },
  'case-file-effect/file-ended': {
    zh: '个案结束，重新看看还有谁照看这位长者',
    en: 'the case has ended: see who else looks after the elder',
  },
  'case-file-effect/file-archived': { zh: '归档', en: 'archive the file' },

  'case-file-guard/back-to-assessment': { zh: '退回预估', en: 'back to the assessment' },
  'case-file-guard/back-to-plan': { zh: '退回计划', en: 'back to the plan' },
  'case-file-guard/back-to-intervention': { zh: '退回介入', en: 'back to the intervention' },
  'case-file-guard/back-to-evaluation': { zh: '退回评估', en: 'back to the evaluation' },
  'case-file-guard/is-same-worker': { zh: '还是同一位社工', en: 'the same worker' },
  'case-file-guard/is-missed-often': { zh: '多次没有复查', en: 'missed several times' },
} satisfies ProcessSpec<CaseFileTypes>['texts'];

/** All words of case files. */
export const caseFileTexts = {
  ...caseFileProcessTexts,
  'case-file/malformed': {
    zh: '个案规则的 {path} 填写不对：{messageZh}',
    en: 'Case rules, {path}: not as it should be: {message}',
  },
} satisfies ProcessSpec<CaseFileTypes>['texts'] & Texts<CaseFileDefinitionCode>;
