import fc from "fast-check";
import { expect, test } from "vitest";
import { Connection } from "../../src/core/link/connection.ts";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { ClientLink } from "../../src/protocol/client-link.ts";
import { Network, type NetworkOptions } from "../../src/testing/simulated-network.ts";
import { isSoak } from "../support/measurements.ts";
import { FakeOwner } from "./support/link-fixture.ts";

const RUNS = isSoak ? 20_000 : 300;
/** Milliseconds until the client connects again. */
const RETRY = 50;

/** A link and its client over a simulated network, without a session and without a screen. */
class LinkPair {
  readonly owner: FakeOwner;
  readonly network: Network;
  /** What the client has, by the index in the owner's list. */
  shown: { [index: string]: unknown } = {};
  welcomes = 0;
  snapshots = 0;
  readonly #client: ClientLink;
  #sentCommands = 0;

  constructor(options: NetworkOptions, isTight: boolean) {
    const limits = { ...defaultLimits, resumesPerSecond: 1000, snapshotsPerMinute: 10_000 };
    this.owner = new FakeOwner({ limits: isTight ? { ...limits, unackedBytes: 150, unackedUpdates: 3 } : limits });
    const { clock } = this.owner;
    this.network = new Network(clock, options);
    this.#client = new ClientLink({
      timers: clock,
      instance: "me",
      events: {
        welcomed: () => void this.welcomes++,
        noticed: () => {},
        unresponsive: () => this.network.cut(),
        updated: ({ ops }) => {
          for (const { path, value } of ops as readonly { path: string; value: object }[]) {
            if (path === "") this.snapshots++;
            if (path === "") this.shown = { ...value };
            else this.shown[path.slice(1)] = value;
          }
        },
      },
    });
    this.#connect();
  }

  get hasAgreed(): boolean {
    return this.#client.unacked === 0 && this.#client.seq === this.owner.link.seq;
  }

  send(): void {
    this.#sentCommands++;
    this.#client.send([{ cmd: this.#client.nextCommandNumber(), id: 1, event: "click" }]);
  }

  get ran(): (string | number)[] {
    return this.owner.log.filter((line) => typeof line === "number");
  }

  get expectedRuns(): number[] {
    return Array.from({ length: this.#sentCommands }, (_, at) => at + 1);
  }

  /** Lets virtual time pass. The ends of connections are promises, so real turns pass as well. */
  async advance(ms: number): Promise<void> {
    const { clock } = this.owner;
    const end = clock.now() + ms;
    for (let next = clock.now(); ; next = Math.min(clock.next ?? end, end)) {
      clock.runUntil(next);
      for (let n = 0; n < 4; n++) await Promise.resolve();
      if (clock.now() >= end && (clock.next ?? Number.POSITIVE_INFINITY) > end) return;
    }
  }

  #connect(): void {
    const { server, client } = this.network.line();
    const { clock, link } = this.owner;
    new Connection(
      server,
      {},
      {
        clock,
        limits: defaultLimits,
        admit: (connection, hello) => {
          const { resume } = hello;
          if (resume !== undefined)
            expect([link.acceptsSecret(resume.secret), link.tryResume(resume)]).toEqual([true, true]);
          link.opened(connection, hello);
        },
        refused: () => {},
        closed: () => {},
      },
    );
    client.messages$.subscribe((message) => this.#client.receive(message));
    this.#client.opened((message) => client.send(message));
    void client.closed.then(() => {
      this.#client.closed();
      clock.after(RETRY, () => this.#connect());
    });
  }
}

test(`${RUNS} runs over a lossy line: the two halves of a link carry every command and every change once and in order`, async () => {
  const total = { commands: 0, snapshots: 0, resumes: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("command", "change", "both", "wait", "cut"), {
        minLength: 5,
        maxLength: 60,
        size: "max",
      }),
      fc.nat(),
      fc.boolean(),
      async (steps, seed, isTight) => {
        const faults = { delay: [5, 120], loss: 0.08, duplicate: 0.08, reorder: 0.08, cut: 0.02 } as const;
        // The first hello must arrive: a client without a session has no token with which it could come back.
        const pair = new LinkPair({ seed }, isTight);
        const { owner, network } = pair;
        owner.onCommand = ({ cmd }) => void (cmd % 2 === 0 && owner.add(`effect ${cmd}`));
        network.set(faults);
        for (const step of steps) {
          if (step === "command" || step === "both") pair.send();
          if (step === "change" || step === "both") owner.add("change");
          if (step === "cut") network.cut();
          await pair.advance(step === "wait" ? 300 : 10);
        }
        network.set({ loss: 0, duplicate: 0, reorder: 0, cut: 0 });
        await pair.advance(60_000);
        expect(pair.ran).toEqual(pair.expectedRuns);
        expect(pair.shown).toEqual({ ...owner.values });
        expect(pair.hasAgreed).toBe(true);
        expect(owner.link.unackedBytes).toBe(0);
        expect(owner.log.filter((line) => typeof line === "string" && line.includes("Error"))).toEqual([]);
        total.commands += pair.ran.length;
        total.snapshots += pair.snapshots - 1;
        total.resumes += pair.welcomes - 1;
      },
    ),
    { numRuns: RUNS },
  );
  expect(total.commands).toBeGreaterThan(RUNS);
  expect(total.snapshots).toBeGreaterThan(RUNS / 20);
  expect(total.resumes).toBeGreaterThan(RUNS / 5);
}, 600_000);
