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
  timeout: 20_000,
  parallel: true,
  jobs: availableParallelism(),
};
