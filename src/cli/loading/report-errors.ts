import { spawnSync } from "node:child_process";
import { inspect } from "node:util";
import { type ImportProblem, importProblems } from "./import-problems.ts";
import { describePlace, lineOf, type Place, shortPath } from "./source-line.ts";
import { type Frame, framesOf, placeBefore } from "./stack.ts";

/** Most calls of the app that are listed below an error. */
const MOST_FRAMES = 5;

/** What precedes the reason of a rejected promise in the message of Node.js, up to the quote after it. */
const REASON = 'The promise rejected with the reason "';
/** Beginnings of a message of Node.js about an import that it did not find. */
const MISSING = ["Cannot find package '", "Cannot find module '"] as const;

/** Shows an error that ends the app by its place in the app's files, instead of by a stack of many other files. */
export function reportErrors(appFile: string): void {
  const explain = (error: unknown): void => {
    // The app handles such errors itself.
    if (process.listenerCount("uncaughtException") > 1) return;
    console.error(describeError(error, appFile));
    process.exit(1);
  };
  // While the app is served, its server logs such errors instead, unless a listener without this mark handles them.
  process.on("uncaughtException", Object.assign(explain, { [Symbol.for("runlet.explainsOnly")]: true }));
}

/** Returns an error in plain words: its place, the line of code with a caret, and the calls that led there. */
export function describeError(error: unknown, appFile: string): string {
  if (!(error instanceof Error)) return `The app threw ${inspect(error)}, which is no Error.`;
  const stack = error.stack ?? "";
  const frames = framesOf(stack);
  const place = placeBefore(stack);
  const file = place?.file ?? frames[0]?.file ?? appFile;
  return (
    wrongImports(error, file, frames[0]) ??
    rejection(error) ??
    parseProblem(error) ??
    transformProblems(error) ??
    missingModule(error, file) ??
    listenProblem(error) ??
    thrown(error, place, frames, appFile)
  );
}

/** Returns the wrong imports of Runlet, if they are the reason of an error. */
function wrongImports(error: Error, file: string, at: Frame | undefined): string | undefined {
  let problems: readonly ImportProblem[] = [];
  if (/does not provide an export named/.test(error.message)) problems = importProblems(file, error.message);
  else if (error instanceof TypeError && at !== undefined) {
    // In a CommonJS module, and after `import * as runlet`, a name that does not exist is undefined.
    const words = new Set(lineOf(at)?.match(/\w+/g));
    problems = importProblems(file, error.message).filter(({ name }) => words.has(name));
  }
  if (problems.length === 0) return undefined;
  return problems.map(({ message, ...place }) => describePlace(place, message)).join("\n");
}

/** Returns what to do about a rejected promise whose reason is no error, and so has no place. */
function rejection(error: Error): string | undefined {
  const at = error.message.indexOf(REASON);
  if (at === -1 || !error.message.endsWith('".')) return undefined;
  const reason = error.message.slice(at + REASON.length, -2);
  return `A promise was rejected with the reason "${reason}", and nothing handles it. Await the promise in a try block. An Error as the reason would name its place.`;
}

/** Returns the syntax error of a JavaScript file, which the loader reports without its place. */
function parseProblem(error: Error): string | undefined {
  const file = /^Parse error (.+):\d+:\d+$/.exec(error.message)?.[1];
  if (file === undefined) return undefined;
  const { stderr } = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
  const place = placeBefore(stderr);
  const message = /^SyntaxError: (.*)$/m.exec(stderr)?.[1];
  return place === undefined || message === undefined ? undefined : describePlace(place, message);
}

/** Returns the syntax errors that the compiler found. */
function transformProblems(error: Error): string | undefined {
  if (error.name !== "TransformError") return undefined;
  const found = [...error.message.matchAll(/^(.+?):(\d+):(\d+): ERROR: (.*)$/gm)];
  if (found.length === 0) return undefined;
  // The compiler counts columns from 0.
  const at = ([, file = "", line, column]: RegExpExecArray): Place => ({
    file,
    line: Number(line),
    column: Number(column) + 1,
  });
  return found.map((each) => describePlace(at(each), each[4] ?? "")).join("\n");
}

/** Returns what to do about an import of a file or a package that does not exist. */
function missingModule(error: Error, appFile: string): string | undefined {
  const line = error.message.split("\n").find((text) => MISSING.some((beginning) => text.startsWith(beginning)));
  if (line === undefined) return undefined;
  const [quoted = "", importer = appFile] = line.slice(line.indexOf("'") + 1).split("' imported from ");
  const name = quoted.endsWith("'") ? quoted.slice(0, -1) : quoted;
  const isPackage = line.startsWith(MISSING[0]) || !/^[./]|^\w:/.test(name);
  const advice = isPackage ? `Install it: npm install ${name}` : "Check the path and its ending.";
  return `${shortPath(importer)} imports ${isPackage ? `the package "${name}"` : shortPath(name)}, which does not exist. ${advice}`;
}

interface ListenError {
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** Returns what to do if the server cannot listen on the chosen port and address. */
function listenProblem(error: Error): string | undefined {
  const { code, syscall, port, address, hostname } = error as NodeJS.ErrnoException & ListenError;
  if (code === "port-in-use") return `${error.message} Example: npx runlet run app.ts --port 8080`;
  // The app itself may look up other addresses.
  const isUnknown = (code === "ENOTFOUND" || code === "EAI_AGAIN") && hostname === process.env.RUNLET_SERVER_IP;
  if (syscall !== "listen" && !isUnknown) return undefined;
  if (code === "EACCES") {
    return `The system does not allow this user to listen on port ${port}. Choose a port above 1023: --port 8080`;
  }
  if (isUnknown || code === "EADDRNOTAVAIL") {
    return `${hostname ?? address} is no address of this machine. Set another one: --host 127.0.0.1`;
  }
  return undefined;
}

function thrown(error: Error, place: Place | undefined, frames: readonly Frame[], appFile: string): string {
  const { code } = error as { code?: unknown };
  const kind = error.name === "RunletError" && typeof code === "string" ? code : error.name;
  const message = `${kind}: ${error.message}`;
  const at = place ?? frames[0];
  if (at === undefined) {
    // A Runlet error explains itself. Any other one has only its stack.
    return error.name === "RunletError" ? `${shortPath(appFile)}: ${message}` : inspect(error);
  }
  const callers = frames.slice(place === undefined ? 1 : 0, MOST_FRAMES);
  const lines = callers.map(({ name, file, line, column }) => {
    return `    at ${name === "" ? "" : `${name}, `}${shortPath(file)}:${line}:${column}`;
  });
  const cause = error.cause === undefined ? [] : [`  Cause: ${inspect(error.cause, { compact: true })}`];
  return [describePlace(at, message), ...lines, ...cause].join("\n");
}
