import { createServer } from "node:net";
import { type AppOptions, serve } from "runlet/server";
import { expect, vi } from "vitest";
import type { AttackedPage } from "./attacked-page.ts";
import { pause, until } from "./check.ts";
import { runScript } from "./child-process.ts";
import type { BuiltRow } from "./row.ts";

const HOUR = 3_600_000;

/** Invalid options, and their errors. */
const WRONG: readonly [AppOptions, string][] = [
  [{ port: 70_000 }, "port must be at most 65535, not 70000"],
  [{ allowedOrigins: ["app.example.com"] }, 'allowedOrigins[0] must be an origin such as "https://app.example.com"'],
  [{ webAppPath: "apps" }, 'webAppPath must be a path such as "/apps/one", not "apps"'],
  [{ limits: { messageByte: 1 } } as never, "limits.messageByte is not a limit"],
  [{ limits: { handlers: 0 } }, "limits.handlers must be a number above 0, not 0"],
  [{ authenticate: true } as never, "authenticate must be a function, not true"],
  [{ userKey: "id" } as never, 'userKey must be a function, not "id"'],
  [{ clientTokn: "x" } as never, "clientTokn is not an option"],
];

export const servers: readonly BuiltRow[] = [
  {
    id: "F27",
    what: "a port in use and invalid options reject with an error that names them, the exit code is not 0, and nothing listens",
    async run() {
      const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
      const attempt = async (options: AppOptions): Promise<string> =>
        serve(() => {}, { log, ...options }).then(String, String);
      for (const [options, text] of WRONG) expect(await attempt(options)).toContain(text);
      const taken = createServer().listen(0, "127.0.0.1");
      await new Promise((resolve) => taken.once("listening", resolve));
      const { port } = taken.address() as { port: number };
      const problem = `Port ${port} on 127.0.0.1 is in use. Stop the program that uses it, or choose another port by the option \`port\`, \`--port\` or RUNLET_SERVER_PORT.`;
      expect(await attempt({ port })).toBe(`RunletError: ${problem}`);
      expect(log.info).not.toHaveBeenCalled();
      const script = `const { run } = await import("runlet"); await run(() => {}, { port: ${port} });`;
      const { code, stdout, stderr } = await runScript(script);
      taken.close();
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(problem);
    },
  },
  {
    id: "F28",
    what: "when the system clock jumps an hour forward or back, sessions still end on time, and rate limits and updates work",
    options: { sessionTimeout: 1 },
    async run(attacked) {
      const [ann, bob] = [await attacked.join(), await attacked.join()];
      const { session } = ann.welcome;
      ann.client.destroy();
      const left = performance.now();
      // A timer of the same process. It is as late as the session's timer if the machine is busy.
      let isLate = false;
      const late = setTimeout(() => {
        isLate = true;
      }, 2500);
      attacked.own(() => clearTimeout(late));
      let wasLate: boolean | undefined;
      const [shown] = [...attacked.screens].filter(([id]) => id === session).map(([, screen]) => screen);
      (shown as AttackedPage).page.onClose = () => {
        wasLate = isLate;
      };
      await until(() => !attacked.running.app.sessions.find(({ id }) => id === session)?.isConnected);
      const now = Date.now;
      let step = 0;
      const stepped = vi.spyOn(Date, "now").mockImplementation(() => now() + step);
      attacked.own(() => stepped.mockRestore());
      for (step of [HOUR, -HOUR]) {
        await pause(250);
        for (let at = 0; at < 5; at++) await bob.expectServed();
        expect(attacked.sessions).toContain(session);
      }
      await until(() => !attacked.sessions.includes(session));
      expect(performance.now() - left).toBeGreaterThan(950);
      expect(wasLate).toBe(false);
    },
  },
];
