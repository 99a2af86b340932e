// The engine's only door: what the server, the command line and the tools may use.

export { type Agreed, markAgreed, type UnmatchedDecision } from "./diff/agreed.ts";
export { changeFamilies, changeKind, changeKinds } from "./diff/catalogue.ts";
export {
  type Agreement,
  CHANGE_CLASSES,
  type Change,
  type ChangeClass,
  type ChangeKind,
  classRank,
  type Suspect,
} from "./diff/change.ts";
export { type CompareFacts, type Comparison, compareAnalyses, countClasses } from "./diff/compare.ts";
export { compareRecorded, type RecordedSide } from "./diff/compareRecorded.ts";
export { decisionLine } from "./diff/decisionLine.ts";
export { comparisonNotes } from "./diff/notes.ts";
export { periodIn, type SideFacts, sideOf } from "./diff/side.ts";
export {
  compareYears,
  countWords,
  type YearItem,
  type YearsOfStrategy,
  type YearWord,
} from "./diff/years.ts";
export { type AboutFile, aboutFile, type FileCoverage } from "./features/aboutFile.ts";
export { CI_PATHS, CI_SERVICES, type CiService, ciPage, ciText, isSafeCiFolder } from "./features/ciFile.ts";
export type {
  ActionEdit,
  ActionFileEdit,
  ActionKind,
  CodeAction,
  GuideCall,
  GuidedCommand,
} from "./features/codeActions/action.ts";
export { moveMeasures } from "./features/codeActions/moveMeasures.ts";
export { type ActionRequest, codeActions, resolveCodeAction } from "./features/codeActions.ts";
export { type CodeLens, codeLenses, codeLensPlaces } from "./features/codeLenses.ts";
export type { CompletionItem, CompletionList, OfferKind } from "./features/completion/item.ts";
export {
  type CompletionCard,
  complete,
  completeUntitled,
  completionCard,
} from "./features/completion.ts";
export { type DefinitionLink, definition } from "./features/definition.ts";
export { documentHighlight, type Highlight } from "./features/documentHighlight.ts";
export { type DocumentLink, documentLinks } from "./features/documentLinks.ts";
export { documentSymbols, type OutlineSymbol } from "./features/documentSymbols.ts";
export { type FoldingRange, foldingRanges } from "./features/foldingRanges.ts";
export { format } from "./features/formatting.ts";
export { type Hover, hover } from "./features/hover.ts";
export { initWorkspace, type StarterFile } from "./features/initWorkspace.ts";
export { type InlayHint, inlayHints } from "./features/inlayHints.ts";
export { LINK_KEYS, type LinkKey, link } from "./features/link.ts";
export { type NewFile, newFile } from "./features/newFile.ts";
export { NEW_ITEM_KINDS, type NewItemKind } from "./features/newItem/homes.ts";
export { type NewItem, newItem } from "./features/newItem.ts";
export { newProgressReport, reportableItems } from "./features/newProgressReport.ts";
export type { GivenValue } from "./features/recordActuals/record.ts";
export { valuesWanted } from "./features/recordActuals/valuesWanted.ts";
export { type Recorded, type RecordRequest, recordActuals } from "./features/recordActuals.ts";
export { references, type WithDeclaration } from "./features/references.ts";
export { RECORD_FILES, type RecordFile } from "./features/rename/records.ts";
export type { RenameOptions, Renaming } from "./features/rename/renaming.ts";
export { savedReader } from "./features/rename/savedItems.ts";
export { prepareRename, type Renameable, rename, renameOfFiles } from "./features/rename.ts";
export { canRetire, type RetireRequest, retire } from "./features/retire.ts";
export { nextPlan, type Plan } from "./features/rollForward/nextPlan.ts";
export type { Decision, Decisions } from "./features/rollForward/planContent.ts";
export type { PlanItemStanding } from "./features/rollForward/standings.ts";
export {
  openForRollForward,
  type RolledForward,
  type RollForwardRequest,
  rollForward,
} from "./features/rollForward.ts";
export { selectionRanges } from "./features/selectionRanges.ts";
export type { StrategyNode } from "./features/strategyTree/node.ts";
export { strategyTree, strategyTreeAt } from "./features/strategyTree.ts";
export { type ToFix, type ToFixEntry, type ToFixGroup, toFix } from "./features/toFix.ts";
export { prepareTypeHierarchy, subtypes, supertypes } from "./features/typeHierarchy.ts";
export { waive } from "./features/waive.ts";
export { type WorkspaceSymbol, workspaceSymbols } from "./features/workspaceSymbols.ts";
export { findNearest, joinWords, sayGuess } from "./findings/didYouMean.ts";
export type {
  Entity,
  FileEdit,
  Finding,
  FindingState,
  Fix,
  FixSafety,
  NodePath,
  Place,
  Related,
  Severity,
} from "./findings/finding.ts";
export { severityRank } from "./findings/finding.ts";
export { fingerprintOf } from "./findings/fingerprint.ts";
export type { Refused } from "./findings/refused.ts";
export { product } from "./generated/product.ts";
export { schemas } from "./generated/schemas.ts";
export { allGuides, findGuide } from "./guides/all.ts";
export { answersFrom } from "./guides/answersFrom.ts";
export type { Answer, Answers, Guide } from "./guides/guide.ts";
export { nearestFirst } from "./guides/nearestFirst.ts";
export { nextQuestion, runGuide } from "./guides/nextQuestion.ts";
export { openPlace } from "./guides/openPlace.ts";
export {
  childrenOf,
  documentOf,
  itemsOf,
  type Link,
  linksFrom,
  parentOf,
  referrersOf,
  type StrategyModel,
  strategyOf,
} from "./link/model.ts";
export type { Since } from "./lookup/card.ts";
export { createLookup, type Lookup, type SubjectPlace } from "./lookup/lookup.ts";
export type { Occurrence } from "./lookup/occurrences.ts";
export type { ReferencePlace } from "./lookup/referencePlace.ts";
export { type FileMove, renamedOutside, updateReferences } from "./lookup/renamedOutside.ts";
export type { Subject } from "./lookup/subjects.ts";
export { isPart } from "./lookup/subjects.ts";
export {
  type Baseline,
  type BaselineEntry,
  type BaselineFault,
  type KnownFinding,
  readBaseline,
  writeBaseline,
} from "./model/baseline.ts";
export type { Config, Profile, RuleSeverity, ThreadLayer } from "./model/config.ts";
export { type Day, dateOf, dayOf, formatDay, parseDay } from "./model/day.ts";
export {
  BASELINE_FILE,
  baseName,
  CONFIG_FILE,
  DECISIONS_FILE,
  FILE_KINDS,
  type FileKind,
  folderOf,
  isConfigFile,
  isRootFile,
  parseFileName,
  REVIEWS_FILE,
} from "./model/fileName.ts";
export {
  type Item,
  type ItemKind,
  type ItemOf,
  keyOf,
  kindWord,
  kindWords,
  nameItem,
} from "./model/items.ts";
export { pruneEdits } from "./model/pruneBaseline.ts";
export { type Advice, adviseInOneLine, adviseOn } from "./report/changes/advice.ts";
export { renderChangesComment, renderChangesSummary } from "./report/changes/comment.ts";
export { compareCoverage } from "./report/changes/coverage.ts";
export {
  CHANGE_GROUPS,
  type ChangeGroup,
  type ChangeGroupId,
  groupChanges,
} from "./report/changes/groups.ts";
export { commentMarker, markerStart } from "./report/changes/marker.ts";
export { nameOfChange, sayChange } from "./report/changes/names.ts";
export {
  CHANGE_LEVELS,
  type ChangeGate,
  type ChangeLevel,
  type ChangesReport,
  type CommentFinding,
  type FailedComparison,
  type ReportLinks,
  type StrategyCoverage,
} from "./report/changes/report.ts";
export { changesSince } from "./report/changes/since.ts";
export {
  failsAt,
  failsWith,
  isListed,
  mustBeAgreed,
  type SortedChanges,
  severityOfClass,
  sortChanges,
} from "./report/changes/sorting.ts";
export {
  type ChangesView,
  renderChangesLines,
  renderChangesText,
  sayChangesSummary,
} from "./report/changes/text.ts";
export { sayClasses, type Verdict, type VerdictState, verdictOf } from "./report/changes/verdict.ts";
export { renderYearsMarkdown, renderYearsText } from "./report/changes/years.ts";
export {
  type CheckSummary,
  NOT_COMPLETE,
  sayCheckSummary,
  sayCount,
  summariseFindings,
} from "./report/checkSummary.ts";
export { coverageLines } from "./report/coverageLines.ts";
export {
  csvRow,
  escapeCsv,
  escapeMarkdown,
  escapeTerminal,
  escapeWorkflowData,
  escapeWorkflowProperty,
  escapeXml,
} from "./report/escape.ts";
export { type FindingGroup, groupFindings } from "./report/findingGroups.ts";
export { renderMatrixMarkdown, renderMatrixText } from "./report/matrix.ts";
export { renderMermaid } from "./report/mermaid.ts";
export { findPlan, findStrategy, plansByPeriod, strategiesOf } from "./report/page/choices.ts";
export { drawPanel, PANELS, type PanelDrawing } from "./report/page/panel.ts";
export { renderReportPage } from "./report/page/reportPage.ts";
export { renderTracePage } from "./report/page/tracePage.ts";
export { readExample, renderRuleMarkdown, renderRuleText } from "./report/ruleText.ts";
export { plainStyle, type Role, type Style } from "./report/style.ts";
export { type Column, cut, pad, renderTable, widthOf, wrap, wrapTerminal } from "./report/table.ts";
export { labelOf } from "./report/threadTree.ts";
export { renderTraceCsv } from "./report/traceCsv.ts";
export { coverageMarkdown, markdownTable, renderTraceMarkdown } from "./report/traceMarkdown.ts";
export { coverageTable, renderTraceText, roleOfState } from "./report/traceText.ts";
export { renderWords } from "./report/wordLine.ts";
export { type Fact, sayFact, workspaceFacts } from "./report/workspaceFacts.ts";
export {
  type Accepted,
  type AcceptedLink,
  type AcceptRequest,
  acceptLinks,
} from "./reviews/acceptLinks.ts";
export { type LinkReview, linkReviews, type ReviewState, teamFor } from "./reviews/linkReviews.ts";
export { type ChangedField, changeReader } from "./reviews/whatChanged.ts";
export { allRules } from "./rules/all.ts";
export { canBeWaived, type Rule } from "./rules/rule.ts";
export { rulePage } from "./rules/rulePage.ts";
export type { RuleSet } from "./rules/run.ts";
export { saySuspect } from "./rules/trace/link-suspect.ts";
export { bundleSchema } from "./schema/bundle.ts";
export { checkFileName } from "./schema/fileNames.ts";
export { resolvePlace } from "./syntax/places.ts";
export {
  findEntry,
  findNode,
  findValue,
  type MapNode,
  type SourceFile,
  scalarText,
  type TreeNode,
} from "./syntax/tree.ts";
export { decodeBytes, type TextEncoding } from "./text/decode.ts";
export { applyEdits, type TextEdit } from "./text/edits.ts";
export { indexLines, type LineIndex, offsetAt, type Position, positionAt } from "./text/lines.ts";
export { getOrAdd } from "./text/maps.ts";
export type { Span } from "./text/span.ts";
export {
  COVERAGE_STATES,
  type Coverage,
  type CoverageState,
  countedGoals,
  type Goal,
  goalsBelow,
  isGoal,
} from "./trace/coverage.ts";
export { layerWord, sayCoverage, sayState, sayThread, stateWord } from "./trace/stateWords.ts";
export type { CoverageSummary, ThreadReader } from "./trace/thread.ts";
export { type Direction, gapsOf, threadOf } from "./trace/threadFilter.ts";
export {
  type ThreadLink,
  type ThreadLinkKind,
  type ThreadNode,
  type ThreadReport,
  threadReport,
} from "./trace/threadReport.ts";
export { type Analysis, analyse, analyseInSteps, findingsIn } from "./workspace/analyse.ts";
export type { Engine, FileAnalysis } from "./workspace/analyseFile.ts";
export { createEngine } from "./workspace/createEngine.ts";
export { equalValues } from "./workspace/equalValues.ts";
export type { FileFindings } from "./workspace/fileFindings.ts";
export { FileMap } from "./workspace/fileMap.ts";
export { type FixChoice, type FixRequest, fixAll } from "./workspace/fixAll.ts";
export type { AppliedFix } from "./workspace/fixesToLeave.ts";
export { knownFindings } from "./workspace/knownFindings.ts";
export { letGo } from "./workspace/letGo.ts";
export { isNewSince } from "./workspace/newFindings.ts";
export { offerFixes } from "./workspace/offerFixes.ts";
export {
  type FileSystem,
  type FolderEntry,
  type FolderReading,
  findRoot,
  leavesOut,
  leftOutGlobs,
  MOST_BYTES,
  readFolder,
  readWorkspaceFile,
  workspaceOf,
} from "./workspace/readFolder.ts";
export { sameOr, withValuesOf } from "./workspace/sameFile.ts";
export { countStrategies, settle } from "./workspace/settle.ts";
export {
  emptyWorkspace,
  textFile,
  type Workspace,
  type WorkspaceFile,
  withFile,
  withFiles,
  withoutFiles,
} from "./workspace/workspace.ts";
