// What the client said about itself when it started the server. Features are chosen by what it declares, never by its
// name.

import { type Day, parseDay, rulePage } from "@stratkit/core";
import { type ClientCapabilities, type InitializeParams, PositionEncodingKind } from "vscode-languageserver";
import { readSettings, type Settings } from "./settings.ts";

export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly encoding: PositionEncoding;
  /** Ids of commands that the client can run. */
  readonly commands: ReadonlySet<string>;
  /** Who reads the files: the server where it can, or always the client. */
  readonly fileAccess: "server" | "client";
  readonly locale: string;
  /** Address of the folder with the pages of the rules; undefined for those on the web. */
  readonly pages: string | undefined;
  /** Where the caller wants another day than today. */
  readonly asOf: Day | undefined;
  readonly settings: Settings;
}

export function readClient(params: InitializeParams): Client {
  const options = asRecord(params.initializationOptions);
  const { clientCommands, fileAccess, asOf, locale, pages } = options;
  const commands = Array.isArray(clientCommands) ? clientCommands : [];
  return {
    capabilities: params.capabilities,
    encoding: chooseEncoding(params.capabilities.general?.positionEncodings),
    commands: new Set(commands.filter((command) => typeof command === "string")),
    fileAccess: fileAccess === "client" ? "client" : "server",
    locale: typeof locale === "string" ? locale : (params.locale ?? "en"),
    pages: typeof pages === "string" ? pages.replace(/\/+$/, "") : undefined,
    asOf: typeof asOf === "string" ? parseDay(asOf) : undefined,
    settings: readSettings(options.settings),
  };
}

/** Every client must take utf-16; one that leaves it out of its list means it. */
function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.length === 0 || offered.includes(PositionEncodingKind.UTF16)) {
    return "utf-16";
  }
  if (offered.includes(PositionEncodingKind.UTF8)) return "utf-8";
  return offered.includes(PositionEncodingKind.UTF32) ? "utf-32" : "utf-16";
}

/** Address of a rule's page: among those that the client has, else on the web. */
export function pageOf({ pages }: Client, rule: string): string {
  return pages === undefined ? rulePage(rule) : `${pages}/rules/${rule}.md`;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
