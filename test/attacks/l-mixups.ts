import { expect } from "vitest";
import { isSoak } from "../support/measurements.ts";
import { between, pick, seeded } from "../support/random.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { connectInProcess, event, type InProcessClient, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const SESSIONS = isSoak ? 500 : 100;
const STEPS = isSoak ? 200_000 : 10_000;

export const mixups: readonly BuiltRow[] = [
  {
    id: "L06",
    what: `${SESSIONS} sessions with different marks never receive each other's marks during random events, cuts and resumes with right and wrong secrets`,
    async run() {
      const random = seeded(6);
      const many = {
        commandBurst: 1e9,
        messagesPerSecond: 1e9,
        resumesPerSecond: 1e9,
        failedResumesPerMinute: 1e9,
        keptSessions: 1e6,
      };
      const screens = new Map<string, AttackedPage>();
      const mark = (id: string) => `mark of ${id}`;
      const main = (page: AttackedPage["page"]): void => {
        const screen = show(page);
        screens.set(page.session.id, screen);
        screen.note.value = mark(page.session.id);
        page.pubsub.subscribe(() => void (screen.note.label = `${mark(page.session.id)} ${screen.received.length}`));
        screen.box.onChange = () => page.pubsub.sendAll("all");
      };
      const host = quietHost(main, { limits: many });
      const guests: InProcessClient[] = Array.from({ length: SESSIONS }, () => connectInProcess(host));
      let looked = 0;
      const look = (client: InProcessClient): void => {
        const { session } = client.welcome;
        const marks = JSON.stringify(client.received).match(/mark of [\w-]+/g) ?? [];
        if (marks.some((each) => each !== mark(session))) throw new Error(`${session} received ${marks}`);
        looked += marks.length;
        // The welcome is kept, and the last update, because it has the current number.
        const last = client.received.findLast(({ type }) => type === "update");
        client.received.splice(1, client.received.length, ...(last === undefined ? [] : [last]));
      };
      for (let at = 0; at < STEPS; at++) {
        const which = between(random, 0, SESSIONS - 1);
        const client = guests[which] as InProcessClient;
        if (client.received.length > 100) look(client);
        const { session, secret } = client.welcome;
        const { button, box, note } = screens.get(session) as AttackedPage;
        const kind = random();
        if (kind < 0.5) client.commands(event(button, "click"));
        else if (kind < 0.7) client.commands({ id: note.id, write: { value: `${mark(session)} ${at}` } });
        else if (kind < 0.7 + 2 / SESSIONS)
          client.commands({ id: box.id, write: { value: true } }, event(box, "change", true));
        else if (kind < 0.92) client.send({ type: "ack", seq: client.seq });
        else {
          look(client);
          await client.cut();
          const other = pick(random, guests).welcome;
          const right = { session, secret };
          const offer = pick(random, [
            right,
            right,
            { session, secret: other.secret },
            { session: other.session, secret },
          ]);
          guests[which] = connectInProcess(host, { resume: { ...offer, seq: 0, cmd: 0 } });
        }
      }
      guests.forEach(look);
      expect(looked).toBeGreaterThan(STEPS / 20);
      await host.close();
    },
  },
];
