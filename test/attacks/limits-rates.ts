import { type HostOptions, Text } from "runlet";
import type { Update } from "runlet/transport";
import { defaultLimits } from "../../src/core/limits.ts";
import { makeSecret } from "../../src/core/secret.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { enter, event, hostInside, type Inner } from "./inside.ts";
import type { LimitRow } from "./limit-row.ts";
import { type Screen, show } from "./screen.ts";

interface Stage extends Screen {
  readonly clock: VirtualClock;
  readonly guest: Inner;
  /** Somebody else, or the same again. */
  again(hello?: object): Inner;
  isKept(): boolean;
}

/** A session whose time goes on when a test says so. */
function stage(limits: HostOptions["limits"] = {}): Stage {
  const clock = new VirtualClock(1e12);
  const screens: Screen[] = [];
  const host = hostInside((page) => void screens.push(show(page)), { clock, limits });
  const guest = enter(host);
  const again = (hello = {}) => enter(host, hello);
  return { ...(screens[0] as Screen), clock, guest, again, isKept: () => guest.end() === undefined };
}

/** Clicks so often; gives how often it was heard. */
function click({ guest, button, heard }: Stage, count: number): number {
  const before = heard.length;
  for (let at = 0; at < count; at++) guest.commands(event(button, "click"));
  return heard.length - before;
}

const updates = (guest: Inner): Update[] => guest.received.filter((each): each is Update => each.type === "update");
const turn = () => new Promise((resolve) => setImmediate(resolve));

export const ofRates: readonly LimitRow[] = [
  {
    name: "messagesPerSecond",
    most: defaultLimits.messagesPerSecond,
    allows(count) {
      const { guest, isKept } = stage();
      // The first was hello.
      for (let at = 1; at < count; at++) guest.send({ type: "ping", seq: 1 });
      return isKept();
    },
  },
  { name: "commandBurst", most: defaultLimits.commandBurst, allows: (count) => click(stage(), count) === count },
  {
    name: "commandsPerSecond",
    most: defaultLimits.commandsPerSecond,
    allows(count) {
      const one = stage({ commandBurst: 150, messagesPerSecond: 1e6 });
      click(one, 150);
      one.clock.runUntil(one.clock.now() + 1000);
      return click(one, count) === count;
    },
  },
  {
    name: "(messages too fast)",
    most: 100,
    allows(count) {
      const one = stage({ commandBurst: 1, commandsPerSecond: 1, messagesPerSecond: 1e6 });
      click(one, 1);
      for (let at = 0; at < count; at++) {
        one.guest.send({ type: "commands", seq: 1, commands: [{ cmd: 2, ...event(one.button, "click") }] });
      }
      return one.isKept();
    },
  },
  {
    name: "handlers",
    most: defaultLimits.handlers,
    allows(count) {
      const one = stage();
      let ran = 0;
      one.button.onClick = () => {
        ran++;
        return new Promise(() => {});
      };
      click(one, count);
      return ran === count;
    },
  },
  {
    name: "controls",
    most: defaultLimits.controls,
    allows(count) {
      const { page, isKept } = stage();
      // Some are there, and the page is one.
      const there = Object.keys(page.session.documents()).length;
      page.controls.push(...Array.from({ length: count - there }, () => new Text()));
      page.session.flush();
      return isKept();
    },
  },
  {
    name: "unackedUpdates",
    most: defaultLimits.unackedUpdates,
    allows(count) {
      const { text, page, guest } = stage();
      for (let at = 1; at < count; at++) {
        text.value = `${at}.`;
        page.session.flush();
      }
      return updates(guest).length === count;
    },
  },
  {
    name: "unackedBytes",
    most: defaultLimits.unackedBytes,
    at: false,
    allows(count) {
      const { text, page, guest } = stage();
      guest.send({ type: "ack", seq: 1 });
      text.value = "x";
      page.session.flush();
      const { length } = JSON.stringify(updates(guest).at(-1));
      guest.send({ type: "ack", seq: 2 });
      text.value = "y".repeat(count - length + 1);
      page.session.flush();
      text.value = "z";
      page.session.flush();
      return updates(guest).length === 4;
    },
  },
  {
    name: "snapshotsPerMinute",
    most: defaultLimits.snapshotsPerMinute,
    allows(count) {
      const { guest, isKept } = stage();
      for (let at = 0; at < count; at++) guest.send({ type: "resend", seq: 0 });
      return isKept();
    },
  },
  {
    name: "(resumes at once)",
    most: 50,
    allows: (count) => resumes(count, 0),
  },
  { name: "resumesPerSecond", most: defaultLimits.resumesPerSecond, allows: (count) => resumes(count, 50) },
  {
    name: "failedResumesPerMinute",
    most: defaultLimits.failedResumesPerMinute,
    allows(count) {
      const { guest, again } = stage();
      const { session } = guest.welcome;
      const tries = Array.from({ length: count }, () =>
        again({ resume: { session, secret: makeSecret(), seq: 0, cmd: 0 } }),
      );
      return tries.every((each) => each.end() === undefined);
    },
  },
];

/** Whether all of so many resumes are let in, a second after others. */
async function resumes(count: number, before: number): Promise<boolean> {
  const { guest, again, clock } = stage();
  let { secret } = guest.welcome;
  const { session } = guest.welcome;
  let last = guest;
  const once = async (): Promise<boolean> => {
    await last.cut();
    await turn();
    last = again({ resume: { session, secret, seq: 0, cmd: 0 } });
    if (last.end() !== undefined) return false;
    ({ secret } = last.welcome);
    return last.welcome.resumed;
  };
  for (let at = 0; at < before; at++) await once();
  clock.runUntil(clock.now() + 1000);
  for (let at = 0; at < count; at++) if (!(await once())) return false;
  return true;
}
