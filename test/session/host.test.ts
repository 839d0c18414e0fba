import { Button, Host, type HostOptions, type Page, Text } from "runlet";
import { memoryTransport, type ServerMessage, type Welcome } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { PROTOCOL_VERSION } from "../../src/protocol/messages.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

const silent = { info() {}, warn() {}, error() {} };

function host(main: (page: Page) => void = () => {}, options: HostOptions = {}) {
  const clock = new VirtualClock(0);
  const warnings: string[] = [];
  const log = { ...silent, warn: (...what: unknown[]) => void warnings.push(what.join(" ")) };
  return { clock, warnings, host: new Host(main, { clock, log, ...options }) };
}

interface HostClient {
  readonly received: ServerMessage[];
  readonly welcome: Welcome;
  readonly closed: Promise<{ readonly code: number }>;
  send(message: object): void;
  /** Sends the handshake. With `from`, it asks to resume the session of that client. */
  hello(from?: HostClient, seq?: number): void;
  cut(): Promise<void>;
}

/** A client that sends exactly what the test says. */
function client(to: Host, about = {}, instance?: string): HostClient {
  const { server, client: end } = memoryTransport();
  to.accept(server, about);
  const received: ServerMessage[] = [];
  end.messages$.subscribe((message) => received.push(message));
  const send = (message: object): void => end.send(message as never);
  const hello = (from?: HostClient, seq = 0): void => {
    const { session, secret } = from?.welcome ?? {};
    const resume = from === undefined ? undefined : { session, secret, seq, cmd: 0 };
    send({ type: "hello", protocol: 2, ...(instance !== undefined && { instance }), ...(resume && { resume }) });
  };
  return {
    received,
    send,
    hello,
    closed: end.closed,
    cut: async () => {
      end.close(1006);
      await waitTurns();
    },
    get welcome(): Welcome {
      return received[0] as Welcome;
    },
  };
}

async function waitTurns(): Promise<void> {
  for (let n = 0; n < 3; n++) await new Promise((resolve) => setImmediate(resolve));
}

describe("resuming a session", () => {
  test("the same client instance takes over while its old connection still looks alive, and the session stays open", async () => {
    const refused: string[] = [];
    const { clock, host: at } = host((page) => {
      for (const name of ["onConnect", "onDisconnect", "onClose"] as const) page[name] = () => void refused.push(name);
    });
    const old = client(at, {}, "me");
    old.hello();
    old.send({ type: "ack", seq: 1 });
    const again = client(at, {}, "me");
    again.hello(old, 1);
    expect(again.welcome).toMatchObject({ session: old.welcome.session, resumed: true });
    expect((await old.closed).code).toBe(4409);
    expect(refused).toEqual(["onDisconnect", "onConnect"]);
    await waitTurns();
    clock.runUntil(2 * 3_600_000);
    expect(refused).toEqual(["onDisconnect", "onConnect"]);
    expect(at.sessions[0]?.isConnected).toBe(true);
  });

  test("another client instance starts a new session while the old connection still answers", async () => {
    const { host: at } = host();
    const old = client(at, {}, "me");
    old.hello();
    const other = client(at, {}, "you");
    other.hello(old);
    await waitTurns();
    expect(other.welcome.resumed).toBe(false);
    expect(other.welcome.session).not.toBe(old.welcome.session);
    expect(at.sessions).toHaveLength(2);
  });

  test("of a hundred clients that resume with one secret at once, one succeeds", async () => {
    const { host: at } = host(undefined, { limits: { failedResumesPerMinute: 1000 } });
    const first = client(at);
    first.hello();
    await first.cut();
    const all = Array.from({ length: 100 }, (_, n) => client(at, {}, `run ${n}`));
    for (const each of all) each.hello(first);
    await waitTurns();
    const winners = all.filter(({ welcome }) => welcome.session === first.welcome.session);
    expect(winners).toHaveLength(1);
    expect(at.sessions).toHaveLength(100);
  });
});

describe("a session that was made before the hello message", () => {
  test("is shown by its connection, even if the hello message came first", () => {
    for (const isEarly of [true, false]) {
      const { host: at } = host();
      const { server, client: end } = memoryTransport();
      if (isEarly) end.send({ type: "hello", protocol: PROTOCOL_VERSION });
      const session = at.connect(server);
      if (!isEarly) end.send({ type: "hello", protocol: PROTOCOL_VERSION });
      expect(session.isConnected).toBe(true);
      expect(at.sessions).toEqual([session]);
    }
  });

  test("ends if the client resumes another one, or leaves without a hello message", async () => {
    const { host: at } = host();
    const old = client(at);
    old.hello();
    await old.cut();
    const { server, client: end } = memoryTransport();
    const reserved = at.connect(server);
    const { session, secret } = old.welcome;
    end.send({ type: "hello", protocol: PROTOCOL_VERSION, resume: { session, secret, seq: 1, cmd: 0 } });
    expect(at.sessions.map(({ id }) => id)).toEqual([session]);
    expect(reserved.isConnected).toBe(false);
    const silent = memoryTransport();
    at.connect(silent.server);
    silent.client.close();
    await waitTurns();
    expect(at.sessions).toHaveLength(1);
  });
});

describe("the secret", () => {
  test("changes at each resume; the previous one works until the client has sent a message with the new one", async () => {
    const { host: at, warnings } = host();
    const first = client(at);
    first.hello();
    await first.cut();
    // The welcome was lost: the client still has the old secret.
    const second = client(at);
    second.hello(first);
    await second.cut();
    const third = client(at);
    third.hello(first);
    expect(third.welcome.resumed).toBe(true);
    third.send({ type: "ack", seq: 1 });
    await third.cut();
    const fourth = client(at);
    fourth.hello(first);
    expect(fourth.welcome.resumed).toBe(false);
    expect(warnings.at(-1)).toContain("a wrong or used secret");
    expect(warnings.join()).not.toContain(first.welcome.secret);
    const secrets = [first, second, third, fourth].map(({ welcome }) => welcome.secret);
    expect(new Set(secrets).size).toBe(4);
    expect(secrets[0]).toMatch(/^[0-9a-f]{48}$/);
    const fifth = client(at);
    fifth.hello(third);
    expect(fifth.welcome).toMatchObject({ session: first.welcome.session, resumed: true });
  });

  test.each([
    ["nobody, who becomes Ann", undefined, "ann"],
    ["Ann, who becomes nobody", "ann", undefined],
    ["Ann, who becomes Bob", "ann", "bob"],
    ["nobody, who becomes a user with an empty text", null, ""],
    ["a user with an empty text, who becomes the user 0", "", 0],
    ['the user 1, who becomes the user "1"', 1, "1"],
    ["Ann, whose roles change", { id: 1, roles: ["a"] }, { id: 1, roles: [] }],
    ["Ann, who becomes a user with more members", { id: 1 }, { id: 1, role: null }],
    ["a user of one tenant, who becomes one of another", { id: 1, of: { id: 2 } }, { id: 1, of: { id: 3 } }],
    ["Ann, who becomes a list with her name", "ann", ["ann"]],
  ])(
    "of %s opens a new session for the new user at once, and leaves the old one as it was",
    async (_, before, after) => {
      for (const isAway of [true, false]) {
        const { host: at, warnings } = host((page) => page.add(new Text({ value: String(page.session.user) })));
        const mine = client(at, { user: before });
        mine.hello();
        mine.send({ type: "ack", seq: 1 });
        const { session, secret } = mine.welcome;
        if (isAway) await mine.cut();
        const theirs = client(at, { user: after });
        theirs.hello(mine, 1);
        await waitTurns();
        expect(theirs.welcome).toMatchObject({ type: "welcome", resumed: false, cmd: 0 });
        expect(theirs.welcome.session).not.toBe(session);
        expect(theirs.welcome.secret).not.toBe(secret);
        expect(at.sessions.map(({ user }) => user)).toEqual([before ?? undefined, after ?? undefined]);
        expect(at.sessions.map(({ isConnected }) => isConnected)).toEqual([!isAway, true]);
        expect(warnings).toEqual([expect.stringContaining(`${session}: a client of another user offered`)]);
        expect(warnings.join()).not.toContain(secret);
        if (!isAway) await mine.cut();
        const again = client(at, { user: before });
        again.hello(mine, 1);
        expect(again.welcome).toMatchObject({ session, resumed: true });
        expect(again.welcome.owner).toBe(mine.welcome.owner);
      }
    },
  );

  test.each([
    [
      { id: 1, roles: ["a"] },
      { roles: ["a"], id: 1 },
    ],
    [undefined, null],
    [
      { id: 1, since: new Date(0), team: undefined },
      { since: new Date(0), id: 1 },
    ],
  ])("of %o is accepted from the equal user %o", async (before, after) => {
    const { host: at } = host();
    const mine = client(at, { user: before });
    mine.hello();
    await mine.cut();
    const again = client(at, { user: after });
    again.hello(mine);
    expect(again.welcome).toMatchObject({ session: mine.welcome.session, resumed: true });
  });

  test("that is wrong, unknown or another user's gets the same answer, so that no client can search for sessions", async () => {
    const { host: at } = host();
    const mine = client(at, { user: "ann" });
    mine.hello();
    await mine.cut();
    const { session, secret } = mine.welcome;
    const answers = [
      { session, secret },
      { session, secret: "0".repeat(48) },
      { session: crypto.randomUUID(), secret },
    ].map((ticket) => {
      const bob = client(at, { user: "bob" });
      bob.send({ type: "hello", protocol: 2, resume: { ...ticket, seq: 0, cmd: 0 } });
      return bob.received.map((message) => ({ ...message, session: "", secret: "", owner: "" }));
    });
    expect(answers[0]).toMatchObject([{ type: "welcome", resumed: false }, { type: "update" }]);
    expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
  });

  test("of former users of a tab is no guess: logins of many tabs behind one address are not refused", async () => {
    const { host: at } = host(undefined, { limits: { failedResumesPerMinute: 5 } });
    const visitor = client(at, { address: "10.0.0.1" });
    visitor.hello();
    await visitor.cut();
    for (let n = 0; n < 50; n++) {
      const each = client(at, { address: "10.0.0.1", user: `user ${n}` });
      each.hello(visitor);
      expect(each.welcome.resumed).toBe(false);
    }
  });
});

describe("the user of a session", () => {
  test("that hides its state is an error at the first connection, and starts no session", () => {
    const { host: at } = host();
    for (const user of [new Map(), { id: new Map() }, {}, () => 1]) {
      const { server } = memoryTransport();
      expect(() => at.connect(server, { user })).toThrow("A user cannot be distinguished from others");
      expect(() => at.accept(server, { user })).toThrow("A user cannot be distinguished from others");
    }
    expect(at.sessions).toEqual([]);
  });

  test("is identified by the function of the host, if there is one", async () => {
    const { host: at } = host(undefined, { userKey: (user) => (user as Map<string, string>).get("sub") });
    const ann = client(at, { user: new Map([["sub", "ann"]]) });
    ann.hello();
    await ann.cut();
    const [bob, again] = [
      new Map([["sub", "bob"]]),
      new Map([
        ["sub", "ann"],
        ["seen", "now"],
      ]),
    ].map((user) => {
      const each = client(at, { user });
      each.hello(ann);
      return each;
    });
    expect([bob?.welcome.resumed, again?.welcome.resumed]).toEqual([false, true]);
  });

  test("is named to the client by a text that shows no member, and is the same for this user only", () => {
    const owners = (options: HostOptions, ...users: unknown[]) => {
      const { host: at } = host(undefined, options);
      return users.map((user) => {
        const each = client(at, { user });
        each.hello();
        return each.welcome.owner;
      });
    };
    const ann = { id: 1, password: "s3cret" };
    const digest = (text: string) => `${text.length}`;
    const [one, again, bob, visitor] = owners({ digest }, ann, { ...ann }, { id: 10, password: "s3cret" }, undefined);
    expect([one === again, one === bob, visitor]).toEqual([true, false, undefined]);
    expect(one).toMatch(/^\d+$/);
    // Without a hash function, a client cannot compare the users of two sessions, and takes them for different ones.
    const [first, second] = owners({}, ann, ann);
    expect([first === undefined, first === second, first?.includes("s3cret")]).toEqual([false, false, false]);
  });
});

describe("disconnected sessions", () => {
  test("are limited in number: the oldest end first, those of known users last", async () => {
    const { host: at } = host(undefined, { limits: { keptSessions: 3 } });
    const left: string[] = [];
    for (const user of ["ann", undefined, "bob", undefined, "cid"]) {
      const each = client(at, user === undefined ? {} : { user });
      each.hello();
      left.push(each.welcome.session);
      await each.cut();
    }
    expect(at.sessions.map(({ id }) => id)).toEqual([left[0], left[2], left[4]]);
    const dan = client(at, { user: "dan" });
    dan.hello();
    await dan.cut();
    expect(at.sessions.map(({ user }) => user)).toEqual(["bob", "cid", "dan"]);
  });

  test("are limited in total size", async () => {
    const big = (page: Page): void => page.add(...Array.from({ length: 1000 }, () => new Text({ value: "x" })));
    const { host: at } = host(big, { limits: { keptBytes: 3.5 * (20 + 500) * 1024 } });
    for (let n = 0; n < 5; n++) {
      const each = client(at);
      each.hello();
      await each.cut();
    }
    expect(at.sessions).toHaveLength(3);
  });

  test("end when their client closes the connection as done", async () => {
    const { host: at } = host();
    const { server, client: end } = memoryTransport();
    at.accept(server);
    end.send({ type: "hello", protocol: 2 });
    end.close();
    await waitTurns();
    expect(at.sessions).toHaveLength(0);
  });
});

describe("a callback of the host's owner that throws", () => {
  const thrown: readonly unknown[] = [new Error("no"), "no", undefined, Object.create(null), Symbol("no")];

  test.each(thrown)("%o is logged, and every session still ends", async (error) => {
    const errors: unknown[][] = [];
    const log = { ...silent, error: (...what: unknown[]) => void errors.push(what) };
    const fail = () => {
      throw error;
    };
    const { host: at } = host(() => {}, { log, ended: fail, onRefused: fail });
    const clients = [client(at), client(at), client(at)];
    for (const each of clients) each.hello();
    const stranger = client(at);
    stranger.send({ type: "ack", seq: 0 });
    expect((await stranger.closed).code).toBe(1002);
    clients[0]?.send({ type: "nonsense" });
    expect((await clients[0]?.closed)?.code).toBe(1002);
    await at.close();
    await Promise.all(clients.map(({ closed }) => closed));
    expect(at.sessions).toEqual([]);
    expect(errors.filter(([what]) => String(what).includes("ended() of the host failed"))).toHaveLength(3);
    expect(errors.filter(([what]) => String(what).includes("onRefused() of the host failed"))).toHaveLength(1);
  });
});

describe("limits for one client", () => {
  test("commands over the rate are asked for again later; a client that keeps sending is disconnected", async () => {
    const ran: number[] = [];
    const main = (page: Page): void =>
      page.add(new Button({ content: "Go", onClick: () => void ran.push(ran.length) }));
    const { clock, host: at } = host(main, { limits: { commandsPerSecond: 10, commandBurst: 20 } });
    const one = client(at);
    one.hello();
    const commands = (from: number, count: number) => ({
      type: "commands",
      seq: 1,
      commands: Array.from({ length: count }, (_, n) => ({ cmd: from + n, id: 2, event: "click" })),
    });
    one.send(commands(1, 30));
    expect(ran).toHaveLength(20);
    clock.runUntil(500);
    expect(one.received.at(-1)).toEqual({ type: "resend", cmd: 20 });
    clock.runUntil(1000);
    one.send(commands(21, 10));
    expect(ran).toHaveLength(30);
    for (let n = 0; n < 101; n++) one.send(commands(31, 50));
    expect((await one.closed).code).toBe(1008);
    expect(ran).toHaveLength(30);
    expect(at.sessions).toHaveLength(1);
  });

  test("a session with too many controls ends with a notice to its client, and other sessions stay open", async () => {
    const { host: at } = host((page) => page.add(new Text(), new Text()), { limits: { controls: 10 } });
    const [one, two] = [client(at), client(at)];
    one.hello();
    two.hello();
    const [greedy, modest] = at.sessions;
    greedy?.page.add(...Array.from({ length: 10 }, () => new Text()));
    greedy?.flush();
    expect((await one.closed).code).toBe(1008);
    expect(one.received.at(-1)).toMatchObject({ type: "notice" });
    modest?.page.add(...Array.from({ length: 7 }, () => new Text()));
    modest?.flush();
    expect(at.sessions).toEqual([modest]);
  });

  test("a client without acks gets a hundred updates, and after an ack one merged update with the rest", () => {
    const text = new Text({ value: "0" });
    const { host: at } = host((page) => page.add(text));
    const one = client(at);
    one.hello();
    for (let n = 1; n <= 500; n++) {
      text.value = String(n);
      at.sessions[0]?.flush();
    }
    const updates = () => one.received.filter(({ type }) => type === "update");
    expect(updates()).toHaveLength(100);
    one.send({ type: "ack", seq: 100 });
    expect(updates()).toHaveLength(101);
    expect(updates().at(-1)).toMatchObject({ ops: [{ value: "500" }] });
  });

  test("when the host is full, new sessions are rejected and existing ones can resume", async () => {
    let isFull = false;
    const { host: at } = host(undefined, { isFull: () => isFull });
    const first = client(at);
    first.hello();
    isFull = true;
    const second = client(at);
    second.hello();
    expect((await second.closed).code).toBe(1013);
    await first.cut();
    const back = client(at);
    back.hello(first);
    expect(back.welcome.resumed).toBe(true);
  });

  test("asking for all documents again and again ends the connection, not the session", async () => {
    const { host: at } = host((page) => page.add(new Text({ value: "all" })));
    const one = client(at);
    one.hello();
    for (let n = 0; n < 6; n++) one.send({ type: "resend", seq: 0 });
    expect(one.received.filter(({ type }) => type === "update")).toHaveLength(7);
    one.send({ type: "resend", seq: 0 });
    expect((await one.closed).code).toBe(1008);
    expect(at.sessions[0]?.isOpen).toBe(true);
  });

  test("a missed update with new documents is sent again as it was", async () => {
    const { host: at } = host((page) => page.add(new Text({ value: "0" })));
    const one = client(at);
    one.hello();
    const page = at.sessions[0]?.page as Page;
    page.add(new Text({ value: "new" }));
    page.update();
    await one.cut();
    const two = client(at);
    two.hello(one, 1);
    expect([one.received.at(-1), two.received[1]]).toEqual(
      Array.from({ length: 2 }, () => ({
        type: "update",
        seq: 2,
        ack: 0,
        docs: [3, { $type: "Text", value: "new" }],
        ops: [{ op: "add", path: "/1/$slots/controls/1", value: 3 }],
      })),
    );
  });

  test("missed updates are sent again as they were; if they are no longer stored, all documents are sent", async () => {
    const text = new Text({ value: "0" });
    const { host: at } = host((page) => page.add(text), { limits: { unackedBytes: 2000 } });
    const one = client(at);
    one.hello();
    const set = (value: string): void => {
      text.value = value;
      at.sessions[0]?.flush();
    };
    set("1");
    set("2");
    await one.cut();
    const two = client(at);
    two.hello(one, 1);
    expect(two.received.slice(1)).toMatchObject([
      { seq: 2, ops: [{ value: "1" }] },
      { seq: 3, ops: [{ value: "2" }] },
    ]);
    two.send({ type: "ack", seq: 3 });
    set("x".repeat(3000));
    await two.cut();
    const three = client(at);
    three.hello(two, 3);
    const documents = Object.values(at.sessions[0]?.documents() ?? {});
    expect(documents).toHaveLength(2);
    expect(three.received.slice(1)).toEqual([
      { type: "update", seq: 5, ack: 0, ops: [{ op: "replace", path: "", value: {} }], docs: [1, ...documents] },
    ]);
    const four = client(at);
    await three.cut();
    four.hello(three, 99);
    expect((await four.closed).code).toBe(1002);
  });
});
