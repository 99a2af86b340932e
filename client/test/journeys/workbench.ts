// The workbench as a person uses it: keys, lists and panels of VS Code, by what they show.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";

import { waitFor } from "../harness/waitFor.ts";

export type Theme = "light" | "dark" | "contrast-light" | "contrast-dark";

/** Each by its name in the list, and by the file that the workbench names in its class. */
const THEMES: Readonly<Record<Theme, { readonly name: string; readonly file: string }>> = {
  light: { name: "Light Modern", file: "light_modern" },
  dark: { name: "Dark Modern", file: "dark_modern" },
  "contrast-light": { name: "Light High Contrast", file: "hc_light" },
  "contrast-dark": { name: "Dark High Contrast", file: "hc_black" },
};

export interface Workbench {
  readonly page: Page;
  /** Runs a command of the palette by its whole title, such as "Strategy: Show Log". */
  runCommand(title: string): Promise<void>;
  /** Opens a file by quick open. */
  openFile(name: string): Promise<void>;
  /** Presses keys in the editor that has the focus, such as "Control+Space". */
  press(keys: string): Promise<void>;
  /** Puts the cursor of the first group of editors at a place; both count from 1. */
  goTo(line: number, column: number): Promise<void>;
  /** What the light bulb at the cursor offers, in its order; it stays open. */
  openFixes(): Promise<readonly string[]>;
  chooseFix(title: string): Promise<void>;
  /** Shows the views "Strategy" and "To Fix". */
  showViews(): Promise<void>;
  /** The input at the top: `answer` types and accepts, `choose` takes the entry with exactly this label. */
  readonly input: QuickInput;
  /** The rows in sight of the Problems panel, which is opened, with this text as its filter. Waits for the first. */
  problems(text: string): Promise<readonly string[]>;
  /** The rows of the tree under this title, which must be visible. */
  treeRows(title: string): Promise<readonly string[]>;
  treeRow(title: string, text: string): Locator;
  setTheme(theme: Theme): Promise<void>;
  /** Writes `<name>.png` into `client/out/screenshots` and returns its path. */
  screenshot(name: string): Promise<string>;
}

export interface QuickInput {
  answer(text: string): Promise<void>;
  choose(label: string): Promise<void>;
  /** The first that is chosen in a list of which several can be. */
  tick(label: string): Promise<void>;
  accept(): Promise<void>;
  choices(): Promise<readonly string[]>;
  /** The sentence below the input, such as why an answer will not do. */
  message(): Promise<string>;
  back(): Promise<void>;
  escape(): Promise<void>;
}

/** Milliseconds. */
const AGAIN_AFTER = 3000;
const PATIENCE = 60_000;

const SCREENSHOTS = join(import.meta.dirname, "../../out/screenshots");

export function useWorkbench(page: Page): Workbench {
  const widget = page.locator(".quick-input-widget");
  const box = widget.locator(".quick-input-box input");
  const input = useInput(page, widget, box);
  const runCommand = async (title: string) => {
    await page.keyboard.press("F1");
    await box.waitFor();
    await box.fill(`>${title}`);
    await rowOf(widget, title).click();
  };
  return {
    page,
    input,
    runCommand,
    press: (keys) => page.keyboard.press(keys),
    async goTo(line, column) {
      // A view that comes up takes the focus, sooner or later.
      await waitFor("the editor to have the focus", async () => {
        await page.keyboard.press("Control+1");
        return page.locator(".editor-group-container.active .monaco-editor.focused").isVisible();
      });
      await page.keyboard.press("Control+G");
      await input.answer(`:${line}:${column}`);
      await widget.waitFor({ state: "hidden" });
    },
    async openFixes() {
      // VS Code lets go of a menu whose findings come in while it opens; a person asks for it again.
      const opens = async () => {
        await page.keyboard.press("Control+.");
        return appears(fixRows(page).first());
      };
      await waitFor("the menu of the repairs", opens, PATIENCE);
      return fixesOf(page);
    },
    async chooseFix(title) {
      await fixList(page).getByText(title, { exact: true }).click();
    },
    async showViews() {
      await page
        .getByRole("tab", { name: /^Strategy/ })
        .first()
        .click();
      await treeOf(page, "To Fix").locator(".monaco-list-row").first().waitFor();
    },
    async openFile(name) {
      await page.keyboard.press("Control+P");
      await box.waitFor();
      await box.fill(name);
      await widget.getByRole("option", { name }).first().waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("tab", { name }).first().waitFor();
      await page.locator(".monaco-editor .view-line").first().waitFor();
    },
    async problems(text) {
      const panel = page.locator(".markers-panel");
      // The keys would close it where it is open.
      await runCommand("Problems: Focus on Problems View");
      const filter = page.getByPlaceholder(/^Filter \(e\.g\. text/);
      const first = panel.locator(".monaco-list-row", { hasText: text }).first();
      // Before all files are read, only what one file alone shows is there. And where findings come in the moment that the
      // filter is typed, VS Code counts them and goes on saying that none fits, until the filter is typed again.
      const isThere = async () => {
        await filter.fill("");
        await filter.fill(text);
        return appears(first);
      };
      await waitFor(`the problem "${text}"`, isThere, PATIENCE);
      const rows = await textsOf(panel.locator(".monaco-list-row"));
      await filter.fill("");
      return rows;
    },
    treeRows: (title) => textsOf(treeOf(page, title).locator(".monaco-list-row")),
    treeRow: (title, text) => treeOf(page, title).locator(".monaco-list-row", { hasText: text }).first(),
    async setTheme(theme) {
      const { name, file } = THEMES[theme];
      await runCommand("Preferences: Color Theme");
      await input.choose(name);
      await page.locator(`.monaco-workbench[class*="-themes-${file}-json"]`).waitFor();
      await widget.waitFor({ state: "hidden" });
    },
    async screenshot(name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const path = join(SCREENSHOTS, `${name}.png`);
      await page.screenshot({ path, animations: "disabled" });
      return path;
    },
  };
}

/** The page in the panel: the editor keeps it in two frames. */
export function panelOf(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview").frameLocator("#active-frame");
}

function useInput(page: Page, widget: Locator, box: Locator): QuickInput {
  return {
    async answer(text) {
      await box.waitFor();
      await box.fill(text);
      await page.keyboard.press("Enter");
    },
    async choose(label) {
      await box.waitFor();
      // A long list draws only what is in sight.
      await box.fill(label);
      await rowOf(widget, label).click();
    },
    async tick(label) {
      await box.waitFor();
      await box.fill(label);
      await rowOf(widget, label).click();
      await widget.getByText("1 Selected").waitFor();
    },
    async accept() {
      await page.keyboard.press("Enter");
    },
    choices: () => textsOf(widget.locator(".monaco-list-row")),
    async message() {
      return (await widget.locator(".quick-input-message").innerText()).trim();
    },
    async back() {
      await widget.getByRole("button", { name: "Back" }).click();
    },
    async escape() {
      await page.keyboard.press("Escape");
      await widget.waitFor({ state: "hidden" });
    },
  };
}

function fixList(page: Page): Locator {
  return page.locator(".action-widget").first();
}

/** Without the headings of its parts. */
function fixRows(page: Page): Locator {
  return fixList(page).locator(".monaco-list-row.action");
}

export async function fixesOf(page: Page): Promise<readonly string[]> {
  const rows = fixRows(page);
  await rows.first().waitFor();
  return rows.locator(".title").allInnerTexts();
}

/** False where it does not come soon, so that it has to be asked for again. */
function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: AGAIN_AFTER }).then(
    () => true,
    () => false,
  );
}

function rowOf(widget: Locator, label: string): Locator {
  const exactly = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
  const name = widget.page().locator(".label-name", { hasText: exactly });
  return widget.locator(".monaco-list-row", { has: name }).first();
}

function treeOf(page: Page, title: string): Locator {
  return page
    .locator(".pane", { has: page.locator(".pane-header", { hasText: title }) })
    .locator(".monaco-list");
}

/** What a row says in one line, as a screen reader has it where it says more. */
async function textsOf(rows: Locator): Promise<readonly string[]> {
  const texts = await rows.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute("aria-label") ?? element.textContent ?? ""),
  );
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
}
