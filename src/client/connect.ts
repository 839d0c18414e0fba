import type { Documents, ServerMessage } from "../protocol/messages.ts";
import { PROTOCOL_VERSION } from "../protocol/messages.ts";
import { type Channel, type ChannelEvents, webSocketChannel } from "./channel.ts";
import { Commands } from "./commands.ts";
import { adopt } from "./css.ts";
import { Notices } from "./notices.ts";
import { Screen } from "./screen.ts";
import { theme } from "./theme.ts";

/** The client's end of a connection that is there already: `memoryTransport().client`, for one. */
export interface ConnectedEnd {
  send(message: never): void;
  readonly messages$: { subscribe(next: (message: ServerMessage) => void): unknown };
  close(): void;
  readonly closed: Promise<{ readonly code: number }>;
}

/** Where the app is: the address of its WebSocket, or a transport that is connected. */
export type Source = { readonly url: string | URL } | { readonly transport: ConnectedEnd };

/** A page on the screen. */
export interface ClientConnection {
  /** What the client has, by id. */
  readonly documents: Documents;
  /** Ends the connection and leaves the page empty. */
  close(): void;
}

/** Shows an app inside an element. The element's content is replaced. */
export function connect(source: Source, root: Element): ClientConnection {
  adoptTheme();
  root.classList.add("r-root");
  const notices = new Notices(root);
  let boot: string | undefined;
  const commands: Commands = new Commands(
    {
      write(cmd, id, properties) {
        screen.replica.write(cmd, id, properties);
        for (const [property, value] of Object.entries(properties)) screen.wrote(id, property, value);
      },
    },
    (message) => channel.send(message),
  );
  const stage = document.createElement("div");
  stage.className = "r-stage";
  root.replaceChildren(stage, notices.element);
  const failed = (error: unknown): void => {
    reportError(error);
    notices.broken();
  };
  let screen = new Screen(stage, commands, failed);
  let isClosed = false;

  const events: ChannelEvents = {
    opened: () => channel.send({ type: "hello", protocol: PROTOCOL_VERSION }),
    received(message) {
      if (message.type === "update") {
        screen.update(message, () => commands.applied(message.seq, message.ack));
      } else if (message.type === "notice") {
        notices.error(message.error);
      } else {
        // In development a new start of the app means new code: the page itself may be new, too.
        if (boot !== undefined && message.boot !== boot) return location.reload();
        boot = message.boot;
        notices.connected();
        screen.end();
        commands.reset();
        screen = new Screen(stage, commands, failed);
      }
    },
    closed: ({ willRetry }) => isClosed || notices.disconnected(willRetry),
  };
  const channel: Channel =
    "url" in source ? webSocketChannel(String(source.url), events) : connectedChannel(source.transport, events);

  return {
    get documents() {
      return screen.replica.documents;
    },
    close() {
      isClosed = true;
      screen.end();
      channel.close();
      notices.connected();
      root.classList.remove("r-root");
      root.replaceChildren();
    },
  };
}

function connectedChannel(end: ConnectedEnd, events: ChannelEvents): Channel {
  queueMicrotask(() => {
    end.messages$.subscribe((message) => events.received(message));
    void end.closed.then(({ code }) => events.closed({ code, willRetry: false }));
    events.opened();
  });
  return { send: (message) => end.send(message as never), close: () => end.close() };
}

let hasTheme = false;
function adoptTheme(): void {
  if (!hasTheme) adopt(theme);
  hasTheme = true;
}
