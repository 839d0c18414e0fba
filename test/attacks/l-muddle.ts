import { expect } from "vitest";
import { isSoak } from "../support/figures.ts";
import { between, pick, seeded } from "../support/random.ts";
import { enter, event, hostInside, type Inner } from "./inside.ts";
import type { BuiltRow } from "./row.ts";
import { type Screen, show } from "./screen.ts";

const SESSIONS = isSoak ? 500 : 100;
const STEPS = isSoak ? 200_000 : 10_000;

export const muddles: readonly BuiltRow[] = [
  {
    id: "L06",
    what: `${SESSIONS} sessions, each with a mark of its own, in a muddle of events, breaks and resumes with right and wrong secrets → no mark in another's frames (one process: there is no second)`,
    async run() {
      const random = seeded(6);
      const many = {
        commandBurst: 1e9,
        messagesPerSecond: 1e9,
        resumesPerSecond: 1e9,
        failedResumesPerMinute: 1e9,
        keptSessions: 1e6,
      };
      const screens = new Map<string, Screen>();
      const mark = (id: string) => `mark of ${id}`;
      const main = (page: Screen["page"]): void => {
        const screen = show(page);
        screens.set(page.session.id, screen);
        screen.note.value = mark(page.session.id);
        page.pubsub.subscribe(() => void (screen.note.label = `${mark(page.session.id)} ${screen.heard.length}`));
        screen.box.onChange = () => page.pubsub.sendAll("all");
      };
      const host = hostInside(main, { limits: many });
      const guests: Inner[] = Array.from({ length: SESSIONS }, () => enter(host));
      let looked = 0;
      const look = (guest: Inner): void => {
        const { session } = guest.welcome;
        const marks = JSON.stringify(guest.received).match(/mark of [\w-]+/g) ?? [];
        if (marks.some((each) => each !== mark(session))) throw new Error(`${session} was told ${marks}`);
        looked += marks.length;
        // The welcome stays, and the last update, which tells where it is.
        const last = guest.received.findLast(({ type }) => type === "update");
        guest.received.splice(1, guest.received.length, ...(last === undefined ? [] : [last]));
      };
      for (let at = 0; at < STEPS; at++) {
        const which = between(random, 0, SESSIONS - 1);
        const guest = guests[which] as Inner;
        if (guest.received.length > 100) look(guest);
        const { session, secret } = guest.welcome;
        const { button, box, note } = screens.get(session) as Screen;
        const kind = random();
        if (kind < 0.5) guest.commands(event(button, "click"));
        else if (kind < 0.7) guest.commands({ id: note.id, write: { value: `${mark(session)} ${at}` } });
        else if (kind < 0.7 + 2 / SESSIONS)
          guest.commands({ id: box.id, write: { value: true } }, event(box, "change", true));
        else if (kind < 0.92) guest.send({ type: "ack", seq: guest.seq });
        else {
          look(guest);
          await guest.cut();
          const other = pick(random, guests).welcome;
          const right = { session, secret };
          const offer = pick(random, [
            right,
            right,
            { session, secret: other.secret },
            { session: other.session, secret },
          ]);
          guests[which] = enter(host, { resume: { ...offer, seq: 0, cmd: 0 } });
        }
      }
      guests.forEach(look);
      expect(looked).toBeGreaterThan(STEPS / 20);
      await host.close();
    },
  },
];
