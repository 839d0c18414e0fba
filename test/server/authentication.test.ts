import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { Authentication, type Check, ownerName } from "../../src/server/authentication.ts";
import type { ClientAddress } from "../../src/server/connection-policy.ts";
import { type AppOptions, resolveOptions } from "../../src/server/options.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

const CLIENT: ClientAddress = { address: "10.0.0.1", host: "app.example", scheme: "https:" };
const REQUEST = { headers: {} } as IncomingMessage;
const never = new Promise<never>(() => {});
const INTERVAL = 60_000;

class Socket extends EventEmitter {
  readonly codes: number[] = [];
  close(code: number): void {
    this.codes.push(code);
    this.emit("close");
  }
}

/** An authentication with a virtual clock. */
function authentication(authenticate: () => unknown, options: AppOptions = {}) {
  const clock = new VirtualClock(0);
  const errors: string[] = [];
  const log = { info() {}, warn() {}, error: (...what: unknown[]) => void errors.push(what.join(" ")) };
  const limits = { identityInterval: INTERVAL, ...options.limits };
  const at = new Authentication(resolveOptions({ authenticate, log, ...options, limits }, {}), clock);
  const check = (): Promise<Check> => at.check(REQUEST, CLIENT);
  /** Advances the time in small steps, so that an event loop would not be blocked. */
  const pass = async (ms: number): Promise<void> => {
    for (const end = clock.now() + ms; clock.now() < end; await turn())
      clock.runUntil(Math.min(end, clock.now() + 500));
    await turn();
  };
  const enter = async (): Promise<Socket> => {
    const identity = await check();
    if (typeof identity === "string") throw new Error(identity);
    const socket = new Socket();
    expect(at.admit(socket as unknown as WebSocket, identity, REQUEST, CLIENT)).toBe(true);
    return socket;
  };
  return { at, clock, errors, check, pass, enter };
}

/** Returns how a promise was settled, or undefined while it is pending. */
function watch<T>(promise: Promise<T>): { value: T | undefined } {
  const watched: { value: T | undefined } = { value: undefined };
  void promise.then((value) => {
    watched.value = value;
  });
  return watched;
}

describe("the user of a connection", () => {
  test.each<[unknown, Check]>([
    [undefined, {}],
    [null, {}],
    [false, "refused"],
    ["ann", { user: "ann", userKey: '"ann"' }],
    ["", { user: "", userKey: '""' }],
    [0, { user: 0, userKey: "0" }],
    [
      { b: 1, a: 2 },
      { user: { b: 1, a: 2 }, userKey: '{"a":2,"b":1}' },
    ],
    [new Map([["sub", "ann"]]), "refused"],
    [{ id: {} }, "refused"],
  ])("is %o → %o, also by a promise", async (user, expected) => {
    for (const result of [user, Promise.resolve(user)]) {
      const { check, errors } = authentication(() => result);
      expect(await check()).toEqual(expected);
      expect(errors.length).toBe(expected === "refused" && user !== false ? 1 : 0);
      for (const error of errors) expect(error).toContain("set the option userKey");
    }
  });

  test("is refused if authenticate() throws, rejects or gives something that no log can show", async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const nasty = [new Error("no database"), undefined, Object.create(null), proxy, Symbol("x"), { toString: 1 }];
    for (const thrown of nasty) {
      const throws = () => {
        throw thrown;
      };
      const thenable = Object.defineProperty({}, ["th", "en"].join(""), { value: throws });
      for (const authenticate of [throws, async () => throws(), () => thenable]) {
        const { check, errors } = authentication(authenticate);
        expect(await check()).toBe("refused");
        expect(errors).toHaveLength(1);
      }
    }
  });

  test("is refused if authenticate() takes longer than its limit, and a later answer changes nothing", async () => {
    for (const late of ["ann", new Error("late")]) {
      let answer = (_: unknown): void => {};
      const { check, pass, errors, clock } = authentication(
        () =>
          new Promise((resolve, reject) => {
            answer = late instanceof Error ? reject : resolve;
          }),
      );
      const checked = watch(check());
      await pass(9_500);
      expect(checked.value).toBeUndefined();
      await pass(1000);
      expect(checked.value).toBe("late");
      expect(errors).toEqual(["[runlet] authenticate() gave no answer within 10000 milliseconds"]);
      answer(late);
      await turn();
      expect([checked.value, clock.next]).toEqual(["late", undefined]);
    }
  });

  test("may be named just in time, and no timer is left", async () => {
    let answer = (_: unknown): void => {};
    const { check, pass, clock } = authentication(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      { limits: { authenticateTime: 2000 } },
    );
    const checked = watch(check());
    await pass(1900);
    answer("ann");
    await turn();
    expect(checked.value).toMatchObject({ user: "ann" });
    expect(clock.next).toBeUndefined();
  });

  test("is still read when the event loop was blocked for longer than the limit", async () => {
    let answer = (_: unknown): void => {};
    const { check, clock } = authentication(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const checked = watch(check());
    await turn();
    clock.runUntil(60_000);
    // The answer had come long ago, but was read after the timers.
    await turn();
    answer("ann");
    await turn();
    expect(checked.value).toMatchObject({ user: "ann" });
  });

  test("has a name for clients that shows nothing of the user", () => {
    const names = ['"ann"', '"bob"', '{"id":1,"password":"s3cret"}'].map(ownerName);
    expect(new Set(names).size).toBe(3);
    expect(names.join()).not.toMatch(/ann|bob|s3cret/);
    expect(ownerName('"ann"')).toBe(names[0]);
  });
});

describe("a repeated check", () => {
  const ANN = { id: 1, name: "ann" };
  const throws = () => {
    throw new Error("token expired");
  };
  test.each<[string, number[], () => unknown]>([
    ["the same user", [], () => ANN],
    ["an equal user", [], () => ({ name: "ann", id: 1 })],
    ["another user", [4401], () => "bob"],
    ["a user with the same name", [4401], () => ({ id: 2, name: "ann" })],
    ["a user with another type of id", [4401], () => ({ id: "1", name: "ann" })],
    ["a user with changed members", [4401], () => ({ id: 1, name: "ann", isDisabled: true })],
    ["nobody", [4401], () => undefined],
    ["null", [4401], () => null],
    ["a refusal", [4401], () => false],
    ["a rejection", [4401], async () => throws()],
    ["an error", [4401], throws],
    ["a user that hides its state", [4401], () => new Map()],
    ["no answer", [1011], () => never],
  ])("that finds %s closes with %o", async (_, codes, later) => {
    let authenticate: () => unknown = () => ANN;
    const { enter, pass } = authentication(() => authenticate());
    const socket = await enter();
    await pass(INTERVAL * 2);
    expect(socket.codes).toEqual([]);
    authenticate = later;
    await pass(INTERVAL * 3);
    expect(socket.codes).toEqual(codes);
  });

  test("of an anonymous client that finds a user closes with 4401", async () => {
    let user: unknown;
    const { enter, pass } = authentication(() => user);
    const socket = await enter();
    await pass(INTERVAL * 2);
    expect(socket.codes).toEqual([]);
    user = "ann";
    await pass(INTERVAL);
    expect(socket.codes).toEqual([4401]);
  });

  test("that times out once is repeated, and logs no user out", async () => {
    let answers: unknown[] = [];
    const authenticate = vi.fn(() => (answers.length > 0 ? answers.shift() : "ann"));
    const { enter, pass } = authentication(authenticate);
    const socket = await enter();
    answers = [never, "ann", never, "ann", never];
    await pass(INTERVAL * 7);
    expect([socket.codes, answers]).toEqual([[], []]);
    answers = [never, never];
    await pass(INTERVAL * 3);
    expect(socket.codes).toEqual([1011]);
  });

  test("never runs twice at once, and ends with its connection", async () => {
    let result: unknown = "ann";
    const authenticate = vi.fn(() => result);
    const { enter, pass, clock } = authentication(authenticate, {
      limits: { identityInterval: 1000, authenticateTime: 50_000 },
    });
    const socket = await enter();
    result = never;
    await pass(20_000);
    expect(authenticate).toHaveBeenCalledTimes(2);
    socket.emit("close");
    await pass(200_000);
    expect([authenticate.mock.calls.length, socket.codes, clock.next]).toEqual([2, [], undefined]);
  });

  test("leaves no timer when its connection closes", async () => {
    const { enter, clock } = authentication(() => "ann");
    const sockets = [await enter(), await enter()];
    expect(clock.next).toBe(INTERVAL);
    for (const socket of sockets) socket.emit("close");
    expect(clock.next).toBeUndefined();
  });

  test("uses the app's function for the key, so that other members may change", async () => {
    let user: object = { id: 1, seen: new Map() };
    const userKey = (value: unknown) => (value as { id: number }).id;
    const { enter, pass } = authentication(() => user, { userKey });
    const socket = await enter();
    user = { id: 1, seen: new Map([["a", 1]]), roles: ["admin"] };
    await pass(INTERVAL * 2);
    expect(socket.codes).toEqual([]);
    user = { id: 2 };
    await pass(INTERVAL);
    expect(socket.codes).toEqual([4401]);
  });
});

test("connections are counted for each user alone, and no longer when they are closed", async () => {
  let user: unknown;
  const { at, check } = authentication(() => user, { limits: { connectionsPerUser: 2 } });
  const admit = async (of: unknown): Promise<Socket | undefined> => {
    user = of;
    const socket = new Socket();
    return at.admit(socket as unknown as WebSocket, (await check()) as object, REQUEST, CLIENT) ? socket : undefined;
  };
  const users = [1, "1", '"1"', { id: 1 }, { id: "1" }, [1], { id: 1, a: null }, 0, ""];
  for (const each of users) {
    const [first, second] = [await admit(each), await admit(each)];
    expect([each, first !== undefined, second !== undefined, await admit(each)]).toEqual([each, true, true, undefined]);
    first?.emit("close");
    expect(await admit(each)).toBeDefined();
    expect(await admit(each)).toBeUndefined();
  }
  // Clients without a user are not one user.
  for (let n = 0; n < 5; n++) expect(await admit(undefined)).toBeDefined();
});
