import { expect, test } from "vitest";
import { ConnectionPolicy, clientAddressOf } from "../../src/server/connection-policy.ts";
import { resolveOptions } from "../../src/server/options.ts";

const allowedOrigins = ["https://friend.example:8443", "https://*.friends.example", "http://*.dev.example:3000"];
const options = resolveOptions({ allowedOrigins, clientToken: "a-long-secret-token", trustProxy: true }, {});
const policy = new ConnectionPolicy(options);

/** Returns whether an upgrade request with these headers is let in. The app is at https://app.example. */
function isAllowed(headers: { readonly [name: string]: string | readonly string[] }): boolean {
  const all = { host: "app.example", "x-forwarded-proto": "https", "sec-websocket-version": "13", ...headers };
  const pairs = Object.entries(all).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value as string]),
  );
  const request = {
    headers: Object.fromEntries([...pairs].reverse()),
    headersDistinct: { host: [all.host] },
    rawHeaders: pairs.flat(),
    socket: {},
  } as never;
  return policy.check(request, clientAddressOf(request, true)) === undefined;
}

test.each([
  "https://app.example",
  "https://APP.example",
  "https://app.example:443",
  "https://friend.example:8443",
  "https://a.friends.example",
  "https://A.FRIENDS.EXAMPLE",
  "https://a.friends.example:443",
  "http://a.dev.example:3000",
])("a page of %s may connect", (origin) => {
  expect(isAllowed({ origin })).toBe(true);
});

test.each([
  "http://app.example",
  "https://app.example:8443",
  "https://app.example.evil.example",
  "https://evil.example/https://app.example",
  "https://app.example@evil.example",
  "https://evil-app.example",
  "https://friend.example",
  "http://friend.example:8443",
  "https://a.friend.example:8443",
  "https://friends.example",
  "https://.friends.example",
  "http://a.friends.example",
  "https://a.friends.example:8443",
  "https://a.b.friends.example",
  "https://evilfriends.example",
  "https://a.evilfriends.example",
  "https://a.friends.example.evil.example",
  "http://a.dev.example",
  "https://a.dev.example:3000",
  "null",
  "",
  "app.example",
  "file://",
  "https://",
])("a page of %j may not connect", (origin) => {
  expect(isAllowed({ origin })).toBe(false);
});

test("a request with several origins may not connect", () => {
  expect(isAllowed({ origin: ["https://app.example", "https://evil.example"] })).toBe(false);
  expect(isAllowed({ origin: ["https://evil.example", "https://app.example"] })).toBe(false);
  expect(isAllowed({ origin: ["https://app.example", "https://app.example"] })).toBe(false);
});

test("a client that sends no origin needs the token", () => {
  expect(isAllowed({ authorization: "Bearer a-long-secret-token" })).toBe(true);
  for (const authorization of ["", "Bearer ", "Bearer a-long-secret-toke", "a-long-secret-token", "Basic a"])
    expect([authorization, isAllowed({ authorization })]).toEqual([authorization, false]);
  expect(isAllowed({ authorization: "Bearer a-long-secret-token", origin: "https://evil.example" })).toBe(false);
});
