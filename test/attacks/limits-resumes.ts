import { defaultLimits } from "../../src/core/link/limits.ts";
import { makeSecret } from "../../src/core/link/secret.ts";
import type { LimitRow } from "./limit-row.ts";
import { sessionFixture } from "./session-fixture.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

export const ofResumes: readonly LimitRow[] = [
  {
    name: "snapshotsPerMinute",
    max: defaultLimits.snapshotsPerMinute,
    allows(count) {
      const { client, isConnected } = sessionFixture();
      for (let at = 0; at < count; at++) client.send({ type: "resend", seq: 0 });
      return isConnected();
    },
  },
  {
    name: "(resumes at once)",
    max: 50,
    allows: (count) => resumes(count, 0),
  },
  { name: "resumesPerSecond", max: defaultLimits.resumesPerSecond, allows: (count) => resumes(count, 50) },
  {
    name: "failedResumesPerMinute",
    max: defaultLimits.failedResumesPerMinute,
    allows(count) {
      const { client, connectAgain } = sessionFixture();
      const { session } = client.welcome;
      const tries = Array.from({ length: count }, () =>
        connectAgain({ resume: { session, secret: makeSecret(), seq: 0, cmd: 0 } }),
      );
      return tries.every((each) => each.end() === undefined);
    },
  },
];

/** Returns whether `count` resumes are all accepted, a second after `before` others. */
async function resumes(count: number, before: number): Promise<boolean> {
  const { client, connectAgain, clock } = sessionFixture();
  let { secret } = client.welcome;
  const { session } = client.welcome;
  let last = client;
  const once = async (): Promise<boolean> => {
    await last.cut();
    await turn();
    last = connectAgain({ resume: { session, secret, seq: 0, cmd: 0 } });
    if (last.end() !== undefined) return false;
    ({ secret } = last.welcome);
    return last.welcome.resumed;
  };
  for (let at = 0; at < before; at++) await once();
  clock.runUntil(clock.now() + 1000);
  for (let at = 0; at < count; at++) if (!(await once())) return false;
  return true;
}
