import type { HostOptions } from "runlet";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { enter, hostInside, type Inner } from "./inside.ts";
import { type Screen, show } from "./screen.ts";

/** A session, somebody who shows it, and a clock. */
export interface Stage extends Screen {
  readonly clock: VirtualClock;
  readonly guest: Inner;
  /** Somebody else, or the same again. */
  again(hello?: object): Inner;
  isKept(): boolean;
}

/** A session whose time goes on when a test says so. */
export function stage(limits: HostOptions["limits"] = {}): Stage {
  const clock = new VirtualClock(1e12);
  const screens: Screen[] = [];
  const host = hostInside((page) => void screens.push(show(page)), { clock, limits });
  const guest = enter(host);
  const again = (hello = {}) => enter(host, hello);
  return { ...(screens[0] as Screen), clock, guest, again, isKept: () => guest.end() === undefined };
}
