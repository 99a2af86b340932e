import type { Profile } from "../model/config.ts";
import { type Workspace, type WorkspaceFile } from "../workspace/workspace.ts";
export interface Expectation {
    readonly path: string;
    /** 0-based line and columns of the marked text. */
    readonly line: number;
    readonly start: number;
    readonly end: number;
    /** Severity, or `waived`. */
    readonly word: string;
    readonly rule: string;
}
export interface Fixture {
    readonly files: readonly WorkspaceFile[];
    readonly expected: readonly Expectation[];
}
export declare function parseFixture(text: string): Fixture;
/** The day on which the tests happen, unless they say otherwise. */
export declare const TEST_DAY = "2026-11-21";
export declare function fixtureWorkspace(fixture: Fixture, options?: {
    readonly asOf?: string;
    readonly profile?: Profile;
}): Workspace;
