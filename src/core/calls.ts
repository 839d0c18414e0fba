import type { Call, Json, ResultCommand } from "../protocol/messages.ts";
import type { Control } from "./control.ts";
import { quote, RunletError } from "./errors.ts";
import { NODE, type Node, nameOf, pathOf } from "./node.ts";
import type { Session } from "./session.ts";
import type { MethodSpec } from "./spec.ts";
import { encodeAs } from "./types.ts";

/** Most calls of a session that may wait for an answer. More than this is a bug in the app. */
const MOST_WAITING = 1000;

interface Waiting {
  readonly node: Node;
  readonly call: Call;
  readonly method: MethodSpec;
  isSent: boolean;
  resolve(value: unknown): void;
  reject(error: RunletError): void;
}

/**
 * Calls a method of the control's renderer in the client, such as `focus()` or `scrollTo(…)`. The call keeps its order
 * among the changes before and after it. It is queued until the control is mounted and a client is connected. Resolves
 * with the renderer's result. Errors: `unknown-method`, `wrong-type`, `busy`, and `call-failed` (the control was
 * unmounted, the client was closed or reloaded, or the renderer failed).
 */
export function callClient<T = void>(control: Control, method: string, args?: unknown): Promise<T> {
  const node = control[NODE];
  const make = (session: Session): Promise<unknown> => session.calls.make(node, method, args);
  const result =
    node.session === undefined
      ? new Promise((resolve) => (node.early ??= []).push((session) => resolve(make(session))))
      : make(node.session);
  // A caller that ignores the result must not cause an unhandled rejection. Failed calls are logged.
  result.catch(() => {});
  return result as Promise<T>;
}

/** The calls to renderers of one session that have no answer yet. */
export class Calls {
  readonly #session: Session;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #unsent = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  async make(node: Node, name: string, args: unknown): Promise<unknown> {
    const method = node.spec.methods[name];
    if (method === undefined) {
      throw new RunletError("unknown-method", `${nameOf(node, name)}(): ${node.spec.type} declares no such method.`);
    }
    const problem = method.args.check(args);
    if (problem !== undefined) throw new RunletError("wrong-type", `${nameOf(node, name)}(): the argument${problem}.`);
    if (this.#waiting.size >= MOST_WAITING) {
      throw new RunletError("busy", `${nameOf(node, name)}(): ${MOST_WAITING} calls of this session have no answer.`);
    }
    const data = encodeAs(method.args, args) as Json | undefined;
    const call: Call = { call: ++this.#last, id: node.id, method: name, ...(data !== undefined && { args: data }) };
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(call.call, { node, call, method, isSent: false, resolve, reject });
    });
    this.#unsent++;
    this.#session.sendSoon();
    return answer;
  }

  /** Removes and returns the unsent calls whose controls the client has, in order. */
  take(): Call[] {
    const due: Call[] = [];
    if (this.#unsent === 0) return due;
    for (const waiting of this.#waiting.values()) {
      if (waiting.isSent) continue;
      if (waiting.node.session === undefined) this.#fail(waiting, "has left the page");
      else if (waiting.node.given !== undefined) {
        waiting.isSent = true;
        this.#unsent--;
        due.push(waiting.call);
      }
    }
    return due;
  }

  /** Handles the client's answer to a call. */
  answer({ id, result, value, error }: ResultCommand): void {
    const waiting = this.#waiting.get(result);
    if (waiting?.isSent !== true || waiting.node.id !== id) {
      throw new RunletError(
        "unknown-call",
        `The client answered call ${quote(result)} of control ${id}, which waits for no answer.`,
      );
    }
    if (error !== undefined) return this.#fail(waiting, `could not do it: ${String(error)}`);
    const problem = waiting.method.result.check(value);
    if (problem !== undefined) return this.#fail(waiting, `gave an answer that${problem}`);
    this.#waiting.delete(result);
    waiting.resolve(value);
  }

  /** Fails the calls that were sent: a new or reloaded client, which starts from a full snapshot, never got them. */
  restart(): void {
    for (const waiting of this.#waiting.values())
      if (waiting.isSent) this.#fail(waiting, "was rendered again from the start by its client");
  }

  /** Fails the calls of a control that left the page, because its renderer is gone. */
  left(node: Node): void {
    if (this.#waiting.size === 0) return;
    for (const waiting of this.#waiting.values()) if (waiting.node === node) this.#fail(waiting, "has left the page");
  }

  /** Fails all calls, because the session ends. */
  end(): void {
    for (const waiting of this.#waiting.values()) this.#fail(waiting, "is on a page that was closed");
  }

  #fail({ node, call, isSent, reject }: Waiting, why: string): void {
    this.#waiting.delete(call.call);
    if (!isSent) this.#unsent--;
    const error = new RunletError("call-failed", `${nameOf(node, call.method)}(): ${pathOf(node)} ${why}.`);
    this.#session.log.warn(`[runlet] ${this.#session.id}: ${error.code}: ${error.message}`);
    reject(error);
  }
}
