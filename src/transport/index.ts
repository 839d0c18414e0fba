export { ClientLink, type LinkEvents, type LinkOptions, type ResumeToken } from "../protocol/client-link.ts";
export type {
  Ack,
  ClientMessage,
  Command,
  Commands,
  Document,
  Documents,
  ErrorNotice,
  EventCommand,
  Hello,
  Json,
  NewDocuments,
  Notice,
  Ping,
  Pong,
  ResendCommands,
  ResendUpdates,
  Resume,
  ServerMessage,
  Slots,
  Update,
  Welcome,
  WriteCommand,
} from "../protocol/messages.ts";
export { CloseCode, PROTOCOL_VERSION } from "../protocol/messages.ts";
export type { Operation } from "../protocol/patch.ts";
export { type Applied, type ApplyOperations, Replica } from "../protocol/replica.ts";
export type { Timers } from "../protocol/timers.ts";
export { type MemoryConnection, memoryTransport } from "./memory.ts";
export { messagePortClient, messagePortTransport, type Port } from "./message-port.ts";
export type { SocketLimits } from "./socket-watch.ts";
export type { ClientEnd, CloseInfo, Transport } from "./transport.ts";
export { type ServerSocket, webSocketTransport } from "./websocket.ts";
