// Has the page run extensions in its web worker, as vscode.dev does: they come by their address, not from the server.

import type { Page } from "playwright-core";

/** `address` serves an extension under each of the names; `driver` is the one that carries the tests. */
export async function offerByAddress(page: Page, address: string, names: readonly string[]): Promise<void> {
  const { host } = new URL(address);
  const at = (path: string) => ({ scheme: "http", authority: host, path });
  await page.route(
    (url) => url.hostname === "127.0.0.1" && url.pathname === "/",
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
        (_, before, settings) => {
          const options = JSON.parse(settings.replaceAll("&quot;", '"'));
          options.developmentOptions = {
            ...options.developmentOptions,
            extensions: names.map((name) => at(`/${name}`)),
            extensionTestsPath: at("/driver/suite"),
          };
          return before + JSON.stringify(options).replaceAll('"', "&quot;");
        },
      );
      const headers = response.headers();
      const policy =
        headers["content-security-policy"]?.replace("connect-src ", `connect-src ${address} `) ?? "";
      await route.fulfill({ response, body, headers: { ...headers, "content-security-policy": policy } });
    },
  );
}
