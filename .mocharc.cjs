// Where the tests stand, and that files run beside each other: one per core, where Mocha by itself would leave one idle.

const { availableParallelism } = require("node:os");

module.exports = {
  "node-option": ["import=tsx"],
  spec: [
    "core/src/**/*.test.ts",
    "disk/src/**/*.test.ts",
    "cli/test/**/*.test.ts",
    "server/test/**/*.test.ts",
    "test/**/*.test.ts",
  ],
  reporter: "dot",
  // Tests wait for conditions. This ends what hangs, and leaves a busy machine the time that it needs.
  timeout: 60_000,
  parallel: true,
  jobs: availableParallelism(),
};
