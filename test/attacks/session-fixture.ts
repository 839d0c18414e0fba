import type { HostOptions } from "runlet";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { connectInProcess, type InProcessClient, quietHost } from "./in-process-client.ts";

/** A session, its client and a virtual clock. */
export interface SessionFixture extends AttackedPage {
  readonly clock: VirtualClock;
  readonly client: InProcessClient;
  /** Connects another client, or the same client again. */
  connectAgain(hello?: object): InProcessClient;
  isConnected(): boolean;
}

/** Creates a session with a clock that only the test advances. */
export function sessionFixture(limits: HostOptions["limits"] = {}): SessionFixture {
  const clock = new VirtualClock(1e12);
  const screens: AttackedPage[] = [];
  const host = quietHost((page) => void screens.push(show(page)), { clock, limits });
  const client = connectInProcess(host);
  const connectAgain = (hello = {}) => connectInProcess(host, hello);
  return {
    ...(screens[0] as AttackedPage),
    clock,
    client,
    connectAgain,
    isConnected: () => client.end() === undefined,
  };
}
