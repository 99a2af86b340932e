// Makes the pictures in client/images anew, which the extension's page in the store shows: the packed extension at work on
// an example; and the one of a comment on a pull request, for the guides. They are committed; no test makes or compares them, because another machine draws letters otherwise.

import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenedWindow, openWindow } from "../../client/test/journeys/journey.ts";
import { columnOf, lineOf } from "../../client/test/journeys/texts.ts";
import { fixesOf, panelOf, type Workbench } from "../../client/test/journeys/workbench.ts";
import { startBrowser } from "./browser.ts";
import { takeComment } from "./commentPicture.ts";
import { prepareServer } from "./prepare.ts";
import { type Processes, watchProcesses } from "./processes.ts";
import { say } from "./say.ts";
import { ROOT } from "./versions.ts";

const IMAGES = join(ROOT, "client/images");
const COMMENT = join(ROOT, "docs/images/pull-request-comment.png");
const SIZE = { width: 1600, height: 1000 };
const LARGEST = 300_000;
/** Of the views beside the text, so that titles can be read to their ends. */
const VIEWS_WIDTH = 470;

const PLAN = {
  folders: ["examples/kmpt"],
  settings: {
    "workbench.colorTheme": "Light Modern",
    "editor.minimap.enabled": false,
    "editor.stickyScroll.enabled": false,
    "window.commandCenter": false,
    "window.title": "kmpt",
  },
};
const FILE = "kmpt-2020.strategy.yaml";
const GOAL = "health-inequalities:";

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Take = (name: string, clip?: Clip) => Promise<void>;

const processes = watchProcesses();
try {
  await takePictures();
  process.exit(0);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function takePictures(): Promise<void> {
  const { chromium, extensions, network } = await prepareServer(processes);
  const opened = await openWindow(PLAN, { chromium, extensions, proxy: network.address });
  try {
    await takeAll(opened);
  } catch (error) {
    say(`What was seen: ${await opened.workbench.screenshot("failed-picture")}`);
    throw error;
  }
  await opened.end();
  const browser = await startBrowser(chromium, network.address);
  await takeComment(browser, COMMENT);
  await browser.close();
  await makeSmaller(processes, COMMENT);
}

async function takeAll({ workbench, folder }: OpenedWindow): Promise<void> {
  await workbench.page.setViewportSize(SIZE);
  const text = readFileSync(join(folder, FILE), "utf8");
  const goToGoal = () => workbench.goTo(lineOf(text, GOAL), columnOf(text, GOAL));
  mkdirSync(IMAGES, { recursive: true });
  const take: Take = (name, clip) => takePicture(workbench, name, clip);
  await workbench.openFile(FILE);
  await workbench.page.locator(".codelens-decoration a").first().waitFor();
  await workbench.showViews();
  await takeToFix(workbench, take);
  await goToGoal();
  await takeLinkMeasure(workbench, take);
  await goToGoal();
  await takePanel(workbench, take);
}

async function takeToFix({ page, treeRow }: Workbench, take: Take): Promise<void> {
  const edge = await page.locator(".part.sidebar").boundingBox();
  if (edge === null) throw new Error("The views are not in sight");
  await page.mouse.move(edge.x + edge.width, SIZE.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + VIEWS_WIDTH, SIZE.height / 2, { steps: 5 });
  await page.mouse.up();
  await treeRow("To Fix", "Embed quality improvement").click();
  await fixesOf(page);
  await page.mouse.move(SIZE.width / 2, SIZE.height - 40);
  await take("to-fix", { x: 0, y: 0, width: 1200, height: 900 });
  await page.keyboard.press("Escape");
  // It gives the focus back when it goes.
  await page.locator(".action-widget").first().waitFor({ state: "hidden" });
}

async function takeLinkMeasure({ openFixes, chooseFix, input, page, press }: Workbench, take: Take) {
  await press("Control+B");
  await openFixes();
  await chooseFix("Link a measure...");
  await input.tick("Yearly health checks in severe mental illness");
  // The empty field shows the question.
  await page.getByPlaceholder(/^What measures/).fill("");
  await page.mouse.move(SIZE.width / 2, SIZE.height - 40);
  await take("link-measure", { x: 0, y: 0, width: 1200, height: 760 });
  await input.escape();
}

async function takePanel({ page, runCommand }: Workbench, take: Take): Promise<void> {
  await runCommand("Strategy: Open Panel to the Side");
  const panel = panelOf(page);
  await panel.locator("[aria-current='true']").first().waitFor();
  await take("workbench");
  await panel.getByRole("tab", { name: "Traceability" }).click();
  await page.setViewportSize({ width: 1300, height: 900 });
  await panel.locator(".sk-matrix").waitFor();
  await take("traceability");
}

async function takePicture({ page }: Workbench, name: string, clip?: Clip): Promise<void> {
  const path = join(IMAGES, `${name}.png`);
  const picture = await page.screenshot({ animations: "disabled", ...(clip === undefined ? {} : { clip }) });
  writeFileSync(path, picture);
  await makeSmaller(processes, path);
  const { size } = statSync(path);
  say(`client/images/${name}.png  ${Math.ceil(size / 1000)} KB`);
  if (size > LARGEST) throw new Error(`${path} is larger than ${LARGEST / 1000} KB`);
}

/** Fewer colours, which nobody sees. */
async function makeSmaller({ run }: Processes, path: string): Promise<void> {
  await run("pngquant", ["--force", "--strip", "--quality", "60-95", "--output", path, path]).catch(() => {
    throw new Error(
      "The pictures are made smaller by pngquant, a package of Debian's, which fails or is not there",
    );
  });
}
