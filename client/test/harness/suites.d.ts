// The runner's bundler puts all test files here.
declare module "suites";
declare module "mocha/mocha.js";
