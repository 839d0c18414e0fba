import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Text } from "runlet";
import { createApp } from "runlet/server";
import type { Welcome } from "runlet/transport";
import { expect } from "vitest";
import { RawClient } from "../support/raw-client.ts";
import { AttackedServer } from "./attacked-server.ts";
import type { BuiltRow } from "./row.ts";

/** Names of users that authenticate() no longer accepts. */
const disabled = new Set<string>();
const authenticate = ({ headers }: Request): unknown => {
  const name = headers.get("x-user") ?? "";
  return !disabled.has(name) && { name };
};
const as = (name: string) => ({ headers: { "X-User": name } });

export const resumes: readonly BuiltRow[] = [
  {
    id: "B04",
    what: "a user with another user's secret gets a session of its own, which is logged, and users that cannot be compared are refused with 4401",
    options: { authenticate },
    async run(attacked) {
      const ann = await attacked.join(as("ann"));
      await ann.expectServed();
      const { resume } = ann;
      for (const isAway of [false, true]) {
        if (isAway) ann.client.destroy();
        const thief = await attacked.join({ ...as("bob"), hello: { resume: { ...resume, seq: 0 } } });
        expect([thief.welcome.resumed, thief.welcome.session === resume.session]).toEqual([false, false]);
        expect(JSON.stringify(thief.client.messages)).not.toContain(resume.session);
        await thief.expectServed();
        expect(ann.screen.text.value).toBe("1");
      }
      const line = `${resume.session}: a client of another user offered the secret of this session`;
      expect(attacked.lines.filter((each) => each.includes(line))).toHaveLength(2);
      expect((await attacked.join({ ...as("ann"), hello: { resume } })).welcome.resumed).toBe(true);
      for (const user of [
        new Map([["id", 1]]),
        () => 1,
        { id: 10n },
        Symbol("ann"),
        new (class {
          #id = 1;
          id() {
            return this.#id;
          }
        })(),
      ]) {
        const vague = await AttackedServer.start({
          authenticate: ({ headers }) => (headers.get("x-user") === "bystander" ? "b" : user),
        });
        attacked.own(() => vague.close());
        const client = await vague.connect();
        expect((await client.closed()).code).toBe(4401);
        expect(vague.lines.join("\n")).toContain("ambiguous-user");
        expect(vague.lines.join("\n")).toContain("set the option userKey");
        await vague.check();
      }
    },
  },
  {
    id: "B10",
    what: "a user who loses access while connected is closed with 4401 at the next check",
    options: { authenticate, limits: { identityInterval: 100 } },
    async run(attacked) {
      const [ann, bob] = [await attacked.join(as("ann")), await attacked.join(as("bob"))];
      disabled.add("ann");
      attacked.own(() => disabled.clear());
      expect(await ann.code()).toBe(4401);
      await bob.expectServed();
      const again = await attacked.connect(as("ann"));
      expect((await again.closed()).code).toBe(4401);
    },
  },
  {
    id: "B11",
    what: "a user who loses access while disconnected is refused with 4401 at the resume, and the session stays unchanged",
    options: { authenticate },
    async run(attacked) {
      const ann = await attacked.join(as("ann"));
      await ann.expectServed();
      ann.client.destroy();
      disabled.add("ann");
      attacked.own(() => disabled.clear());
      const back = await attacked.connect(as("ann"));
      await back.sendText(JSON.stringify({ type: "hello", protocol: 2, resume: ann.resume }));
      expect([(await back.closed()).code, back.messages, attacked.sessions]).toEqual([4401, [], [ann.welcome.session]]);
      disabled.clear();
      expect((await attacked.join({ ...as("ann"), hello: { resume: ann.resume } })).screen.text.value).toBe("1");
    },
  },
  {
    id: "B14",
    what: "the secret of one app gets a new session from another app on the same server",
    async run(attacked) {
      const log = { info() {}, warn() {}, error() {} };
      const apps = ["/one", "/two"].map((webAppPath) =>
        createApp((page) => page.add(new Text({ value: webAppPath })), { webAppPath, log }),
      );
      const server = createServer().listen(0, "127.0.0.1");
      server.on("upgrade", (request, socket, head) =>
        apps[request.url?.startsWith("/one") === true ? 0 : 1]?.handleUpgrade(request, socket, head),
      );
      await new Promise((resolve) => server.once("listening", resolve));
      attacked.own(async () => {
        for (const app of apps) await app.close();
        server.close();
      });
      const { port } = server.address() as AddressInfo;
      const hello = async (path: string, resume?: object): Promise<Welcome> => {
        const client = await RawClient.connect({ port, path });
        attacked.own(() => client.destroy());
        await client.sendText(JSON.stringify({ type: "hello", protocol: 2, resume }));
        return client.nextMessage("welcome");
      };
      const { session, secret } = await hello("/one/ws");
      const resume = { session, secret, seq: 0, cmd: 0 };
      expect((await hello("/two/ws", resume)).session).not.toBe(session);
      expect(apps.map((app) => app.sessions.length)).toEqual([1, 1]);
    },
  },
  {
    id: "B15",
    what: "of a hundred simultaneous resumes with one secret, one continues the session and the others get new sessions",
    async run(attacked) {
      const ann = await attacked.join();
      await ann.expectServed();
      ann.client.destroy();
      const clients = await Promise.all(Array.from({ length: 100 }, () => attacked.connect()));
      const text = JSON.stringify({ type: "hello", protocol: 2, resume: ann.resume });
      for (const client of clients) void client.sendText(text);
      const welcomes = await Promise.all(
        clients.map((client) => client.nextMessage<Welcome & { type: string }>("welcome")),
      );
      expect(welcomes.filter(({ session }) => session === ann.welcome.session)).toHaveLength(1);
      expect(welcomes.filter(({ resumed }) => resumed)).toHaveLength(1);
      expect(new Set(welcomes.map(({ session }) => session)).size).toBe(100);
    },
  },
];
