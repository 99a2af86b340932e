// Every request that the server answers. What it says of itself to a client follows from this list: a new feature is
// one line here.

import { bases } from "./bases.ts";
import { baseText } from "./baseText.ts";
import { changes } from "./changes.ts";
import { codeAction, codeActionResolve } from "./codeAction.ts";
import { codeLens, codeLensResolve } from "./codeLens.ts";
import { completion, completionResolve } from "./completion.ts";
import { coverage } from "./coverage.ts";
import { declaration, definition } from "./definition.ts";
import { document } from "./document.ts";
import { documentDiagnostic } from "./documentDiagnostic.ts";
import { documentHighlight } from "./documentHighlight.ts";
import { documentLink } from "./documentLink.ts";
import { documentSymbol } from "./documentSymbol.ts";
import { executeCommand } from "./executeCommand.ts";
import { facts } from "./facts.ts";
import { foldingRange } from "./foldingRange.ts";
import { formatting, rangeFormatting } from "./formatting.ts";
import { guide } from "./guide.ts";
import type { Registration } from "./handler.ts";
import { hover } from "./hover.ts";
import { inlayHint } from "./inlayHint.ts";
import { panel } from "./panel.ts";
import { references } from "./references.ts";
import { prepareRename, rename } from "./rename.ts";
import { roots } from "./roots.ts";
import { rules } from "./rules.ts";
import { selectionRange } from "./selectionRange.ts";
import { toFix } from "./toFix.ts";
import { trace } from "./trace.ts";
import { locate, tree } from "./tree.ts";
import { prepareTypeHierarchy, typeHierarchySubtypes, typeHierarchySupertypes } from "./typeHierarchy.ts";
import { willRenameFiles } from "./willRenameFiles.ts";
import { workspaceDiagnostic } from "./workspaceDiagnostic.ts";
import { workspaceSymbol } from "./workspaceSymbol.ts";

export const handlers: readonly Registration[] = [
  baseText,
  bases,
  changes,
  codeAction,
  codeActionResolve,
  codeLens,
  codeLensResolve,
  completion,
  completionResolve,
  coverage,
  declaration,
  definition,
  document,
  documentDiagnostic,
  documentHighlight,
  documentLink,
  documentSymbol,
  executeCommand,
  facts,
  foldingRange,
  formatting,
  guide,
  hover,
  inlayHint,
  locate,
  panel,
  prepareRename,
  prepareTypeHierarchy,
  rangeFormatting,
  references,
  rename,
  roots,
  rules,
  selectionRange,
  toFix,
  trace,
  tree,
  typeHierarchySubtypes,
  typeHierarchySupertypes,
  willRenameFiles,
  workspaceDiagnostic,
  workspaceSymbol,
];
