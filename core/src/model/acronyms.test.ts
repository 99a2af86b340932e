import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";
import { saysTheSame } from "./acronyms.ts";

function acronymsOf(description: string): Record<string, readonly string[]> {
  const text = `#- t.strategy.yaml\ntitle: Ours\nperiod: 2026/27\ndescription: "${description}"\nobjectives: {a: A}\n`;
  const [strategy] = analyseFixture(text).model.items;
  return Object.fromEntries((strategy?.acronyms ?? []).map((acronym) => [acronym.text, acronym.meanings]));
}

describe("short forms", () => {
  it("are words in capitals, one or several of them", () => {
    assert.deepEqual(Object.keys(acronymsOf("Our CMHTs, the ICB's aims, A&E, and PICU.")), [
      "CMHT",
      "ICB",
      "A&E",
      "PICU",
    ]);
  });

  it("are no numerals, quarters, years, parts of words or loud texts", () => {
    for (const text of [
      "Phase II of Q1 in FY2018",
      "HTML5, COVID-19, U.S., KPI-led",
      "OUR PEOPLE FIRST",
      "I am A",
    ])
      assert.deepEqual(acronymsOf(text), {}, text);
  });

  it("come with the words that explain them, before the brackets or in them", () => {
    assert.deepEqual(acronymsOf("The urgent and emergency care (UEC) and QI (quality improvement) teams"), {
      UEC: ["urgent and emergency care"],
      QI: ["quality improvement"],
    });
    assert.deepEqual(acronymsOf("Something else entirely (UEC)"), { UEC: [] });
    assert.deepEqual(acronymsOf("Urgent emergency care (UEC), that is unscheduled elective care (UEC)"), {
      UEC: ["Urgent emergency care", "unscheduled elective care"],
    });
  });

  it("mean the same where only one says more", () => {
    assert.ok(saysTheSame("clinical commissioning groups", "Clinical commissioning group, which buys care"));
    assert.ok(!saysTheSame("urgent and emergency care", "unscheduled and emergency care"));
  });
});
