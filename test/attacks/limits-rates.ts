import { Text } from "runlet";
import type { Update } from "runlet/transport";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { event, type InProcessClient } from "./in-process-client.ts";
import type { LimitRow } from "./limit-row.ts";
import { type SessionFixture, sessionFixture } from "./session-fixture.ts";

/** Clicks `count` times, and returns how many clicks were handled. */
function click({ client, button, received }: SessionFixture, count: number): number {
  const before = received.length;
  for (let at = 0; at < count; at++) client.commands(event(button, "click"));
  return received.length - before;
}

const updates = (client: InProcessClient): Update[] =>
  client.received.filter((each): each is Update => each.type === "update");

export const ofRates: readonly LimitRow[] = [
  {
    name: "messagesPerSecond",
    max: defaultLimits.messagesPerSecond,
    allows(count) {
      const { client, isConnected } = sessionFixture();
      // The first message was hello.
      for (let at = 1; at < count; at++) client.send({ type: "ping", seq: 1 });
      return isConnected();
    },
  },
  {
    name: "commandBurst",
    max: defaultLimits.commandBurst,
    allows: (count) => click(sessionFixture(), count) === count,
  },
  {
    name: "commandsPerSecond",
    max: defaultLimits.commandsPerSecond,
    allows(count) {
      const one = sessionFixture({ commandBurst: 150, messagesPerSecond: 1e6 });
      click(one, 150);
      one.clock.runUntil(one.clock.now() + 1000);
      return click(one, count) === count;
    },
  },
  {
    name: "(throttled messages)",
    max: 100,
    allows(count) {
      const one = sessionFixture({ commandBurst: 1, commandsPerSecond: 1, messagesPerSecond: 1e6 });
      click(one, 1);
      for (let at = 0; at < count; at++) {
        one.client.send({ type: "commands", seq: 1, commands: [{ cmd: 2, ...event(one.button, "click") }] });
      }
      return one.isConnected();
    },
  },
  {
    name: "handlers",
    max: defaultLimits.handlers,
    allows(count) {
      const one = sessionFixture();
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
    max: defaultLimits.controls,
    allows(count) {
      const { page, isConnected } = sessionFixture();
      // The page and the controls of the fixture count too.
      const there = Object.keys(sessionOf(page).documents()).length;
      page.controls.push(...Array.from({ length: count - there }, () => new Text()));
      sessionOf(page).flush();
      return isConnected();
    },
  },
  {
    name: "unackedUpdates",
    max: defaultLimits.unackedUpdates,
    allows(count) {
      const { text, page, client } = sessionFixture();
      for (let at = 1; at < count; at++) {
        text.value = `${at}.`;
        sessionOf(page).flush();
      }
      return updates(client).length === count;
    },
  },
  {
    name: "unackedBytes",
    max: defaultLimits.unackedBytes,
    at: false,
    allows(count) {
      const { text, page, client } = sessionFixture();
      client.send({ type: "ack", seq: 1 });
      text.value = "x";
      sessionOf(page).flush();
      const { length } = JSON.stringify(updates(client).at(-1));
      client.send({ type: "ack", seq: 2 });
      text.value = "y".repeat(count - length + 1);
      sessionOf(page).flush();
      text.value = "z";
      sessionOf(page).flush();
      return updates(client).length === 4;
    },
  },
];
