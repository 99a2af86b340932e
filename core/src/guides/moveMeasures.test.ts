import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { moveMeasures } from "./moveMeasures.ts";

const file = (measures: string) => `#- plans/trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access
    measures:${measures}
    lead: Board
`;
const IN_PLACE = `
      # Counted weekly.
      waits: # in weeks
        title: Waits`;

describe("Move Measures to a Library File", () => {
  it("moves them with their comments, and leaves their ids", () => {
    checkGuide(
      moveMeasures,
      file(IN_PLACE),
      { answers: ["waiting"] },
      `${file(" [waits]")}#- plans/waiting.measures.yaml
measures:
  # Counted weekly.
  waits: # in weeks
    title: Waits
`
        .split(/^(?=#- )/m)
        .sort()
        .join(""),
    );
  });

  it("proposes an id that is free, and refuses one that is not", () => {
    const workspace = `${file(IN_PLACE)}#- plans/access.measures.yaml\nmeasures: {}\n`;
    assert.match(asked(moveMeasures, workspace), /^1\/1 id: .*\n.*\n {2}= access-2$/);
    assert.match(
      asked(moveMeasures, workspace, { answers: ["access"] }),
      /refused: The file plans\/access.measures.yaml exists already: choose another id$/,
    );
  });

  it("has nothing to do where none are defined in place", () => {
    assert.equal(
      asked(moveMeasures, file(" [waits]")),
      "refused: No measures are defined in place: there is nothing to move",
    );
  });
});
