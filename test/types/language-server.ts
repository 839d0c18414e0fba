import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

const COMPILER = "node_modules/typescript/lib/tsc.js";

/** A position in a document: line and character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The language server of TypeScript, which editors ask for hovers. It speaks JSON-RPC over its standard streams. */
export class LanguageServer {
  readonly #server: ChildProcessWithoutNullStreams = spawn(process.execPath, [COMPILER, "--lsp", "--stdio"]);
  readonly #answers = new Map<number, (message: Message) => void>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  constructor() {
    this.#server.stdout.on("data", (chunk: Buffer) => this.#receive(chunk));
  }

  /** Starts the session for the project in a folder. */
  async open(folder: string): Promise<void> {
    const capabilities = { textDocument: { hover: { contentFormat: ["markdown"] } } };
    await this.#request("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
    this.#send({ method: "initialized", params: {} });
  }

  /** Opens a document that need not exist on the disk. */
  openDocument(path: string, text: string): void {
    const textDocument = { uri: pathToFileURL(path).href, languageId: "typescript", version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
  }

  /** Returns what an editor shows for the name at a position: its type, and its documentation. */
  async hover(path: string, position: Position): Promise<string> {
    const textDocument = { uri: pathToFileURL(path).href };
    const found = (await this.#request("textDocument/hover", { textDocument, position })) as {
      readonly contents?: { readonly value?: string };
    } | null;
    return found?.contents?.value ?? "";
  }

  /** Ends the server, which stops at the end of its input. */
  close(): void {
    this.#server.stdin.end();
  }

  #request(method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error === undefined ? resolve(result) : reject(error)));
      this.#send({ id, method, params });
    });
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#received.subarray(0, Math.max(0, end)).toString())?.[1],
      );
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const message = JSON.parse(this.#received.subarray(end + 4, end + 4 + length).toString()) as Message;
      this.#received = this.#received.subarray(end + 4 + length);
      this.#handle(message);
    }
  }

  /** Takes an answer, or answers a request of the server, such as one for the settings of the editor, with nothing. */
  #handle({ id, method, result, error }: Message): void {
    if (id === undefined) return;
    if (method !== undefined) return this.#send({ id, result: method === "workspace/configuration" ? [null] : null });
    this.#answers.get(id)?.({ result, ...(error && { error }) });
    this.#answers.delete(id);
  }
}
