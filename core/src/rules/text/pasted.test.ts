import { checkFix } from "../../testing/checkFix.ts";

const FIX = "Replace non-breaking spaces";

function repaired(before: string, after: string): void {
  const head = "#- trust.strategy.yaml\nperiod: 2026/27\n";
  checkFix(`${head}title: ${before}\n`, FIX, `${head}title: ${after}\n`);
}

describe("repairs of text/pasted", () => {
  it("take nothing but the spaces where the text is read as it was", () => {
    repaired("Cut$\u00a0waiting", "Cut waiting");
    repaired('"Aim 1:$\u00a0Care"', '"Aim 1: Care"');
    repaired("Care$\u00a0for\n  all\u00a0of us", "Care for\n  all of us");
  });

  it("put quotes round a text that an ordinary space would break", () => {
    repaired("Aim 1:$\u00a0Care", '"Aim 1: Care"');
    repaired("Care$\u00a0#1", '"Care #1"');
    repaired('Say "no":$\u00a0now', `'Say "no": now'`);
  });
});
