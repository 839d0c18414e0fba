import { type App, inTurn, type Peer } from "./app.ts";
import { check } from "./check.ts";
import { each, type Job, type Pair, type Record } from "./job.ts";
import { warm } from "./race.ts";
import { makeRows, newTitle } from "./rows.ts";
import type { Steps } from "./steps.ts";
import { endOfTurn, liveHeap } from "./timing.ts";
import { sessions, type Workload, workloads } from "./workloads.ts";

/** Number of rows of a session. Together with the page and the list these are 50 controls. */
const ROWS = 12;
/** Number of sessions that start in one turn of the event loop. */
const A_TURN = 100;

interface Crowd {
  readonly apps: readonly App[];
  /** Bytes of live objects per session. */
  readonly heap: number;
}

/**
 * Measures `size` sessions of 50 controls in one process: the heap per session, and a change of one text in all of
 * them.
 */
export async function measureSessions(peers: Pair<Peer>, { size, isChecked }: Job, record: Record): Promise<void> {
  const change = workloads.find(({ id }) => id === "change-1") as Workload;
  if (isChecked) await each(peers, (peer) => check(peer, change, ROWS));
  await each(peers, async (peer) => warm(broadcast((await crowd(peer, A_TURN)).apps)));
  const crowds = await each(peers, (peer) => crowd(peer, size));
  const steps = await each(crowds, ({ apps }) => broadcast(apps));
  await record(sessions.id, steps, { updates: size, heaps: await each(crowds, ({ heap }) => heap) });
}

/**
 * Creates sessions and changes each once, so that objects that a first change creates are part of the measured heap.
 */
async function crowd(peer: Peer, size: number): Promise<Crowd> {
  const before = liveHeap();
  const apps: App[] = [];
  while (apps.length < size) {
    const app = peer.create({});
    await app.mount(makeRows(ROWS));
    apps.push(app);
    if (apps.length % A_TURN === 0) await endOfTurn();
  }
  await broadcast(apps).next().run();
  await endOfTurn();
  return { apps, heap: (liveHeap() - before) / size };
}

/** Returns steps that each change the same text in all sessions. */
function broadcast(apps: readonly App[]): Steps {
  return {
    isSingle: true,
    next() {
      const at = [0];
      const titles = [newTitle()];
      const run = () => inTurn(apps.length, (index) => (apps[index] as App).setTitles(at, titles));
      return { run, sent: () => apps.at(-1)?.last() };
    },
  };
}
