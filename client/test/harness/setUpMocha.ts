// Mocha's build for browsers, because it runs in both extension hosts. It must be there before any test file is loaded.

import "mocha/mocha.js";

mocha.setup({ ui: "bdd", timeout: 60_000, reporter: class {} as never });
