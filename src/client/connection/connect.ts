import { type EnteredValue, EnteredValues, restoringWrites } from "../../input/entered-values.ts";
import { ClientLink, isSnapshot, type LinkEvents, type ResumeToken } from "../../protocol/client-link.ts";
import {
  type ClientMessage,
  CloseCode,
  type Documents,
  type Json,
  type ServerMessage,
  type Welcome,
} from "../../protocol/messages.ts";
import { boxStyles } from "../dom/box-styles.ts";
import { adopt } from "../dom/css.ts";
import { Screen } from "../screen/screen.ts";
import { theme } from "../theme/theme.ts";
import { type Channel, type ChannelEvents, type Closed, PAGE_HIDDEN, timers, webSocketChannel } from "./channel.ts";
import { Commands } from "./commands.ts";
import { type ConnectionNotice, Notices } from "./notices.ts";
import { TabStorage } from "./tab-storage.ts";

/** Minimum time between two requests for all documents, in milliseconds. */
const RESYNC_PAUSE = 60_000;

/** The client's end of a transport that is connected already, such as `memoryTransport().client`. */
export interface ConnectedEnd {
  send(message: ClientMessage): void;
  readonly messages$: { subscribe(next: (message: ServerMessage) => void): unknown };
  close(): void;
  readonly closed: Promise<{ readonly code: number }>;
}

/** The address of the app: the URL of its WebSocket, or a connected transport. */
export type Source = { readonly url: string | URL } | { readonly transport: ConnectedEnd };

/** Options of {@link connect}. */
export interface ConnectOptions {
  /** Name of the client's bundle, which identifies its version. Set by the page of a server that serves the client. */
  readonly bundle?: string;
  /** Called when the state of the connection changes. With this function, the built-in banner is not shown. */
  readonly connectionNotice?: ConnectionNotice;
  /**
   * Folder with the drawings of icons, one file `<name>.json` per icon. A host serves it as `runlet/icons/`. Without
   * it, only icons of `registerIcons` are drawn. Others are empty squares.
   */
  readonly icons?: string | URL;
}

/** An app that {@link connect} shows. */
export interface ClientConnection {
  /** Documents that the client has, by id. */
  readonly documents: Documents;
  /** Ends the connection and empties the element. */
  close(): void;
}

/** Shows an app inside an element. Replaces the content of the element. */
export function connect(source: Source, root: Element, options: ConnectOptions = {}): ClientConnection {
  adoptTheme();
  if (options.icons !== undefined) root.setAttribute("data-icons", new URL(options.icons, document.baseURI).href);
  root.classList.add("r-root");
  const connection = new Connection(source, root, options);
  return {
    get documents() {
      return connection.documents;
    },
    close() {
      connection.close();
      root.classList.remove("r-root");
      root.removeAttribute("data-icons");
      root.replaceChildren();
    },
  };
}

/** The page, its link to the session, and the notices about both. */
class Connection {
  readonly #options: ConnectOptions;
  readonly #stage: HTMLElement;
  readonly #notices: Notices;
  readonly #tab: TabStorage | undefined;
  readonly #enteredValues = new EnteredValues();
  #link!: ClientLink;
  #commands!: Commands;
  #screen!: Screen;
  #channel: Channel | undefined;
  #boot: string | undefined;
  /** Opaque name of the session's user; null after the app ended the session, so that no input is restored. */
  #owner: string | null | undefined;
  /** Values to enter again once the new session shows its page. */
  #valuesToRestore: readonly EnteredValue[];
  /** Time of the last request for all documents, in milliseconds. */
  #resyncedAt = Number.NEGATIVE_INFINITY;
  readonly #abort = new AbortController();

  constructor(source: Source, root: Element, options: ConnectOptions) {
    this.#options = options;
    this.#stage = document.createElement("div");
    this.#stage.className = "r-stage";
    this.#notices = new Notices(root, options.connectionNotice);
    root.replaceChildren(this.#stage, this.#notices.element);
    const events: ChannelEvents = {
      opened: (send) => this.#link.opened(send),
      received: (message) => this.#link.receive(message),
      receivedPart: () => this.#link.receivePart(),
      closed: (info) => this.#lost(info),
      uncertain: () => this.#link.check(),
    };
    this.#tab = "url" in source ? new TabStorage(String(source.url)) : undefined;
    const { owner, entered = [] } = this.#tab?.state ?? {};
    this.#owner = owner;
    this.#valuesToRestore = entered;
    if ("transport" in source) {
      this.#startLink(undefined);
      this.#channel = connectedChannel(source.transport, events);
      return;
    }
    // Send pending writes before a reload: no later event can carry them.
    const leave = ({ persisted }: PageTransitionEvent): void => {
      this.#commands?.flush();
      // Another person may go back to this page, so the next welcome shows it again.
      if (persisted) this.#stage.style.opacity = "0";
    };
    addEventListener("pagehide", leave, { signal: this.#abort.signal });
    const claim = async (): Promise<void> => this.#startLink(await this.#tab?.claimSession());
    this.#channel = webSocketChannel(String(source.url), events, claim);
  }

  get documents(): Documents {
    return this.#screen?.replica.documents ?? {};
  }

  close(): void {
    this.#abort.abort();
    this.#channel?.close();
    this.#tab?.release();
    this.#link?.closed();
    this.#screen?.dispose();
    this.#notices.connected();
  }

  #startLink(resumeToken: ResumeToken | undefined): void {
    if (this.#abort.signal.aborted) return;
    const events: LinkEvents = {
      welcomed: (welcome) => this.#welcomed(welcome),
      updated: (update) => {
        this.#screen.update(update, () => {
          if (this.#commands.writes.size > 0) this.#commands.applied(update.ack);
          if (isSnapshot(update)) this.#restore();
        });
      },
      noticed: ({ error }) => this.#notices.error(error),
      unresponsive: () => this.#channel?.drop(),
    };
    const { bundle } = this.#options;
    const heartbeat = this.#tab !== undefined;
    // `crypto.randomUUID` is missing on a page that came over plain HTTP from another machine.
    const instance = crypto.getRandomValues(new Uint32Array(4)).join("-");
    this.#link = new ClientLink({ timers, events, instance, bundle, resumeToken, heartbeat });
    const write = (cmd: number, id: number, properties: { readonly [property: string]: Json }): void => {
      this.#screen.replica.write(cmd, id, properties);
      for (const [property, value] of Object.entries(properties)) {
        this.#screen.recordWrite(id, property, value);
        this.#enteredValues.record(id, property, value);
      }
    };
    this.#commands = new Commands({ write }, this.#link);
    this.#screen = this.#newScreen();
  }

  #newScreen(): Screen {
    return new Screen(this.#stage, this.#commands, {
      failed: (error) => {
        reportError(error);
        this.#notices.showBrokenPart();
      },
      answered: (call, value, error) => this.#commands.answer(call, value, error),
      outOfSync: (error) => this.#resync(error),
    });
  }

  #welcomed({ session, secret, resumed, boot, owner }: Welcome): void {
    // In development, a new start of the app means new code, so the page itself may be new, too.
    if (this.#boot !== undefined && boot !== this.#boot) return location.reload();
    if (boot !== undefined && this.#boot === undefined) void this.#listenForDebuggerKey();
    this.#boot = boot;
    this.#tab?.holdSession({ session, secret }, owner);
    this.#notices.connected();
    this.#stage.style.opacity = "";
    const isOwn = owner === this.#owner;
    this.#owner = owner;
    if (resumed) return;
    const values = isOwn ? this.#collectEntered() : [];
    this.#clear();
    this.#valuesToRestore = values;
  }

  /** Shows or hides the layout debugger when its key is pressed. For development only. */
  async #listenForDebuggerKey(): Promise<void> {
    const { listenForKey } = await import("../layout-debugger/key.ts");
    listenForKey(() => this.#screen.page, this.#abort.signal);
  }

  /** Removes the page and the input of a session that this client shows no longer. */
  #clear(): void {
    this.#valuesToRestore = [];
    this.#enteredValues.clear();
    this.#screen?.dispose();
    this.#commands?.reset();
    if (this.#screen !== undefined) this.#screen = this.#newScreen();
  }

  /** Returns the values that would be lost in a new session or by a reload. */
  #collectEntered(): readonly EnteredValue[] {
    return [...this.#valuesToRestore, ...this.#enteredValues.collect(this.documents, this.#screen.focused)];
  }

  /** Enters the values of the previous session into the new one. */
  #restore(): void {
    const writes = restoringWrites(this.#valuesToRestore, this.documents);
    this.#valuesToRestore = [];
    for (const { id, write } of writes) {
      for (const [property, value] of Object.entries(write)) this.#screen.writeAsPerson(id, property, value);
    }
  }

  /**
   * Requests all documents, because an update could not be applied. If that was already done recently, shows a notice
   * instead.
   */
  #resync(error: unknown): void {
    reportError(error);
    const now = performance.now();
    if (now - this.#resyncedAt < RESYNC_PAUSE) return this.#notices.showBrokenPart();
    this.#resyncedAt = now;
    this.#link.resync();
  }

  #lost({ code, willRetry }: Closed): void {
    this.#link?.closed();
    if (this.#abort.signal.aborted) return;
    // A page that holds a lock could not go into the back/forward cache.
    if (code === PAGE_HIDDEN) return this.#tab?.release();
    if (code === CloseCode.gone) this.#owner = null;
    if (code === CloseCode.gone || code === CloseCode.unauthorized) {
      this.#clear();
      this.#link.resync();
    }
    const mayReload = code === CloseCode.version && this.#tab !== undefined && !this.#tab.state.isReloaded;
    // After a login, or in a newer client, the session goes on. With any other code, its token may be at fault.
    if (!willRetry && code !== CloseCode.version && code !== CloseCode.unauthorized) this.#tab?.dropSession();
    if (!mayReload) return this.#notices.disconnected(code, willRetry);
    this.#tab?.prepareReload(this.#collectEntered());
    location.reload();
  }
}

function connectedChannel(connected: ConnectedEnd, events: ChannelEvents): Channel {
  queueMicrotask(() => {
    connected.messages$.subscribe((message) => events.received(message));
    void connected.closed.then(({ code }) => events.closed({ code, willRetry: false }));
    events.opened((message: ClientMessage) => connected.send(message));
  });
  // Dropping does nothing: there is no other transport, and a transport that is silent now may still send later.
  return { drop: () => {}, close: () => connected.close() };
}

let hasTheme = false;
function adoptTheme(): void {
  if (!hasTheme) adopt(theme + boxStyles);
  hasTheme = true;
}
