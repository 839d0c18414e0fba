import { expect } from "vitest";
import { isSecret, makeSecret } from "../../src/core/link/secret.ts";
import { isSoak } from "../support/measurements.ts";
import { processorTime } from "../support/patience.ts";
import { pause } from "./check.ts";
import type { BuiltRow } from "./row.ts";

const GUESSES = isSoak ? 1_000_000 : 20_000;
const OVER_THE_WIRE = isSoak ? 2000 : 100;

export const guessing: readonly BuiltRow[] = [
  {
    id: "B01",
    what: `${GUESSES} guessed secrets open no session, and more than 20 wrong ones a minute from one address are refused with 4429`,
    async run(attacked) {
      const ann = await attacked.join();
      const { session, secret } = ann.welcome;
      let hits = 0;
      for (let at = 0; at < GUESSES; at++) if (isSecret(makeSecret(), secret)) hits++;
      expect(hits).toBe(0);
      const codes: (number | undefined)[] = [];
      for (let at = 0; at < OVER_THE_WIRE; at++) {
        const thief = await attacked.connect({ localAddress: "127.0.0.5" });
        const resume = { session, secret: makeSecret(), seq: 0, cmd: 0 };
        await thief.sendText(JSON.stringify({ type: "hello", protocol: 2, resume }));
        if (at < 20) expect(await thief.nextMessage("welcome")).toMatchObject({ resumed: false });
        else codes.push((await thief.closed()).code);
        thief.destroy();
      }
      // The limit refills while this loop runs, so a few clients may be accepted. Each gets a new session.
      expect(codes.filter((code) => code === 4429).length).toBeGreaterThan(codes.length * 0.9);
      const elsewhere = await attacked.join({ hello: { resume: { session, secret: "x".repeat(48), seq: 0, cmd: 0 } } });
      expect([elsewhere.welcome.resumed, elsewhere.welcome.session === session]).toEqual([false, false]);
      await ann.expectServed();
    },
  },
  {
    id: "B02",
    what: "10,000 secrets have 192 random bits each, no duplicates, and evenly distributed digits",
    run() {
      const made = Array.from({ length: 10_000 }, makeSecret);
      expect(new Set(made).size).toBe(10_000);
      expect(made.filter((secret) => !/^[0-9a-f]{48}$/.test(secret))).toEqual([]);
      const digits = made.join("");
      for (const digit of "0123456789abcdef") {
        const share = (digits.split(digit).length - 1) / digits.length;
        expect(Math.abs(share * 16 - 1)).toBeLessThan(0.05);
      }
    },
  },
  {
    id: "B12",
    what: "secrets of other lengths are refused without an error, and the time of a comparison does not depend on the difference",
    async run() {
      // Sessions are found by their public id, so the comparison is the only place that could disclose a secret.
      const secret = makeSecret();
      const others = [
        "",
        "x",
        secret.slice(1),
        `${secret}0`,
        `${secret.slice(1)}A`,
        "\u0000".repeat(48),
        "🙈".repeat(24),
      ];
      for (const offered of others) expect([offered, isSecret(offered, secret)]).toEqual([offered, false]);
      expect([isSecret(secret, secret), isSecret("", undefined), isSecret("-".repeat(48), undefined)]).toEqual([
        true,
        false,
        false,
      ]);
      const time = (offered: string): number =>
        processorTime(() => {
          for (let at = 0; at < 20_000; at++) isSecret(offered, secret);
        });
      const [front, back] = [`!${secret.slice(1)}`, `${secret.slice(0, -1)}!`];
      const times: [number, number][] = [];
      for (let at = 0; at < 10; at++) {
        times.push([time(front), time(back)]);
        await pause(1);
      }
      const least = (at: 0 | 1) => Math.min(...times.map((pair) => pair[at]));
      expect(least(0) / least(1)).toBeGreaterThan(0.5);
      expect(least(0) / least(1)).toBeLessThan(2);
    },
  },
];
