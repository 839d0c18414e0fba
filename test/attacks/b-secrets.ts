import { expect } from "vitest";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const CUTS = 1000;

export const secrets: readonly BuiltRow[] = [
  {
    id: "B03",
    what: "the public id of a disconnected session, offered as its secret, gets a new session",
    async run(attacked) {
      const ann = await attacked.join();
      const { session } = ann.welcome;
      await ann.expectServed();
      ann.client.destroy();
      for (const secret of [session, session.replaceAll("-", "")]) {
        const thief = await attacked.join({ hello: { resume: { session, secret, seq: 0, cmd: 0 } } });
        expect([thief.welcome.resumed, thief.welcome.session === session]).toEqual([false, false]);
      }
      expect((await attacked.join({ hello: { resume: ann.resume } })).welcome.resumed).toBe(true);
    },
  },
  {
    id: "B05",
    what: "a secret that was replaced gets a new session and is logged, and the old session stays open",
    async run(attacked) {
      const ann = await attacked.join();
      const first = ann.resume;
      ann.client.destroy();
      const back = await attacked.join({ hello: { resume: first } });
      expect(back.welcome).toMatchObject({ session: ann.welcome.session, resumed: true });
      // The next message of the client shows that it has the new secret.
      await back.expectServed();
      back.client.destroy();
      const thief = await attacked.join({ hello: { resume: first } });
      expect([thief.welcome.resumed, thief.welcome.session === first.session]).toEqual([false, false]);
      expect(attacked.lines.join("\n")).toMatch(
        `${first.session}: a client at 127.0.0.1 offered a wrong or used secret`,
      );
      const again = await attacked.join({ hello: { resume: back.resume } });
      expect(again.welcome.resumed).toBe(true);
      expect(again.screen.text.value).toBe("1");
    },
  },
  {
    id: "B06",
    what: `${CUTS} cuts before a new secret arrives never lock the client out of its session`,
    async run() {
      const host = quietHost(() => {}, { limits: { resumesPerSecond: 1e9 } });
      const ann = connectInProcess(host);
      const resume = { session: ann.welcome.session, secret: ann.welcome.secret, seq: 1, cmd: 0 };
      await ann.cut();
      for (let at = 0; at < CUTS; at++) {
        const back = connectInProcess(host, { resume });
        expect(back.welcome).toMatchObject({ session: resume.session, resumed: true });
        await back.cut();
      }
      expect(host.sessions).toHaveLength(1);
    },
  },
  {
    id: "B07",
    what: "a client that invents an id and a secret gets new ones, because it cannot choose them",
    async run(attacked) {
      const resume = { session: "chosen-by-me", secret: "c".repeat(48), seq: 0, cmd: 0 };
      const client = await attacked.join({ hello: { resume } });
      expect(client.welcome.resumed).toBe(false);
      expect([client.welcome.session, client.welcome.secret]).not.toContain(resume.session);
      expect(client.welcome.secret).not.toBe(resume.secret);
      expect(attacked.sessions).toEqual([client.welcome.session]);
    },
  },
  {
    id: "B13",
    what: "an impossible number of the last update (-1, 2^53, NaN, text, more than was sent) is refused with 1002, and no session is created",
    async run(attacked) {
      const ann = await attacked.join();
      const { resume } = ann;
      ann.client.destroy();
      for (const wrong of [
        "-1",
        "9007199254740992",
        "null",
        '"1e9"',
        "1.5",
        "1e400",
        "[1]",
        "true",
        "2",
        "4294967297",
      ]) {
        for (const field of ["seq", "cmd"]) {
          const client = await attacked.connect();
          const text = JSON.stringify({ type: "hello", protocol: 2, resume: { ...resume, [field]: "?" } });
          await client.sendText(text.replace('"?"', wrong));
          expect([wrong, field, (await client.closed()).code]).toEqual([wrong, field, 1002]);
        }
      }
      expect(attacked.sessions).toEqual([resume.session]);
      expect((await attacked.join({ hello: { resume } })).welcome.resumed).toBe(true);
    },
  },
];
