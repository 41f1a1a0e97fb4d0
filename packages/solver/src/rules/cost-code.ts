/** What a rule that is not hard tells of its amount. Hard rules tell what `check` would. */
export type CostCode =
  | 'visit/left-out'
  | 'visit/optional-left-out'
  | 'visit/wish-missed'
  | 'visit/late'
  | 'plan/latest'
  | 'helper/on-the-way'
  | 'helper/works'
  | 'helper/costs'
  | 'helper/overtime'
  | 'person/many-faces';
