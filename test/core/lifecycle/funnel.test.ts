import { type Page, type PageError, Text, TextSpan } from "runlet";
import { finalize, Observable } from "rxjs";
import { describe, expect, test } from "vitest";
import { ANSWERS, type Answer, Guard, PLACES, type Place, Probe, type Scene } from "./funnel-places.ts";
import { type Started, start } from "./session.ts";

const WAYS = ["throws", "rejects", "rejects later"] as const;

interface Attempt {
  readonly place: Place;
  readonly way: (typeof WAYS)[number];
  readonly guard: Answer["guard"];
  readonly onError: Answer["onError"];
  readonly isDevelopment?: boolean;
}

interface Received {
  readonly guard: string[];
  readonly onError: string[];
  readonly log: string[];
  readonly notices: object[];
}

/** A control next to the probe, which logs each call of a hook. */
class HookWitness extends Probe {
  readonly seen: string[] = [];
  constructor() {
    super();
    for (const hook of ["build", "beforeUpdate", "didMount", "willUnmount"] as const) {
      this.acts[hook] = () => void this.seen.push(hook);
    }
  }
}

async function attempt({ place, way, guard: guards, onError, isDevelopment = false }: Attempt) {
  const received: Received = { guard: [], onError: [], log: [], notices: [] };
  const [guard, probe, witness] = [new Guard(), new Probe(), new HookWitness()];
  const fail = (): unknown => {
    if (way === "throws") throw new Error("first");
    return way === "rejects" ? Promise.reject(new Error("first")) : Promise.resolve().then(() => fail1());
  };
  const fail1 = (): never => {
    throw new Error("first");
  };
  const say = (error: unknown, where: PageError["where"]) =>
    `${(error as Error).message}: ${where.kind} ${where.name} of ${where.path}`;
  let started: Started | undefined;
  const scene = (page: Page): Scene => ({
    page,
    guard,
    probe,
    enter: () => (guard.controls = [probe, witness]),
    leave: () => (guard.controls = []),
    tap: () => {
      page.update();
      started?.event(probe.id, "tap");
    },
  });
  const catching = (error: unknown, where: PageError["where"]): boolean => {
    received.guard.push(say(error, where));
    if (guards === "throws") throw new Error("second");
    return guards === "true";
  };
  started = start(
    (page) => {
      if (guards !== "none") (place.path === "Page" ? page : guard).didCatch = catching;
      if (onError !== "none") {
        page.onError = ({ error, where }) => {
          received.onError.push(say(error, where));
          if (onError === "throws") throw new Error("third");
        };
      }
      page.add(guard);
      if (place.isLate !== true) scene(page).enter();
      return place.main?.(scene(page), fail) as undefined;
    },
    { isDevelopment },
  );
  const { page, turn, log } = started;
  place.cause?.(scene(page), fail);
  await turn();
  for (const [message, error] of log.error.mock.calls) {
    received.log.push(`${(error as Error).message}: ${/in (.*):$/.exec(String(message))?.[1]}`);
  }
  received.notices.push(...started.notices());
  // isIsolated() is called more than once, as the test below explains.
  for (const list of [received.guard, received.onError, received.log]) list.splice(0, list.length, ...new Set(list));
  if (place.name === "isIsolated") received.notices.splice(1);
  return { received, started, guard, probe, witness };
}

const say = ({ kind, name, path }: Place) => `first: ${kind} ${name} of ${path}`;
const second = (place: Place) => `second: didCatch didCatch of ${place.path === "Page" ? "Page" : "Page > Guard[0]"}`;
const third = (place: Place) => `third: didCatch onError of ${place.path}`;

describe.each(PLACES)("$title", (place) => {
  describe.each(place.isAsync ? WAYS : (["throws"] as const))("%s", (way) => {
    test.each(ANSWERS)("didCatch: $guard, page.onError: $onError", async ({ guard, onError, hears, own }) => {
      const { received, started, witness } = await attempt({ place, way, guard, onError });
      const lists = { didCatch: received.guard, "page.onError": received.onError, log: received.log };
      const receivers = Object.entries(lists).filter(([, lines]) => lines.includes(say(place)));
      expect(receivers.map(([name]) => name)).toEqual(hears);
      if (own.didCatch === true) expect([...received.log, ...received.onError]).toContain(second(place));
      if (own.onError === true) expect(received.log).toContain(third(place));
      if (Object.keys(own).length === 0) {
        expect(received.log).toHaveLength(hears.includes("log") ? 1 : 0);
        expect(received.notices).toHaveLength(hears.includes("log") && place.hasBox !== true ? 1 : 0);
      }
      // Details are sent in development only.
      for (const notice of received.notices) expect(notice).toEqual({ id: expect.stringMatching(/^E\d+$/) });

      // Everything else continues.
      expect(witness.seen).toEqual(expect.arrayContaining(["build", "beforeUpdate", "didMount"]));
      if (!witness.isMounted) expect(witness.seen).toContain("willUnmount");
      started.updates();
      started.page.title = "goes on";
      await started.turn();
      expect(started.updates()).toEqual([[{ op: "add", path: "/1/title", value: "goes on" }]]);
      expect(started.isClosed()).toBe(false);
      started.session.close();
      await started.turn();
      expect(started.session.engine.counts).toEqual({ subscriptions: 0, tasks: 0, timers: 0 });
    });
  });

  test("in development, the client gets the message and the path", async () => {
    const { received } = await attempt({
      place,
      way: "throws",
      guard: "none",
      onError: "none",
      isDevelopment: true,
    });
    const { path } = place;
    const reported = { id: expect.stringMatching(/^E\d+$/), path, message: "first" };
    expect(received.notices).toEqual(place.hasBox === true ? [] : [reported]);
  });
});

// A check that is slow or throws would otherwise be repeated at each look at the control.
test("isIsolated() is called once for each flush", async () => {
  const [probe, guard] = [new Probe(), new Guard()];
  guard.controls = [probe];
  let asked = 0;
  probe.acts.isIsolated = () => void asked++;
  const { turn } = start((page) => page.add(guard));
  asked = 0;
  probe.spans = [new TextSpan({ text: "x" })];
  await turn();
  expect(asked).toBe(1);
});

test("an error in each of several teardowns of an Observable is reported", async () => {
  const probe = new Probe();
  const fail = (message: string) => () => {
    throw new Error(message);
  };
  const stream$ = new Observable<string>((subscriber) => {
    for (const message of ["one", "two"]) subscriber.add(fail(message));
  });
  probe.bind("value", stream$.pipe(finalize(fail("three"))));
  const { page, turn, log } = start((p) => p.add(probe));
  page.clean();
  await turn();
  expect(log.error.mock.calls.map(([, error]) => (error as Error).message).sort()).toEqual(["one", "three", "two"]);
});

describe("didCatch()", () => {
  /** Two nested guards around a control that fails. Each logs the error and answers as given. */
  const nested = async (inner: () => unknown, outer: (error: Error) => unknown) => {
    const received: string[] = [];
    const probe = new Probe({
      onTap: () => {
        throw again;
      },
    });
    const within = new Guard({ controls: [probe] });
    const around = new Guard({ controls: [within] });
    const started = start((page) => page.add(around));
    within.didCatch = (error) => {
      received.push(`inner ${(error as Error).message}`);
      return inner() as boolean;
    };
    around.didCatch = (error) => {
      received.push(`outer ${(error as Error).message}`);
      return outer(error as Error) as boolean;
    };
    started.event(probe.id, "tap");
    await started.turn();
    const log = started.log.error.mock.calls.map(([, error]) => (error as Error).message);
    return { received, log };
  };
  const again = new Error("first");
  const fail = (): never => {
    throw new Error("second");
  };

  test("of the nearest ancestor that returns true stops the error", async () => {
    expect(
      await nested(
        () => true,
        () => true,
      ),
    ).toEqual({ received: ["inner first"], log: [] });
  });

  test.each([false, undefined, 1, "yes", null])(
    "that returns %s passes the error to the next ancestor",
    async (answer) => {
      expect(
        await nested(
          () => answer,
          () => true,
        ),
      ).toEqual({ received: ["inner first", "outer first"], log: [] });
    },
  );

  test("that returns a promise passes the error to the next ancestor", async () => {
    expect(
      await nested(
        async () => true,
        () => true,
      ),
    ).toEqual({ received: ["inner first", "outer first"], log: [] });
  });

  test("that throws passes the first error to the next ancestor", async () => {
    const { received } = await nested(fail, () => true);
    expect(received).toContain("outer first");
  });

  test("that throws reports its own error to the next ancestor as well", async () => {
    const { received, log } = await nested(fail, () => true);
    expect([received.sort(), log]).toEqual([["inner first", "outer first", "outer second"], []]);
  });

  test("that throws the same error again only passes it on", async () => {
    const { received, log } = await nested(
      () => {
        throw again;
      },
      (error) => {
        expect(error).toBe(again);
        return true;
      },
    );
    expect([received, log]).toEqual([["inner first", "outer first"], []]);
  });

  test("ends, even if many nested calls each throw an error of their own", async () => {
    const probe = new Probe({ onTap: fail });
    let outer: Guard | undefined;
    let calls = 0;
    for (let n = 0; n < 30; n++) {
      const guard: Guard = new Guard({ controls: [outer ?? probe] });
      guard.didCatch = () => {
        calls++;
        throw new Error("own");
      };
      outer = guard;
    }
    const started = start((page) => page.add(outer as Guard));
    started.event(probe.id, "tap");
    await started.turn();
    expect(calls).toBe(30 + (30 * 29) / 2);
    expect(started.isClosed()).toBe(false);
  });

  test("an error that page.onError throws again is logged once", () => {
    const probe = new Probe({ onTap: fail });
    const started = start((page) => {
      page.onError = ({ error }) => {
        throw error;
      };
      page.add(probe);
    });
    started.event(probe.id, "tap");
    expect(started.log.error.mock.calls.map(([, error]) => (error as Error).message)).toEqual(["second"]);
  });

  test("an error that page.onError did not handle is logged, and so is the error of onError", async () => {
    const place = PLACES.find(({ kind }) => kind === "handler") as Place;
    const { received } = await attempt({ place, way: "throws", guard: "none", onError: "throws" });
    expect(received.log.sort()).toEqual([say(place), third(place)].sort());
  });

  test("of a control gets errors of the control's own hooks first", async () => {
    class Own extends Text {
      override didMount() {
        throw new Error("mine");
      }
      override didCatch(error: unknown) {
        received.push((error as Error).message);
        return true;
      }
    }
    const received: string[] = [];
    const { turn, log } = start((page) => page.add(new Own()));
    await turn();
    expect([received, log.error.mock.calls]).toEqual([["mine"], []]);
  });

  test("may change the page, and the change is sent", async () => {
    const probe = new Probe({
      onTap: () => {
        throw new Error("first");
      },
    });
    const guard = new Guard({ controls: [probe] });
    guard.didCatch = () => {
      guard.controls = [new Text({ value: "sorry" })];
      return true;
    };
    const { event, updates, page } = start((p) => p.add(guard));
    updates();
    event(probe.id, "tap");
    expect(updates()).toHaveLength(1);
    expect([probe.isMounted, page.isMounted]).toEqual([false, true]);
  });

  test("may replace a control whose build() threw, and the error box is never shown", async () => {
    const probe = new Probe();
    probe.acts.build = () => {
      throw new Error("first");
    };
    const guard = new Guard();
    guard.didCatch = () => {
      guard.controls = [new Text({ value: "sorry" })];
      return true;
    };
    const { updates, turn, log } = start((p) => p.add(guard));
    updates();
    guard.controls = [probe];
    await turn();
    expect(JSON.stringify(updates())).toBe(
      JSON.stringify([
        [
          { op: "add", path: "/4", value: { $type: "Text", value: "sorry" } },
          { op: "add", path: "/2/$slots", value: { controls: [4] } },
        ],
      ]),
    );
    expect(log.error).not.toHaveBeenCalled();
  });
});
