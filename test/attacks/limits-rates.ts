import { Text } from "runlet";
import type { Update } from "runlet/transport";
import { defaultLimits } from "../../src/core/limits.ts";
import { event, type Inner } from "./inside.ts";
import type { LimitRow } from "./limit-row.ts";
import { type Stage, stage } from "./stage.ts";

/** Clicks so often; gives how often it was heard. */
function click({ guest, button, heard }: Stage, count: number): number {
  const before = heard.length;
  for (let at = 0; at < count; at++) guest.commands(event(button, "click"));
  return heard.length - before;
}

const updates = (guest: Inner): Update[] => guest.received.filter((each): each is Update => each.type === "update");

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
];
