import { expect, test } from "vitest";
import { resolveOptions } from "../../src/server/options.ts";

test("resolveOptions() returns the defaults for a machine without a display, and for one with a display", () => {
  expect(resolveOptions({}, {})).toMatchObject({
    host: "127.0.0.1",
    port: 8000,
    webAppPath: "/",
    webSocketEndpoint: "/ws",
    development: false,
  });
  expect(resolveOptions({}, { DISPLAY: ":0" }).port).toBe(0);
  expect(resolveOptions({ forceWebServer: true }, { DISPLAY: ":0" })).toMatchObject({ host: "0.0.0.0", port: 8000 });
});

test("resolveOptions() prefers an environment variable to its option", () => {
  const environment = {
    RUNLET_SERVER_PORT: "9000",
    RUNLET_WEB_APP_PATH: "/apps/one",
    RUNLET_ALLOWED_ORIGINS: "https://a.example, https://b.example:8443",
  };
  expect(resolveOptions({ port: 1, webAppPath: "/two" }, environment)).toMatchObject({
    port: 9000,
    webAppPath: "/apps/one/",
    allowedOrigins: ["https://a.example", "https://b.example:8443"],
  });
});

test("resolveOptions() reports all invalid values in one error", () => {
  const environment = {
    RUNLET_SERVER_PORT: "eighty",
    RUNLET_DEVELOPMENT: "perhaps",
    RUNLET_ALLOWED_ORIGINS: "a.example",
  };
  expect(() => resolveOptions({ webAppPath: "apps", prot: 1 } as never, environment)).toThrow(
    [
      "5 options are wrong:",
      '- RUNLET_SERVER_PORT must be a whole number, not "eighty".',
      '- webAppPath must be a path such as "/apps/one", not "apps".',
      '- RUNLET_ALLOWED_ORIGINS[0] must be an origin such as "https://app.example.com" or "https://*.example.com", not "a.example".',
      '- RUNLET_DEVELOPMENT must be true or false, not "perhaps".',
      "- prot is not an option (port, host, forceWebServer, webAppPath, webSocketEndpoint, allowedOrigins, allowedHosts, sessionTimeout, shutdownTimeout, trustProxy, clientToken, maxBlock, development, name, log, authenticate, userKey, limits, clientModules).",
    ].join("\n"),
  );
});
