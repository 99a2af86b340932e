// All rules, in the order of their ids. A rule that is not in this list does not exist.

import actualsDuplicate from "./actuals/duplicate.ts";
import actualsValueUnreadable from "./actuals/value-unreadable.ts";
import measureCountsTwice from "./measure/counts-twice.ts";
import measureDuplicate from "./measure/duplicate.ts";
import measureImpossibleValue from "./measure/impossible-value.ts";
import measureIncomplete from "./measure/incomplete.ts";
import measureLevelUnknown from "./measure/level-unknown.ts";
import measureNoBaseline from "./measure/no-baseline.ts";
import measureNoBetter from "./measure/no-better.ts";
import measureNoTarget from "./measure/no-target.ts";
import measureNoUnit from "./measure/no-unit.ts";
import measureTargetAnchorMissing from "./measure/target-anchor-missing.ts";
import measureTargetDirectionOnly from "./measure/target-direction-only.ts";
import measureTargetNotBetter from "./measure/target-not-better.ts";
import measureTargetSide from "./measure/target-side.ts";
import measureTargetUndated from "./measure/target-undated.ts";
import measureTargetUnreadable from "./measure/target-unreadable.ts";
import measureTargetsFallBack from "./measure/targets-fall-back.ts";
import measureTolerance from "./measure/tolerance.ts";
import measureToleranceAtZero from "./measure/tolerance-at-zero.ts";
import openLeansOnDraft from "./open/leans-on-draft.ts";
import openUnclear from "./open/unclear.ts";
import ownerNoOwner from "./owner/no-owner.ts";
import ownerObjectiveNoLead from "./owner/objective-no-lead.ts";
import ownerPersonNotRole from "./owner/person-not-role.ts";
import ownerPlanItemNoLead from "./owner/plan-item-no-lead.ts";
import periodDeliverableUndated from "./period/deliverable-undated.ts";
import periodEndBeforeStart from "./period/end-before-start.ts";
import periodFileName from "./period/file-name.ts";
import periodOutsidePlan from "./period/outside-plan.ts";
import periodOutsideStrategy from "./period/outside-strategy.ts";
import periodSameTwice from "./period/same-twice.ts";
import periodUnreadable from "./period/unreadable.ts";
import planNeedsOrder from "./plan/needs-order.ts";
import planNoMilestone from "./plan/no-milestone.ts";
import planTrajectoryMismatch from "./plan/trajectory-mismatch.ts";
import planWhenConflict from "./plan/when-conflict.ts";
import planWhenUnreadable from "./plan/when-unreadable.ts";
import planYearMissing from "./plan/year-missing.ts";
import privacyContact from "./privacy/contact.ts";
import privacyNhsNumber from "./privacy/nhs-number.ts";
import refAmbiguous from "./ref/ambiguous.ts";
import refCycle from "./ref/cycle.ts";
import refDuplicateId from "./ref/duplicate-id.ts";
import refFormerlyClash from "./ref/formerly-clash.ts";
import refNotFound from "./ref/not-found.ts";
import refOldName from "./ref/old-name.ts";
import refRepeated from "./ref/repeated.ts";
import refRetired from "./ref/retired.ts";
import refWrongKind from "./ref/wrong-kind.ts";
import type { Rule } from "./rule.ts";
import schemaConfig from "./schema/config.ts";
import schemaCsv from "./schema/csv.ts";
import schemaEmptyValue from "./schema/empty-value.ts";
import schemaFileName from "./schema/file-name.ts";
import schemaIdFormat from "./schema/id-format.ts";
import schemaMissingKey from "./schema/missing-key.ts";
import schemaNotANumber from "./schema/not-a-number.ts";
import schemaNotAllowed from "./schema/not-allowed.ts";
import schemaUnknownKey from "./schema/unknown-key.ts";
import schemaWrongShape from "./schema/wrong-shape.ts";
import textAcronym from "./text/acronym.ts";
import textCopied from "./text/copied.ts";
import textNumberOnly from "./text/number-only.ts";
import textPasted from "./text/pasted.ts";
import textStatedCount from "./text/stated-count.ts";
import textStatedPeriod from "./text/stated-period.ts";
import textTargetConflict from "./text/target-conflict.ts";
import textTbc from "./text/tbc.ts";
import textVagueVerb from "./text/vague-verb.ts";
import traceCapabilityUnmeasured from "./trace/capability-unmeasured.ts";
import traceEnablerUnused from "./trace/enabler-unused.ts";
import traceLinkSuspect from "./trace/link-suspect.ts";
import traceMeasureUnused from "./trace/measure-unused.ts";
import traceNoOutcomeMeasure from "./trace/no-outcome-measure.ts";
import traceObjectiveEvidenceOnly from "./trace/objective-evidence-only.ts";
import traceObjectiveNotInPlan from "./trace/objective-not-in-plan.ts";
import traceObjectiveUnmeasured from "./trace/objective-unmeasured.ts";
import traceObjectiveUnsupported from "./trace/objective-unsupported.ts";
import traceObjectiveUntargeted from "./trace/objective-untargeted.ts";
import tracePredecessorUnaccounted from "./trace/predecessor-unaccounted.ts";
import tracePriorityNoObjective from "./trace/priority-no-objective.ts";
import traceReviewUnreadable from "./trace/review-unreadable.ts";
import waiveBaselineStale from "./waive/baseline-stale.ts";
import waiveBaselineUnreadable from "./waive/baseline-unreadable.ts";
import waiveExpired from "./waive/expired.ts";
import waiveIncomplete from "./waive/incomplete.ts";
import waiveNeedless from "./waive/needless.ts";
import waiveNotPossible from "./waive/not-possible.ts";
import yamlAlias from "./yaml/alias.ts";
import yamlDuplicateKey from "./yaml/duplicate-key.ts";
import yamlEncoding from "./yaml/encoding.ts";
import yamlInvisibleIndent from "./yaml/invisible-indent.ts";
import yamlMergeConflict from "./yaml/merge-conflict.ts";
import yamlQuotesNeeded from "./yaml/quotes-needed.ts";
import yamlSecondDocument from "./yaml/second-document.ts";
import yamlSpaceAfterColon from "./yaml/space-after-colon.ts";
import yamlSyntax from "./yaml/syntax.ts";
import yamlTab from "./yaml/tab.ts";
import yamlTextLost from "./yaml/text-lost.ts";
import yamlUnclosed from "./yaml/unclosed.ts";
import yamlUnreadable from "./yaml/unreadable.ts";

export const allRules: readonly Rule[] = [
  actualsDuplicate,
  actualsValueUnreadable,
  measureCountsTwice,
  measureDuplicate,
  measureImpossibleValue,
  measureIncomplete,
  measureLevelUnknown,
  measureNoBaseline,
  measureNoBetter,
  measureNoTarget,
  measureNoUnit,
  measureTargetAnchorMissing,
  measureTargetDirectionOnly,
  measureTargetNotBetter,
  measureTargetSide,
  measureTargetUndated,
  measureTargetUnreadable,
  measureTargetsFallBack,
  measureTolerance,
  measureToleranceAtZero,
  openLeansOnDraft,
  openUnclear,
  ownerNoOwner,
  ownerObjectiveNoLead,
  ownerPersonNotRole,
  ownerPlanItemNoLead,
  periodDeliverableUndated,
  periodEndBeforeStart,
  periodFileName,
  periodOutsidePlan,
  periodOutsideStrategy,
  periodSameTwice,
  periodUnreadable,
  planNeedsOrder,
  planNoMilestone,
  planTrajectoryMismatch,
  planWhenConflict,
  planWhenUnreadable,
  planYearMissing,
  privacyContact,
  privacyNhsNumber,
  refAmbiguous,
  refCycle,
  refDuplicateId,
  refFormerlyClash,
  refNotFound,
  refOldName,
  refRepeated,
  refRetired,
  refWrongKind,
  schemaConfig,
  schemaCsv,
  schemaEmptyValue,
  schemaFileName,
  schemaIdFormat,
  schemaMissingKey,
  schemaNotANumber,
  schemaNotAllowed,
  schemaUnknownKey,
  schemaWrongShape,
  textAcronym,
  textCopied,
  textNumberOnly,
  textPasted,
  textStatedCount,
  textStatedPeriod,
  textTargetConflict,
  textTbc,
  textVagueVerb,
  traceCapabilityUnmeasured,
  traceEnablerUnused,
  traceLinkSuspect,
  traceMeasureUnused,
  traceNoOutcomeMeasure,
  traceObjectiveEvidenceOnly,
  traceObjectiveNotInPlan,
  traceObjectiveUnmeasured,
  traceObjectiveUnsupported,
  traceObjectiveUntargeted,
  tracePredecessorUnaccounted,
  tracePriorityNoObjective,
  traceReviewUnreadable,
  waiveBaselineStale,
  waiveBaselineUnreadable,
  waiveExpired,
  waiveIncomplete,
  waiveNeedless,
  waiveNotPossible,
  yamlAlias,
  yamlDuplicateKey,
  yamlEncoding,
  yamlInvisibleIndent,
  yamlMergeConflict,
  yamlQuotesNeeded,
  yamlSecondDocument,
  yamlSpaceAfterColon,
  yamlSyntax,
  yamlTab,
  yamlTextLost,
  yamlUnclosed,
  yamlUnreadable,
];
