// What VS Code answers at a place of a document, from all extensions together.

import {
  type CompletionList,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type Position,
  type TextDocument,
  type Uri,
} from "vscode";

/** The texts of all cards. */
export async function cardsAt({ uri }: TextDocument, place: Position): Promise<readonly string[]> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, place);
  return hovers.flatMap(({ contents }) =>
    contents.map((each) => (typeof each === "string" ? each : each.value)),
  );
}

/** The labels of all that is offered. */
export async function offersAt({ uri }: TextDocument, place: Position): Promise<readonly string[]> {
  const list = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    uri,
    place,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** The files in which the thing at the place is defined. */
export async function definitionsAt({ uri }: TextDocument, place: Position): Promise<readonly Uri[]> {
  const places = await commands.executeCommand<(Location | LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    uri,
    place,
  );
  return places.map((each) => ("targetUri" in each ? each.targetUri : each.uri));
}
