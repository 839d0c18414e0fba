import inspector from "node:inspector";
import { expect } from "vitest";
import { makeSecret } from "../../src/core/link/secret.ts";
import { expectNoInternals } from "./check.ts";
import type { BuiltRow } from "./row.ts";

/** Unusual request paths that a server may handle incorrectly. */
const ODD = [
  "/%",
  "/%ff",
  "/%00",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/../../package.json",
  "/runlet/..%5c..%5cpackage.json",
  "/runlet/%ZZ",
  "/runlet/boot.js.map/../../x",
  "//evil.example/x",
  "/runlet//etc/passwd",
  "http://evil.example/",
  "/?a[__proto__]=1",
  "/debug",
  "/metrics",
  "/json/version",
  "/__inspect",
  "/.env",
  "/.git/config",
  "/package.json",
  "/node_modules/ws/package.json",
];

export const disclosure: readonly BuiltRow[] = [
  {
    id: "L01",
    what: "app errors and unusual requests disclose no stack trace, path or package in any frame or page in production",
    async run(attacked) {
      const ann = await attacked.join();
      ann.screen.button.onClick = () => {
        throw new Error(`SELECT * FROM users failed in ${process.cwd()}/node_modules/x.js:1`);
      };
      ann.screen.box.onChange = () => Promise.reject(new TypeError(import.meta.url));
      await ann.answer(
        ann.commands(
          { id: ann.screen.button.id, event: "click" },
          { id: ann.screen.box.id, event: "change", data: true },
        ),
      );
      expect(ann.notices.map(({ error }) => Object.keys(error))).toEqual([["id"], ["id"]]);
      expect(JSON.stringify(ann.client.messages)).not.toMatch(/SELECT|users|TypeError/);
      for (const path of ODD) {
        for (const [method, accept] of [
          ["GET", "text/html"],
          ["GET", "image/png"],
          ["POST", "*/*"],
          ["PUT", "text/html"],
          ["TRACE", "*/*"],
        ]) {
          const { status, text, headers } = await attacked.http(
            `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: ${accept}\r\nX-Mine: mine\r\nContent-Length: 0\r\n\r\n`,
          );
          expect([method, path, status]).toEqual([method, path, expect.toBeOneOf([200, 400, 404, 405])]);
          expectNoInternals(text + JSON.stringify(headers));
          expect(text).not.toMatch(/X-Mine|root:|"dependencies"|\[core\]/);
          expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["x-powered-by", "server"]));
        }
      }
    },
  },
  {
    id: "L02",
    what: "there is no inspector, debug route or source map, and a path that is not a client file returns the page",
    async run(attacked) {
      expect(inspector.url()).toBeUndefined();
      const page = await (await fetch(attacked.running.url)).text();
      for (const path of ["debug", "json", "metrics", "__inspect", "status", "health", "runlet"]) {
        expect(await (await fetch(attacked.running.url + path)).text()).toBe(page);
      }
      for (const path of ["runlet/boot.ts", "runlet/manifest.json", "runlet/index.html"]) {
        expect((await fetch(attacked.running.url + path)).status).toBe(404);
      }
      const [, script = ""] = /src="\/(runlet\/[^"]+)"/.exec(page) ?? [];
      expect((await fetch(`${attacked.running.url}${script}.map`)).status).toBe(404);
    },
  },
  {
    id: "L03",
    what: "valid, wrong, used and malformed secrets, the client token and cookies are never logged",
    options: { clientToken: "token-of-the-operator", authenticate: ({ headers }) => headers.get("x-user") ?? "nobody" },
    async run(attacked) {
      const headers = { Authorization: "Bearer token-of-the-operator", Cookie: "sid=cookie-of-ann", "X-User": "ann" };
      const ann = await attacked.join({ headers, origin: null });
      const { resume } = ann;
      ann.client.destroy();
      const wrong = makeSecret();
      for (const secret of [wrong, `${wrong}${"w".repeat(100)}`, [wrong], { wrong }, 7, "", resume.secret]) {
        const client = await attacked.connect({ headers: { "X-User": "bob", Cookie: "sid=cookie-of-ann" } });
        await client.sendText(JSON.stringify({ type: "hello", protocol: 2, resume: { ...resume, secret }, secret }));
        await client.closed(50);
        client.destroy();
      }
      for (const Authorization of ["Bearer token-of-the-operato", "Bearer token-of-the-operator2"]) {
        (await attacked.connect({ origin: null, headers: { Authorization } })).destroy();
      }
      const log = attacked.lines.join("\n");
      expect(log).toContain("offered a wrong or used secret");
      for (const secret of [resume.secret, wrong, "token-of-the", "cookie-of", "Bearer t"])
        expect(log).not.toContain(secret);
    },
  },
];
