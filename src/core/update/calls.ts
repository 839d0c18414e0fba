import type { Call, Json, ResultCommand } from "../../protocol/messages.ts";
import { quote, RunletError, shorten } from "../declaration/errors.ts";
import { describeProblem } from "../declaration/problem.ts";
import type { MethodSpec } from "../declaration/spec.ts";
import { convertAs, encodeAs } from "../declaration/types.ts";
import { messageOf } from "../reactive/thrown.ts";
import { type AnyControl, ensureExtras, NODE, type Node, pathOf, propertyPath, type Scope } from "../tree/node.ts";
import { sizeOf } from "../tree/size.ts";
import { assertSendable } from "./unsendable.ts";

/** Longest reason of a client that could not run a method, in characters. */
const MAX_REASON = 500;
/** Maximum number of calls of a session that wait for an answer. A larger number is a bug in the app. */
const MAX_PENDING = 1000;
/** Approximate bytes of a pending call without its argument. */
const CALL_BYTES = 512;

interface PendingCall {
  readonly node: Node;
  readonly message: Call;
  readonly method: MethodSpec;
  readonly bytes: number;
  isSent: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Calls a method of the control's renderer in the client, such as `focus()` or `scrollTo(…)`. The call keeps its order
 * among the changes before and after it. It is queued until the control is mounted and a client is connected. Resolves
 * with the renderer's result. Errors: `unknown-method`, `wrong-type`, `busy`, and `call-failed` (the control was
 * unmounted, the client was closed or reloaded, or the renderer failed).
 */
export function callClient<T = void>(control: AnyControl, method: string, args?: unknown): Promise<T> {
  const node = control[NODE];
  const call = (scope: Scope): Promise<unknown> => scope.call(node, method, args);
  const result =
    node.session === undefined
      ? new Promise((resolve) => (ensureExtras(node).queuedCalls ??= []).push((scope) => resolve(call(scope))))
      : call(node.session);
  // A caller that ignores the result must not cause an unhandled rejection. Failed calls are logged.
  result.catch(() => {});
  return result as Promise<T>;
}

/** Throws if an argument cannot be sent, although the app's own type accepts it. */
function assertArgument(node: Node, method: string, data: unknown): void {
  try {
    assertSendable(data);
  } catch (cause) {
    throw new RunletError(
      "not-sendable",
      `${propertyPath(node, method)}(): the argument ${quote(data)} cannot be sent to the client: ${messageOf(cause)}. Pass plain data: objects, arrays, text, numbers.`,
      { cause },
    );
  }
}

/** The calls to renderers of one session that have no answer yet. */
export class Calls {
  readonly #requestUpdate: () => void;
  readonly #warn: (warning: string) => void;
  readonly #pending = new Map<number, PendingCall>();
  #lastNumber = 0;
  /** Number of calls that were not sent yet. */
  unsentCount = 0;
  /** Approximate bytes of the calls that have no answer. */
  bytes = 0;

  /** `requestUpdate` is called when a call waits to be sent. `warn` logs a call that failed. */
  constructor(requestUpdate: () => void, warn: (warning: string) => void) {
    this.#requestUpdate = requestUpdate;
    this.#warn = warn;
  }

  async call(node: Node, name: string, args: unknown): Promise<unknown> {
    const method = node.spec.methods[name];
    if (method === undefined) {
      throw new RunletError(
        "unknown-method",
        `${propertyPath(node, name)}(): ${node.spec.type} declares no such method.`,
      );
    }
    const problem = method.args.check(args);
    if (problem !== undefined)
      throw new RunletError(
        "wrong-type",
        `${describeProblem(`${propertyPath(node, name)}(): the argument`, problem)}.`,
      );
    if (this.#pending.size >= MAX_PENDING) {
      throw new RunletError(
        "busy",
        `${propertyPath(node, name)}(): ${MAX_PENDING} calls of this session have no answer.`,
      );
    }
    const data = encodeAs(method.args, convertAs(method.args, args)) as Json | undefined;
    if (data !== undefined) assertArgument(node, name, data);
    const message: Call = {
      call: ++this.#lastNumber,
      id: node.id,
      method: name,
      ...(data !== undefined && { args: data }),
    };
    const bytes = CALL_BYTES + sizeOf(data);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(message.call, { node, message, method, bytes, isSent: false, resolve, reject });
    });
    this.bytes += bytes;
    this.unsentCount++;
    this.#requestUpdate();
    return answer;
  }

  /** Removes and returns the unsent calls whose controls the client has, in order. */
  drainReady(): Call[] {
    const ready: Call[] = [];
    for (const pending of this.#pending.values()) {
      if (pending.isSent) continue;
      if (pending.node.session === undefined) this.#reject(pending, "has left the page");
      else if (pending.node.sent !== undefined) {
        pending.isSent = true;
        this.unsentCount--;
        ready.push(pending.message);
      }
    }
    return ready;
  }

  /** Handles the client's answer to a call. */
  answer({ id, result, value, error }: ResultCommand): void {
    const pending = this.#pending.get(result);
    if (pending?.isSent !== true || pending.node.id !== id) {
      throw new RunletError(
        "unknown-call",
        `The client answered call ${quote(result)} of control ${id}, which waits for no answer.`,
      );
    }
    if (error !== undefined) {
      // The client is not trusted: its error may be anything.
      const reason: unknown = error;
      const text = typeof reason === "string" ? shorten(reason, MAX_REASON).replace(/\p{C}/gu, " ") : quote(reason);
      return this.#reject(pending, `could not do it: ${text}`);
    }
    try {
      const problem = pending.method.result.check(value);
      if (problem !== undefined) return this.#reject(pending, describeProblem("gave an answer that", problem));
      pending.resolve(convertAs(pending.method.result, value));
      this.#remove(pending);
    } catch (thrown) {
      // The type of the result may be the app's own. The caller gets the very error of its check.
      this.#reject(pending, `gave an answer whose check failed: ${messageOf(thrown)}`, { thrown });
    }
  }

  /**
   * Fails the calls that were sent, because a new or reloaded client starts from a full snapshot and never got them.
   */
  rejectSent(): void {
    for (const pending of this.#pending.values())
      if (pending.isSent) this.#reject(pending, "was rendered again from the start by its client");
  }

  /** Fails the calls of a control that left the page, because its renderer is gone. */
  controlRemoved(node: Node): void {
    if (this.#pending.size === 0) return;
    for (const pending of this.#pending.values()) if (pending.node === node) this.#reject(pending, "has left the page");
  }

  /** Fails all calls, because the session ends. */
  rejectAll(): void {
    for (const pending of this.#pending.values()) this.#reject(pending, "is on a page that was closed");
  }

  #remove({ message, bytes }: PendingCall): void {
    this.#pending.delete(message.call);
    this.bytes -= bytes;
  }

  #reject(pending: PendingCall, why: string, check?: { readonly thrown: unknown }): void {
    const { node, message, isSent, reject } = pending;
    this.#remove(pending);
    if (!isSent) this.unsentCount--;
    const error = new RunletError("call-failed", `${propertyPath(node, message.method)}(): ${pathOf(node)} ${why}.`);
    this.#warn(`${error.code}: ${error.message}`);
    reject(check === undefined ? error : check.thrown);
  }
}
