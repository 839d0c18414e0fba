/**
 * All messages between client and server. This file imports types of its own folder only, because it is the only link
 * between an app and any client. A client in another language needs this file, `patch.ts` and the four rules of
 * `replica.ts`.
 */
import type { Operation } from "./patch.ts";

/** Version of these messages. A client and a server with different versions do not connect. */
export const PROTOCOL_VERSION = 2;

/** Bytes that one message of a client may have, if the server does not say otherwise. */
export const DEFAULT_MESSAGE_BYTES = 262_144;

/** A value that JSON can represent. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The client's data about one control. Properties at their default are omitted. */
export interface Document {
  /** Type of the control, which selects the renderer. */
  readonly $type: string;
  /** Ids of the children, by slot: one id, or a list of ids. An empty slot is omitted. */
  readonly $slots?: Slots;
  /** Error that the client shows in a box instead of the control. */
  readonly $error?: ErrorNotice;
  readonly [property: string]: unknown;
}

/** Ids of a control's children, by slot. */
export type Slots = { readonly [slot: string]: number | readonly number[] };

/** The part of an error that a person sees: always the id, which is in the log too; the rest in development only. */
export interface ErrorNotice {
  readonly id: string;
  readonly path?: string;
  readonly message?: string;
}

/** The client's whole state: documents by control id. The page has the id 1. */
export type Documents = { [id: string]: Document };

// ---- server to client -------------------------------------------------------------------------

/**
 * The answer to `hello`: the session that the client shows from now on. `seq` and `cmd` never restart within one
 * session id.
 */
export interface Welcome {
  readonly type: "welcome";
  readonly protocol: typeof PROTOCOL_VERSION;
  /** Public id of the session, for logs. It gives no access to the session. */
  readonly session: string;
  /**
   * Secret that opens the session again after the connection is lost. It replaces the previous secret when the client
   * sends its next message.
   */
  readonly secret: string;
  /** Whether this is the session that the client asked for. If so, the client's state is still valid. */
  readonly resumed: boolean;
  /** Highest `cmd` that has arrived. The client sends later commands again. */
  readonly cmd: number;
  /**
   * Opaque name of the user that the session belongs to. Omitted for an anonymous client. The input of a lost session may
   * be entered again only into a session with the same owner.
   */
  readonly owner?: string;
  /** Bytes that one message from the client may have. Default 262,144. */
  readonly maxBytes?: number;
  /** Name of this start of the app, in development only. If it differs after a reconnect, the client reloads. */
  readonly boot?: string;
}

/**
 * Documents that are new to the client. A number is the id of the document after it. A document without a number before
 * it has the next id: `[4, {…}, {…}, 9, {…}]` are the documents 4, 5 and 9.
 */
export type NewDocuments = readonly (number | Document)[];

/**
 * Brings the client's documents up to date: changes first, then new documents. If an operation has the path `""`, the
 * update contains all documents and replaces the earlier state.
 */
export interface Update {
  readonly type: "update";
  /** Number of the update: 1 for the first one of a session, then one more each time. */
  readonly seq: number;
  /** Highest `cmd` whose effect is in the documents as of this update. */
  readonly ack: number;
  /** RFC 6902 operations on the object of all documents. The list is empty if nothing that the client has changed. */
  readonly ops: readonly Operation[];
  /** Documents of the controls that enter the page. They are put in after `ops`. Omitted if there are none. */
  readonly docs?: NewDocuments;
  /** Calls that controls perform in order, once `ops` and `docs` are shown. Omitted if there are none. */
  readonly calls?: readonly Call[];
}

/** What an update brings, without its numbers. */
export type UpdateContent = Omit<Update, "type" | "seq" | "ack">;

/**
 * A request to a control to do something that is not state, such as taking the focus or scrolling. Each call is
 * answered once.
 */
export interface Call {
  /** Number of the call: 1 for the first one of a session, then one more each time. */
  readonly call: number;
  /** Id of the control. */
  readonly id: number;
  readonly method: string;
  readonly args?: Json;
}

/** Reports a problem that the person should know of. The session continues. */
export interface Notice {
  readonly type: "notice";
  readonly error: ErrorNotice;
}

/**
 * The answer to a ping: the numbers of the last update that was sent and of the last command that arrived. They show
 * the client which messages were lost.
 */
export interface Pong {
  readonly type: "pong";
  readonly seq: number;
  readonly cmd: number;
}

/** Asks the client to send all commands after `cmd` again, because some did not arrive or were too many at once. */
export interface ResendCommands {
  readonly type: "resend";
  readonly cmd: number;
}

export type ServerMessage = Welcome | Update | Notice | Pong | ResendCommands;

// ---- client to server -------------------------------------------------------------------------

/** The first message of a connection. */
export interface Hello {
  readonly type: "hello";
  readonly protocol: number;
  /**
   * Secret name of this run of the client; a reload is another run. A client that connects again with the same name
   * gets its session at once.
   */
  readonly instance?: string;
  /** Version of the client, if the server delivers the client. A client with another version must reload. */
  readonly bundle?: string;
  /** Session to continue. Without it, or if that session is gone, a new one starts. */
  readonly resume?: Resume;
}

/** A session to continue, and the state that the client has of it. */
export interface Resume {
  readonly session: string;
  readonly secret: string;
  /** Number of the last update that the client has. With 0 it has none, so all documents are sent. */
  readonly seq: number;
  /** Last `ack` that the client has seen. */
  readonly cmd: number;
}

/** Acknowledges all updates up to `seq`. Sent on its own only if no commands carry it. */
export interface Ack {
  readonly type: "ack";
  readonly seq: number;
}

/** Acknowledges updates as `ack` does, and asks for a `pong`. */
export interface Ping {
  readonly type: "ping";
  readonly seq: number;
}

/**
 * Asks the server to send the updates after `seq` again, because they did not arrive or could not be shown. With 0, it
 * sends all documents.
 */
export interface ResendUpdates {
  readonly type: "resend";
  readonly seq: number;
}

/** The person's actions, in order. */
export interface Commands {
  readonly type: "commands";
  /** Number of the last update that the client had when the person acted, with all before it. */
  readonly seq: number;
  readonly commands: readonly Command[];
}

/**
 * Sets properties that the person changed. Only properties that are declared writable are allowed, with values of their
 * type.
 */
export interface WriteCommand {
  /** Number of the command: 1 for the first one of a session, then one more each time. */
  readonly cmd: number;
  /** Id of the control. */
  readonly id: number;
  readonly write: { readonly [property: string]: Json };
  /** Id of the child that the person chose, or text of the item, for a value that is a position among children. */
  readonly of?: number | string;
}

/** Reports an event of a control whose document has `on<Event>: true`. */
export interface EventCommand {
  readonly cmd: number;
  readonly id: number;
  /** Name of the event: `click` for `onClick`. */
  readonly event: string;
  readonly data?: Json;
  /** Name of the property whose value is the data, so that a long text is sent only once. */
  readonly from?: string;
  /** Id of the child that the person chose, for data with a position among children. */
  readonly of?: number;
}

/** The answer to a call: the value that the control returned, or the error. */
export interface ResultCommand {
  readonly cmd: number;
  readonly id: number;
  /** Number of the call. */
  readonly result: number;
  readonly value?: Json;
  readonly error?: string;
}

export type Command = WriteCommand | EventCommand | ResultCommand;
export type ClientMessage = Hello | Ack | Ping | ResendUpdates | Commands;

/** Maximum number of commands in one message. */
export const MAX_COMMANDS = 50;

/** Reasons why a connection was closed. Each says whether another attempt helps. */
export const CloseCode = {
  /** The other side violated the protocol. Do not try again. */
  protocol: 1002,
  /** A rule was violated or a limit exceeded. Do not try again. */
  policy: 1008,
  /** The server failed. Try again. */
  error: 1011,
  /** The server is shutting down or restarting. Try again soon. */
  restarting: 1012,
  /** The server is overloaded. Try again later. */
  overloaded: 1013,
  /** The client is not or no longer authorized. Do not try again before logging in. */
  unauthorized: 4401,
  /** The client may not use this app. Do not try again. The servers of Runlet do not use this code. */
  forbidden: 4403,
  /** The `hello` message did not arrive in time. Try again. */
  late: 4408,
  /** Another connection shows the session now. Do not try again. */
  replaced: 4409,
  /** The session has ended. Start a new one. */
  gone: 4410,
  /** The protocol or the client has another version. Reload once. */
  version: 4426,
  /** There were too many failed attempts. Do not try again soon. */
  tooMany: 4429,
} as const;
