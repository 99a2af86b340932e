import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";
import { companyOf } from "./alike.ts";
import { itemsOf } from "./model.ts";

type Title = readonly [title: string, unit: string, role?: string];

/** Whether two measures of a library are taken for one by their titles. */
function areAlike(a: Title, b: Title): boolean {
  const line = ([title, unit, role = "kpi"]: Title, id: string) =>
    `  ${id}: {title: ${JSON.stringify(title)}, unit: ${JSON.stringify(unit)}, role: ${role}}\n`;
  const { model } = analyseFixture(`#- a.measures.yaml\nmeasures:\n${line(a, "a")}${line(b, "b")}`);
  const [first] = itemsOf(model, "measure");
  assert.ok(first);
  return companyOf(model.alike, first).length === 2;
}

describe("measures whose titles say the same", () => {
  for (const [a, b] of [
    [
      ["Sickness absence", "percent"],
      ["Sickness absence (days)", "days"],
    ],
    [
      ["Sickness absence", "days"],
      ["Sickness rate", "percent"],
    ],
    [
      ["Delayed transfers of care", "percent"],
      ["Delayed transfer of care", "percent"],
    ],
    [
      ["Number of complaints", "complaints"],
      ["Complaints", "complaints"],
    ],
    [
      ["Falls (per 1,000 bed days)", "per 1,000 bed days"],
      ["Falls", "falls"],
    ],
    [
      ["Wait in weeks", "weeks"],
      ["Average wait in days", "days"],
    ],
    [
      ["Staff turnover", "percent"],
      ["Turnover of staff", "percent"],
    ],
  ] satisfies readonly (readonly [Title, Title])[]) {
    it(`takes "${a[0]}" and "${b[0]}" for one`, () => assert.ok(areAlike(a, b)));
  }

  for (const [a, b] of [
    [
      ["Children seen", "children"],
      ["Adults seen", "adults"],
    ],
    [
      ["Seen within 4 hours", "percent"],
      ["Seen within 4 weeks", "percent"],
    ],
    [
      ["Complaints", "complaints"],
      ["Complaints answered in time", "percent"],
    ],
    [
      ["Waiting time (adults)", "weeks"],
      ["Waiting time (children)", "weeks"],
    ],
    [
      ["Staff survey", "points", "instrument"],
      ["Staff survey score", "points"],
    ],
    [
      ["Days", "days"],
      ["Weeks", "weeks"],
    ],
  ] satisfies readonly (readonly [Title, Title])[]) {
    it(`tells "${a[0]}" from "${b[0]}"`, () => assert.ok(!areAlike(a, b)));
  }
});
