import type { Command } from "../../protocol/messages.ts";
import { RunletError } from "../declaration/errors.ts";
import type { Clock } from "../reactive/clock.ts";
import type { Limits } from "./limits.ts";
import { RateLimiter } from "./rate-limiter.ts";

/** Milliseconds until the client is asked to resend commands that exceeded the rate limit. */
const THROTTLE_PAUSE = 500;
/** Maximum number of messages over the rate limit during one pause. A person cannot cause more. */
const MAX_THROTTLED_MESSAGES = 100;

/** Options of a {@link CommandReceiver}. */
export interface CommandReceiverOptions {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "commandBurst" | "commandsPerSecond">;
  run(command: Command): void;
  /** Asks the client to send all commands after `cmd` again. */
  requestResend(cmd: number): void;
}

/** Runs each command of a client once and in order, even if it arrives several times, and not too many a second. */
export class CommandReceiver {
  readonly #options: CommandReceiverOptions;
  readonly #limiter: RateLimiter;
  /** Number of the last command that was run. */
  last = 0;
  /** Number of messages that exceeded the rate limit since the client was last asked to resend. */
  #throttledMessages = 0;
  #cancelPause: (() => void) | undefined;
  #hasEnded = false;

  constructor(options: CommandReceiverOptions) {
    const { clock, limits } = options;
    this.#options = options;
    this.#limiter = new RateLimiter(clock, limits.commandsPerSecond, limits.commandBurst);
  }

  /** Runs the commands of one message, up to the first one that must wait. */
  receive(commands: readonly Command[]): void {
    for (const command of commands) {
      if (this.#hasEnded) return;
      // The command arrived before. The client sent it again, because the connection was lost before the ack.
      if (command.cmd <= this.last) continue;
      if (command.cmd > this.last + 1) {
        if (this.#throttledMessages === 0) this.#options.requestResend(this.last);
        return;
      }
      if (this.#throttledMessages > 0 || !this.#limiter.tryAcquire()) return this.#throttle();
      this.last = command.cmd;
      this.#options.run(command);
    }
  }

  /**
   * Delays commands that exceed the rate limit. Nothing is lost, because the client sends unacknowledged commands
   * again. A client that ignores the pause is disconnected.
   */
  #throttle(): void {
    const { clock, limits, requestResend } = this.#options;
    if (++this.#throttledMessages > MAX_THROTTLED_MESSAGES) {
      const { commandsPerSecond } = limits;
      throw new RunletError("too-many", `A client sent more than ${commandsPerSecond} commands a second, and went on.`);
    }
    if (this.#throttledMessages > 1) return;
    const endPause = (): void => {
      this.#throttledMessages = 0;
      requestResend(this.last);
    };
    this.#cancelPause = clock.after(THROTTLE_PAUSE, endPause, true);
  }

  /** Runs no further command, because the session ends. */
  end(): void {
    this.#hasEnded = true;
    this.#cancelPause?.();
  }
}
