/**
 * Everything that crosses the wire, both ways. This file imports types of its own folder only: it is
 * the thin waist between an app and whatever shows it. A client in another language needs this file,
 * `patch.ts` and the four rules of `replica.ts`.
 */
import type { Operation } from "./patch.ts";

/** The version of these messages. A client and a server that differ do not talk. */
export const PROTOCOL_VERSION = 1;

/** Anything JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What the client knows of one control. Properties at their default are left out. */
export interface Document {
  /** Which renderer shows it. */
  readonly $type: string;
  /** Ids of its children, by slot: one id, or a list of them. An empty slot is left out. */
  readonly $slots?: Slots;
  /** `build()` threw: the client shows an error box in the control's place. */
  readonly $error?: ErrorNotice;
  readonly [property: string]: unknown;
}

/** Ids of a control's children by slot. */
export type Slots = { readonly [slot: string]: number | readonly number[] };

/** What a person is told of an error: always the id, which the log has too; the rest in development only. */
export interface ErrorNotice {
  readonly id: string;
  readonly path?: string;
  readonly message?: string;
}

/** The client's whole knowledge: documents by control id. The page is 1. */
export type Documents = { [id: string]: Document };

// ---- server to client -------------------------------------------------------------------------

/** Answers hello: the session the client now shows. Its id is also the epoch of `seq` and `cmd`: they never start anew in it. */
export interface Welcome {
  readonly type: "welcome";
  readonly protocol: typeof PROTOCOL_VERSION;
  /** Public id of the session, for logs. It opens nothing. */
  readonly session: string;
  /** Opens the session again after a loss of the connection. Replaces the one before once the client says anything. */
  readonly secret: string;
  /** It is the session that the client asked for: what the client has still counts. */
  readonly resumed: boolean;
  /** The highest `cmd` that has arrived: the client sends again what comes after it. */
  readonly cmd: number;
  /** Development only: names this start of the app. Another one after a reconnect means: reload. */
  readonly boot?: string;
}

/** Brings the client's documents up to date. One whose operation has the path `""` brings all of them, whatever came before. */
export interface Update {
  readonly type: "update";
  /** 1 for the first update of a session, then one more each time. */
  readonly seq: number;
  /** The highest `cmd` whose effect is in the documents as of this update. */
  readonly ack: number;
  /** RFC 6902, on the object of all documents. May be empty: then only `ack` is news. */
  readonly ops: readonly Operation[];
  /** What controls are to do once `ops` are shown, in order. Left out when there is nothing. */
  readonly calls?: readonly Call[];
}

/** A control is to do something that is no state: take the keyboard, scroll to a place. Each is answered once. */
export interface Call {
  /** 1 for the first call of a session, then one more each time. */
  readonly call: number;
  /** The control. */
  readonly id: number;
  readonly method: string;
  readonly args?: Json;
}

/** Something went wrong that the person should know of; the session goes on. */
export interface Notice {
  readonly type: "notice";
  readonly error: ErrorNotice;
}

/** Answers a ping: what was sent and what has arrived, so that either side sees what got lost on the way. */
export interface Pong {
  readonly type: "pong";
  readonly seq: number;
  readonly cmd: number;
}

/** Some commands did not arrive, or were too many at once: the client sends all after `cmd` again. */
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
  /** Names this run of the client, until it ends: a reload is another. Whoever comes back under it need not wait. */
  readonly instance?: string;
  /** Which client this is, where the server serves it: another one is told to load anew. */
  readonly bundle?: string;
  /** The session to go on with. Without it, and where it is gone, a new one begins. */
  readonly resume?: Resume;
}

/** What a client has of a session. */
export interface Resume {
  readonly session: string;
  readonly secret: string;
  /** The last update it has; 0: none, so all documents are sent. */
  readonly seq: number;
  /** The last `ack` it has seen. */
  readonly cmd: number;
}

/** The client has all updates up to `seq`. Sent alone only when no commands carry it. */
export interface Ack {
  readonly type: "ack";
  readonly seq: number;
}

/** As `ack`, and asks for a `pong`. */
export interface Ping {
  readonly type: "ping";
  readonly seq: number;
}

/** The updates after `seq` did not arrive, or could not be shown: they are sent again. With 0, all documents are. */
export interface ResendUpdates {
  readonly type: "resend";
  readonly seq: number;
}

/** What the person did, in order. */
export interface Commands {
  readonly type: "commands";
  /** The client has all updates up to this `seq`. */
  readonly seq: number;
  readonly commands: readonly Command[];
}

/** A property was changed by the person. Only properties declared writable, only values of their type. */
export interface WriteCommand {
  /** 1 for the first command of a session, then one more each time. */
  readonly cmd: number;
  /** The control. */
  readonly id: number;
  readonly write: { readonly [property: string]: Json };
}

/** Something happened to a control whose document has `on<Event>: true`. */
export interface EventCommand {
  readonly cmd: number;
  readonly id: number;
  /** `click` for `onClick`. */
  readonly event: string;
  readonly data?: Json;
}

/** Answers a call: with what the control returned, or with what went wrong. */
export interface ResultCommand {
  readonly cmd: number;
  readonly id: number;
  /** The call's number. */
  readonly result: number;
  readonly value?: Json;
  readonly error?: string;
}

export type Command = WriteCommand | EventCommand | ResultCommand;
export type ClientMessage = Hello | Ack | Ping | ResendUpdates | Commands;

/** Most commands in one message. */
export const MOST_COMMANDS = 50;

/** Why a connection was closed, and whether trying again helps. */
export const CloseCode = {
  /** The other side does not speak the protocol. Do not try again. */
  protocol: 1002,
  /** A rule was broken, or a limit passed. Do not try again. */
  policy: 1008,
  /** The server failed. Try again. */
  error: 1011,
  /** The server is going down or starting again. Try again soon. */
  restarting: 1012,
  /** The server has too much to do. Try again later. */
  overloaded: 1013,
  /** Not allowed in, or not any more. Do not try again before logging in. */
  unauthorized: 4401,
  /** The session is another user's, or the page another site's. Do not try again. */
  forbidden: 4403,
  /** No hello came in time. Try again. */
  late: 4408,
  /** Another connection shows the session now. Do not try again. */
  replaced: 4409,
  /** The session has ended. Start a new one. */
  gone: 4410,
  /** Another protocol or client. Reload once. */
  version: 4426,
  /** Too many failed attempts. Do not try again soon. */
  tooMany: 4429,
} as const;
