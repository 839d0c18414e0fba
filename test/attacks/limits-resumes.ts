import { defaultLimits } from "../../src/core/limits.ts";
import { makeSecret } from "../../src/core/secret.ts";
import type { LimitRow } from "./limit-row.ts";
import { stage } from "./stage.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

export const ofResumes: readonly LimitRow[] = [
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
