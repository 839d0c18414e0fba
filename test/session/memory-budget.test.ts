import { Button, Host, type HostOptions, type Limits, type Page, Text, TextField } from "runlet";
import { CloseCode } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { type BudgetedSession, MemoryBudget } from "../../src/core/session/memory-budget.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { connectInProcess, type InProcessClient } from "../attacks/in-process-client.ts";
import { seeded } from "../support/random.ts";

const KIB = 1024;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A host whose page has one field, and its log. */
function hostOf(limits: Partial<Limits>, options: HostOptions = {}) {
  const warnings: string[] = [];
  const pages: Page[] = [];
  const main = (page: Page) => {
    pages.push(page);
    page.add(new TextField());
  };
  const log = { info() {}, error() {}, warn: (...what: unknown[]) => void warnings.push(what.join(" ")) };
  const clock = new VirtualClock(0);
  return { host: new Host(main, { log, clock, limits, ...options }), warnings, pages, clock };
}

/** Writes a text of this number of characters, which counts as two bytes each. */
async function type(client: InProcessClient, characters: number): Promise<void> {
  client.commands({ id: 2, write: { value: "x".repeat(characters) } });
  await turn();
  client.send({ type: "ack", seq: client.seq });
  await turn();
}

const codeOf = (client: InProcessClient) => client.end()?.code;

describe("the bytes of a session", () => {
  const bytesOf = (host: Host) => host.sessions.reduce((sum, { bytes }) => sum + bytes, 0);

  test.each<[what: string, act: (page: Page, client: InProcessClient) => unknown, atLeast: number]>([
    ["a long text of the app", (page) => page.add(new Text({ value: "x".repeat(50_000) })), 100_000],
    ["a text that a person types", (_, client) => type(client, 50_000), 100_000],
    ["a text that replaces a shorter one", (_, client) => type(client, 200).then(() => type(client, 50_000)), 100_000],
    ["controls", (page) => page.controls.push(...Array.from({ length: 200 }, () => new Text())), 100_000],
    [
      "an object",
      (page) => page.add(new Text({ fontFamilyFallback: Array.from({ length: 1000 }, () => "x".repeat(40)) })),
      90_000,
    ],
    ["text in a slot", (page) => page.add(new Button({ content: "x".repeat(50_000) })), 100_000],
    [
      "an update that no client has acknowledged",
      async (page) => {
        for (let n = 0; n < 50; n++) {
          page.title = `${n % 10}`.repeat(2000);
          await turn();
        }
      },
      60_000,
    ],
    [
      "refused values that the client shows",
      (_, client) =>
        client.commands(...Array.from({ length: 20 }, (__, n) => ({ id: 2, write: { [`p${n}`]: "x".repeat(5000) } }))),
      100_000,
    ],
    [
      "calls that have no answer",
      (page) => {
        for (let n = 0; n < 200; n++) void (page.controls[0] as TextField).focus().catch(() => {});
      },
      100_000,
    ],
  ])("include %s", async (_, act, atLeast) => {
    const { host, pages } = hostOf({});
    const client = connectInProcess(host);
    await turn();
    client.send({ type: "ack", seq: client.seq });
    const before = bytesOf(host);
    const acting = act(pages[0] as Page, client);
    // What is refused or unacknowledged is in memory until the end of the turn only.
    const during = bytesOf(host);
    await acting;
    await turn();
    expect(Math.max(during, bytesOf(host)) - before).toBeGreaterThanOrEqual(atLeast);
    expect(bytesOf(host) - before).toBeLessThan(atLeast * 3);
  });

  test("are free again when calls are answered", async () => {
    const { host, pages } = hostOf({});
    const client = connectInProcess(host);
    await turn();
    client.send({ type: "ack", seq: client.seq });
    const before = bytesOf(host);
    for (let n = 0; n < 50; n++) void ((pages[0] as Page).controls[0] as TextField).focus();
    await turn();
    expect(bytesOf(host)).toBeGreaterThan(before + 20_000);
    for (let result = 1; result <= 50; result++) client.commands({ id: 2, result });
    await turn();
    client.send({ type: "ack", seq: client.seq });
    expect(bytesOf(host)).toBe(before);
  });

  test("are free again when the text is removed", async () => {
    const { host, pages } = hostOf({});
    const client = connectInProcess(host);
    await type(client, 1);
    const before = bytesOf(host);
    await type(client, 50_000);
    (pages[0] as Page).controls = [];
    await turn();
    client.send({ type: "ack", seq: client.seq });
    expect(bytesOf(host)).toBeLessThan(before);
  });
});

describe("a budget", () => {
  test("of a session ends the session that is over it, and no other", async () => {
    const { host, warnings } = hostOf({ sessionBytes: 100 * KIB });
    const [ann, bob] = [connectInProcess(host), connectInProcess(host)];
    await type(bob, 20_000);
    await type(ann, 60_000);
    expect([codeOf(ann), codeOf(bob)]).toEqual([CloseCode.policy, undefined]);
    expect(warnings.join()).toMatch(/the session ended, because it has 0\.1 MiB, and limits\.sessionBytes is 0\.1 MiB/);
  });

  test("holds for a session without a connection, too", async () => {
    const { host, pages } = hostOf({ sessionBytes: 100 * KIB });
    const ann = connectInProcess(host);
    await turn();
    await ann.cut();
    await turn();
    expect(host.sessions).toHaveLength(1);
    (pages[0] as Page).title = "x".repeat(60_000);
    await turn();
    expect(host.sessions).toHaveLength(0);
  });

  test("of all kept sessions holds while they grow", async () => {
    const { host, pages } = hostOf({ keptBytes: 200 * KIB });
    for (let n = 0; n < 3; n++) {
      await connectInProcess(host).cut();
      await turn();
    }
    const ids = host.sessions.map(({ id }) => id);
    (pages[2] as Page).title = "x".repeat(80_000);
    await turn();
    expect(host.sessions.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test.each<[string, Partial<Limits>, { user?: string; address?: string }, { user?: string; address?: string }]>([
    ["a user", { userBytes: 200 * KIB }, { user: "ann" }, { user: "bob" }],
    ["an address", { addressBytes: 200 * KIB }, { address: "192.0.2.1" }, { address: "192.0.2.2" }],
    [
      "an address, of all its users",
      { addressBytes: 200 * KIB },
      { user: "ann", address: "::1" },
      { user: "ann", address: "::2" },
    ],
  ])(
    "of %s ends the oldest session without a connection first, then the largest one",
    async (_, limits, its, other) => {
      const { host } = hostOf(limits);
      const [away, stranger] = [connectInProcess(host, {}, other), connectInProcess(host, {}, other)];
      const [left, large, small] = [0, 0, 0].map(() => connectInProcess(host, {}, its));
      await type(stranger, 60_000);
      await type(left as InProcessClient, 20_000);
      await (left as InProcessClient).cut();
      await turn();
      await type(large as InProcessClient, 50_000);
      await away.cut();
      await turn();
      expect(host.sessions).toHaveLength(5);
      await type(small as InProcessClient, 15_000);
      const ids = host.sessions.map(({ id }) => id);
      expect(ids).not.toContain((left as InProcessClient).welcome.session);
      expect(ids).toHaveLength(4);
      await type(small as InProcessClient, 36_000);
      expect([stranger, large, small].map((client) => codeOf(client as InProcessClient))).toEqual([
        undefined,
        CloseCode.policy,
        undefined,
      ]);
    },
  );

  test("of an address refuses a new session, and a kept one makes space", async () => {
    const { host } = hostOf({ addressBytes: 130 * KIB });
    const about = { address: "192.0.2.1" };
    const first = connectInProcess(host, {}, about);
    await type(first, 35_000);
    const second = connectInProcess(host, {}, about);
    await turn();
    expect(codeOf(connectInProcess(host, {}, about))).toBe(CloseCode.overloaded);
    expect(codeOf(connectInProcess(host, {}, { address: "192.0.2.2" }))).toBeUndefined();
    await second.cut();
    await turn();
    expect(codeOf(connectInProcess(host, {}, about))).toBeUndefined();
    expect(codeOf(first)).toBeUndefined();
  });

  test("of the process ends kept sessions first, the oldest first and known users last, then refuses new ones", async () => {
    const { host } = hostOf({
      totalBytes: 400 * KIB,
      addressBytes: 1e9,
      userBytes: 1e9,
      sessionBytes: 1e9,
      keptBytes: 1e9,
    });
    const kept: string[] = [];
    for (const user of ["ann", undefined, undefined]) {
      const client = connectInProcess(host, {}, { ...(user !== undefined && { user }), address: `${kept.length}` });
      await type(client, 25_000);
      kept.push(client.welcome.session);
      await client.cut();
      await turn();
    }
    const stay = connectInProcess(host, {}, { address: "a" });
    await type(stay, 5000);
    const isKept = () => kept.map((id) => host.sessions.some((session) => session.id === id));
    expect(isKept()).toEqual([true, true, true]);
    await type(stay, 38_000);
    expect(isKept()).toEqual([true, false, true]);
    const clients = Array.from({ length: 30 }, (_, n) => connectInProcess(host, {}, { address: `new ${n}` }));
    expect(isKept()).toEqual([false, false, false]);
    const codes = clients.map(codeOf);
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBe(CloseCode.overloaded);
    expect(codeOf(stay)).toBeUndefined();
  });

  test("of the process is paid by the client with the most bytes, so that others stay and newcomers are served", async () => {
    const { host } = hostOf({ totalBytes: 2000 * KIB, addressBytes: 1e9, sessionBytes: 1e9 });
    const people = Array.from({ length: 10 }, (_, n) => connectInProcess(host, {}, { address: `person ${n}` }));
    for (const person of people) await type(person, 10_000);
    const flood = Array.from({ length: 30 }, (_, n) => connectInProcess(host, {}, { address: `flood ${n % 3}` }));
    for (const client of flood) if (codeOf(client) === undefined) await type(client, 60_000);
    expect(people.map(codeOf)).toEqual(people.map(() => undefined));
    expect(flood.some((client) => codeOf(client) === CloseCode.policy)).toBe(true);
    expect(codeOf(connectInProcess(host, {}, { address: "late" }))).toBeUndefined();
  });

  test("above three quarters, a growing client with more than a quarter pays before kept sessions of others", async () => {
    const { host } = hostOf({ totalBytes: 1000 * KIB, addressBytes: 1e9, userBytes: 1e9, sessionBytes: 1e9 });
    const kept: string[] = [];
    for (let n = 0; n < 8; n++) {
      const client = connectInProcess(host, {}, { address: `person ${n}` });
      await type(client, 20_000);
      kept.push(client.welcome.session);
      await client.cut();
      await turn();
    }
    const flood = [0, 1, 2, 3].map(() => connectInProcess(host, {}, { address: "flood" }));
    for (const client of flood) await type(client, 50_000);
    expect(host.sessions.filter(({ id }) => kept.includes(id))).toHaveLength(8);
    expect(flood.some((client) => codeOf(client) === CloseCode.policy)).toBe(true);
  });

  test("of kept sessions is paid by the client with the most, so that no other client loses a session", async () => {
    const { host } = hostOf({ keptSessions: 6 });
    const leave = async (about: object) => {
      const client = connectInProcess(host, {}, about);
      await client.cut();
      await turn();
      return client.welcome.session;
    };
    const people = [
      await leave({ address: "192.0.2.1" }),
      await leave({ address: "192.0.2.2" }),
      await leave({ user: "ann" }),
    ];
    for (let n = 0; n < 30; n++) await leave({ address: "192.0.2.66" });
    const ids = host.sessions.map(({ id }) => id);
    expect(ids.filter((id) => people.includes(id))).toEqual(people);
    expect(ids).toHaveLength(6);
  });

  test("counts what a client has acknowledged no longer, even if nothing else changes", async () => {
    const { host, pages } = hostOf({ addressBytes: 210 * KIB });
    const ann = connectInProcess(host, {}, { address: "192.0.2.1" });
    await turn();
    for (let n = 0; n < 3; n++) {
      (pages[0] as Page).title = `${n}`.repeat(25_000);
      await turn();
    }
    const enters = () => codeOf(connectInProcess(host, {}, { address: "192.0.2.1" }));
    for (let n = 0; n < 2; n++) enters();
    await turn();
    const before = enters();
    ann.send({ type: "ack", seq: ann.seq });
    expect([before, enters()]).toEqual([CloseCode.overloaded, undefined]);
  });

  test("with a full heap, a client that may start no session ends none of others, and each second an eighth ends", async () => {
    let isFull = false;
    const { host, clock } = hostOf({ sessionsPerMinute: 10 }, { isFull: () => isFull });
    for (let n = 0; n < 16; n++) await connectInProcess(host, {}, { address: `${n}` }).cut();
    await turn();
    isFull = true;
    for (let n = 0; n < 30; n++) connectInProcess(host, {}, { address: "192.0.2.66" });
    expect(host.sessions).toHaveLength(15);
    clock.runUntil(clock.now() + 1000);
    expect(codeOf(connectInProcess(host, {}, { address: "192.0.2.1" }))).toBeUndefined();
    expect(host.sessions).toHaveLength(14);
  });

  test("with a full heap, an eighth of the kept sessions make space for a new one, and without any it is refused", async () => {
    let isFull = false;
    const { host, clock } = hostOf({}, { isFull: () => isFull });
    for (let n = 0; n < 9; n++) await connectInProcess(host).cut();
    await turn();
    isFull = true;
    expect(codeOf(connectInProcess(host))).toBeUndefined();
    expect(host.sessions).toHaveLength(8);
    for (let n = 0; n < 20; n++) {
      clock.runUntil(clock.now() + 1000);
      connectInProcess(host);
    }
    expect(codeOf(connectInProcess(host))).toBe(CloseCode.overloaded);
  });

  test("follows a session to another address", async () => {
    const { host } = hostOf({ addressBytes: 110 * KIB });
    const ann = connectInProcess(host, {}, { address: "192.0.2.1" });
    await type(ann, 40_000);
    const { session, secret } = ann.welcome;
    await ann.cut();
    await turn();
    const resume = { session, secret, seq: 0, cmd: 0 };
    expect(connectInProcess(host, { resume }, { address: "192.0.2.2" }).welcome.resumed).toBe(true);
    expect(codeOf(connectInProcess(host, {}, { address: "192.0.2.1" }))).toBeUndefined();
    expect(codeOf(connectInProcess(host, {}, { address: "192.0.2.1" }))).toBeUndefined();
    expect(codeOf(connectInProcess(host, {}, { address: "192.0.2.2" }))).toBe(CloseCode.overloaded);
  });

  test("is kept by any sequence of sessions that come, grow, shrink and go", () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed);
      const over: string[] = [];
      const limits = { sessionBytes: 300 * KIB, userBytes: 700 * KIB, addressBytes: 900 * KIB, totalBytes: 2000 * KIB };
      const alive = new Map<BudgetedSession & { bytes: number }, { userKey?: string; address: string }>();
      const kept = new Set<BudgetedSession>();
      const close = (session: BudgetedSession) => {
        alive.delete(session as never);
        kept.delete(session);
        budget.delete(session);
      };
      const budget: MemoryBudget = new MemoryBudget({
        limits,
        disconnected: {
          endOne(among) {
            const found = [...kept].find(among);
            if (found !== undefined) close(found);
            return found !== undefined;
          },
        },
        end: (session) => close(session),
      });
      for (let step = 0; step < 200; step++) {
        const sessions = [...alive.keys()];
        const session = sessions[Math.floor(random() * sessions.length)];
        const choice = random();
        if (choice < 0.3 || session === undefined) {
          const owner = { ...(random() < 0.5 && { userKey: `u${step % 3}` }), address: `a${step % 5}` };
          if (!budget.hasSpaceFor(owner)) continue;
          const made = { id: `${step}`, user: owner.userKey, bytes: 20 * KIB, close: () => close(made) };
          alive.set(made, owner);
          budget.add(made, owner);
        } else if (choice < 0.8) {
          session.bytes = Math.floor(random() * 320 * KIB);
          budget.resized(session);
        } else if (choice < 0.9) kept.add(session);
        else close(session);
        const all = [...alive];
        const sums = new Map<string, number>();
        const add = (key: string, bytes: number) => sums.set(key, (sums.get(key) ?? 0) + bytes);
        for (const [{ bytes }, { userKey, address }] of all) {
          add("totalBytes", bytes);
          add(`addressBytes ${address}`, bytes);
          if (userKey !== undefined) add(`userBytes ${userKey}`, bytes);
          if (bytes > limits.sessionBytes) over.push(`seed ${seed}: a session has ${bytes}`);
        }
        if (budget.bytes !== (sums.get("totalBytes") ?? 0)) over.push(`seed ${seed}: ${budget.bytes} are counted`);
        for (const [key, bytes] of sums) {
          if (bytes > limits[key.split(" ")[0] as keyof typeof limits]) over.push(`seed ${seed}: ${key} is ${bytes}`);
        }
      }
      expect(over).toEqual([]);
    }
  });
});
