import { CloseCode, type ErrorNotice } from "../../protocol/messages.ts";
import { startDeadline } from "../../protocol/timers.ts";
import { element } from "../dom/css.ts";
import { timers } from "./channel.ts";

/**
 * Time without a connection before a notice is shown, in milliseconds. A very short interruption is not worth a notice.
 */
const DISCONNECT_GRACE = 1000;
const MAX_NOTICES = 3;

/**
 * State of a page's connection. `"away"` means that the client connects again by itself. `"ended"` means that only the
 * person can start a new connection.
 */
export type ConnectionState = "connected" | "away" | "ended";

/**
 * A function that shows the state of the connection, in place of the banner. `code` is the close code, or 0 while
 * connected.
 */
export type ConnectionNotice = (state: ConnectionState, code: number) => void;

/** Texts for connections that ended and are not retried, by close code. */
const ENDED: { readonly [code: number]: string | undefined } = {
  [CloseCode.unauthorized]: "You are no longer logged in.",
  [CloseCode.replaced]: "This page was opened in another place.",
  [CloseCode.version]: "There is a new version of this page.",
  [CloseCode.tooMany]: "There are too many connections. Close other pages of this app, or wait a minute.",
};

/** Notices next to the app: the connection is lost, or something went wrong. */
export class Notices {
  readonly element: HTMLElement = element("div", "r-notices");
  readonly #root: Element;
  readonly #status: HTMLElement = element("div", "r-notice");
  readonly #custom: ConnectionNotice | undefined;
  /** Cancels the notice that will be shown, or was shown. */
  #cancel: (() => void) | undefined;

  constructor(root: Element, custom?: ConnectionNotice) {
    this.#root = root;
    this.#custom = custom;
    this.#status.role = "status";
    this.#status.hidden = true;
    this.element.append(this.#status);
  }

  connected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#status.hidden = true;
    this.#root.classList.remove("r-root-away");
    this.#custom?.("connected", 0);
  }

  disconnected(code: number, willRetry: boolean): void {
    // Each failed attempt calls this, too. The timer of the first one is running already.
    if (willRetry && this.#cancel !== undefined) return;
    this.#cancel?.();
    const show = (): void => this.#showAway(code, willRetry);
    this.#cancel = willRetry ? startDeadline(timers, DISCONNECT_GRACE, show) : timers.after(0, show);
  }

  #showAway(code: number, willRetry: boolean): void {
    this.#root.classList.add("r-root-away");
    if (this.#custom !== undefined) return this.#custom(willRetry ? "away" : "ended", code);
    this.#status.hidden = false;
    // While the client retries, a control of the app may be shown instead: `page.connectionNotice`.
    this.#status.classList.toggle("r-notice-waiting", willRetry);
    this.#status.textContent = willRetry
      ? "The connection was lost. Connecting again…"
      : `${ENDED[code] ?? "The app has ended this page."} `;
    if (!willRetry) this.#status.append(action("Reload", () => location.reload()));
  }

  error(error: ErrorNotice): void {
    const text =
      error.message === undefined
        ? `Something went wrong (${error.id}).`
        : `${error.path}: ${error.message} (${error.id})`;
    this.#showAlert(text, (notice) => action("Dismiss", () => notice.remove()));
  }

  /** Shows that a part of the page could not be shown, because its code failed or did not load. */
  showBrokenPart(): void {
    this.#showAlert("A part of this page could not be shown.", () => action("Reload", () => location.reload()));
  }

  /** Shows a notice. At most a few are shown at a time, and none twice, so that the person can reach all of them. */
  #showAlert(text: string, makeAction: (notice: HTMLElement) => HTMLElement): void {
    const shown = [...this.element.querySelectorAll("[role=alert]")];
    if (shown.some((old) => old.firstChild?.textContent === text)) return;
    for (const old of shown.slice(0, -MAX_NOTICES + 1)) old.remove();
    const notice = element("div", "r-notice");
    notice.role = "alert";
    notice.append(text, makeAction(notice));
    this.element.append(notice);
  }
}

function action(label: string, onClick: () => void): HTMLButtonElement {
  const button = element("button", "r-notice-action");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", onClick);
  return button;
}
