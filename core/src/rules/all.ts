// All rules, in the order of their ids. A rule that is not in this list does not exist.

import actualsDuplicate from "./actuals/duplicate.ts";
import actualsValueUnreadable from "./actuals/value-unreadable.ts";
import measureNoBaseline from "./measure/no-baseline.ts";
import measureNoBetter from "./measure/no-better.ts";
import measureNoTarget from "./measure/no-target.ts";
import measureNoUnit from "./measure/no-unit.ts";
import measureTargetDirectionOnly from "./measure/target-direction-only.ts";
import measureTargetNotBetter from "./measure/target-not-better.ts";
import measureTargetUndated from "./measure/target-undated.ts";
import measureTargetUnreadable from "./measure/target-unreadable.ts";
import openUnclear from "./open/unclear.ts";
import ownerObjectiveNoLead from "./owner/objective-no-lead.ts";
import periodOutsidePlan from "./period/outside-plan.ts";
import periodOutsideStrategy from "./period/outside-strategy.ts";
import periodUnreadable from "./period/unreadable.ts";
import privacyNhsNumber from "./privacy/nhs-number.ts";
import refAmbiguous from "./ref/ambiguous.ts";
import refCycle from "./ref/cycle.ts";
import refDuplicateId from "./ref/duplicate-id.ts";
import refNotFound from "./ref/not-found.ts";
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
import textCopied from "./text/copied.ts";
import textPasted from "./text/pasted.ts";
import textStatedCount from "./text/stated-count.ts";
import textTbc from "./text/tbc.ts";
import traceMeasureUnused from "./trace/measure-unused.ts";
import traceObjectiveEvidenceOnly from "./trace/objective-evidence-only.ts";
import traceObjectiveNotInPlan from "./trace/objective-not-in-plan.ts";
import traceObjectiveUnmeasured from "./trace/objective-unmeasured.ts";
import traceObjectiveUntargeted from "./trace/objective-untargeted.ts";
import tracePriorityNoObjective from "./trace/priority-no-objective.ts";
import waiveExpired from "./waive/expired.ts";
import waiveIncomplete from "./waive/incomplete.ts";
import waiveNeedless from "./waive/needless.ts";
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
  measureNoBaseline,
  measureNoBetter,
  measureNoTarget,
  measureNoUnit,
  measureTargetDirectionOnly,
  measureTargetNotBetter,
  measureTargetUndated,
  measureTargetUnreadable,
  openUnclear,
  ownerObjectiveNoLead,
  periodOutsidePlan,
  periodOutsideStrategy,
  periodUnreadable,
  privacyNhsNumber,
  refAmbiguous,
  refCycle,
  refDuplicateId,
  refNotFound,
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
  textCopied,
  textPasted,
  textStatedCount,
  textTbc,
  traceMeasureUnused,
  traceObjectiveEvidenceOnly,
  traceObjectiveNotInPlan,
  traceObjectiveUnmeasured,
  traceObjectiveUntargeted,
  tracePriorityNoObjective,
  waiveExpired,
  waiveIncomplete,
  waiveNeedless,
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
