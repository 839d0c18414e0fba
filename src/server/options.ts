import { RunletError } from "../core/declaration/errors.ts";
import { describeProblem, mustBe } from "../core/declaration/problem.ts";
import { booleanType, integerType, listType, numberType, stringType, type Type } from "../core/declaration/types.ts";
import { defaultLimits, type Limits, resolveLimits } from "../core/link/limits.ts";
import { safeLog } from "../core/session/safe-log.ts";
import type { Log } from "../core/session/session-options.ts";
import { heapBudget } from "./heap.ts";
import { allowedName } from "./host-names.ts";

/**
 * Options of `run`, `serve` and `createApp`. If the environment variable of an option is set, it counts instead of the
 * option.
 */
export interface AppOptions {
  /** Title of the browser's tab until the page sets its own title. Default `"Runlet"`. */
  readonly name?: string;
  /**
   * TCP port to listen on; 0 takes a free port. Default: 8000 when the app runs as a web server, otherwise a free port.
   * Variable: RUNLET_SERVER_PORT.
   */
  readonly port?: number;
  /**
   * Address to listen on. Default `127.0.0.1`, or `0.0.0.0` when `forceWebServer` is `true`.
   * Variable: RUNLET_SERVER_IP.
   */
  readonly host?: string;
  /**
   * Whether the app runs as a web server for other machines. It decides the defaults of `port` and `host`. Default:
   * unset; then headless Linux still gets port 8000, but listens on `127.0.0.1`. Variable: RUNLET_FORCE_WEB_SERVER.
   */
  readonly forceWebServer?: boolean;
  /** URL path that the app is hosted under. Default `/`. Variable: RUNLET_WEB_APP_PATH. */
  readonly webAppPath?: string;
  /** Path of the WebSocket below `webAppPath`. Default `/ws`. Variable: RUNLET_WEBSOCKET_HANDLER_ENDPOINT. */
  readonly webSocketEndpoint?: string;
  /**
   * Origins that may connect in addition to the app's own, such as `https://app.example.com`. Default none.
   * Variable: RUNLET_ALLOWED_ORIGINS, separated by commas.
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Host names that the app answers to, such as `app.example.com`, in addition to localhost, this machine's own IP
   * addresses and the hosts of `allowedOrigins`. `*.example.com` allows each name directly below. `*` allows any name:
   * then every website can use the app in the name of its visitors, unless `authenticate` refuses them. Default none.
   * Variable: RUNLET_ALLOWED_HOSTS, separated by commas.
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Seconds that a session is kept without a connection. With 0, a session ends together with its connection.
   * Default 3600. Variable: RUNLET_SESSION_TIMEOUT.
   */
  readonly sessionTimeout?: number;
  /**
   * Seconds that running handlers and tasks have to end when the process is stopped by SIGTERM or SIGINT, or the app by
   * `close({ drain: true })`. With 0, they have no time. Default 10. Variable: RUNLET_SHUTDOWN_TIMEOUT.
   */
  readonly shutdownTimeout?: number;
  /**
   * Whether the headers `X-Forwarded-For`, `X-Forwarded-Host` and `X-Forwarded-Proto` are trusted. Only the last value
   * of each is used, which the nearest proxy wrote. Default `false`. Variable: RUNLET_TRUST_PROXY.
   */
  readonly trustProxy?: boolean;
  /**
   * Token of clients that are not browsers. Such a client sends no `Origin` header, and may connect only if it sends
   * `Authorization: Bearer <token>`. Default: no such client may connect. Variable: RUNLET_CLIENT_TOKEN.
   */
  readonly clientToken?: string;
  /**
   * Milliseconds that the event loop may be blocked, for example by a handler, before the process is killed. Default 0:
   * the process is never killed. Variable: RUNLET_MAX_BLOCK.
   */
  readonly maxBlock?: number;
  /**
   * Called for each connection, to identify its user. Returns the user, `undefined` or `null` for an anonymous client, or
   * `false` to refuse the connection; it may return a promise. A session can be resumed only by the user who started it.
   * It is called again while a connection is open, every `limits.identityInterval` milliseconds (30 minutes by default).
   */
  readonly authenticate?: (request: Request) => unknown;
  /**
   * Returns the id of a user: a text or a number, such as `(user) => user.id`. Users with the same id are the same user.
   * Default: `authenticate` returns a text, a number or a plain object, and users are equal if all their members are.
   */
  readonly userKey?: (user: unknown) => string | number;
  /**
   * Limits of what one client, or all clients together, may use. Limits that are left out keep their defaults. Each has
   * a variable of its own, such as RUNLET_LIMIT_SESSION_BYTES for `sessionBytes`.
   */
  readonly limits?: Partial<Limits>;
  /**
   * Paths of JavaScript modules that the browser loads before it shows the app. They import `registerRenderer` from
   * `"runlet/client"` to show the app's own controls. Everything else they need must be bundled into them. Default
   * none.
   */
  readonly clientModules?: readonly string[];
  /**
   * Whether clients see the details of errors, reload when the app restarts, and show the layout debugger when
   * Alt+Shift+D is pressed. Default `false`.
   * Variable: RUNLET_DEVELOPMENT.
   */
  readonly development?: boolean;
  /** Log that receives the host's warnings and errors. Default `console`. */
  readonly log?: Log;
}

/** Options of an app with all defaults and environment variables applied. */
export interface ResolvedOptions {
  readonly name: string;
  readonly port: number;
  readonly host: string;
  /** URL path that the app is hosted under. Begins and ends with a slash. */
  readonly webAppPath: string;
  readonly webSocketEndpoint: string;
  readonly allowedOrigins: readonly string[];
  readonly allowedHosts: readonly string[];
  readonly sessionTimeout: number;
  readonly shutdownTimeout: number;
  readonly trustProxy: boolean;
  readonly clientToken: string | undefined;
  readonly maxBlock: number;
  readonly authenticate: ((request: Request) => unknown) | undefined;
  readonly userKey: ((user: unknown) => string | number) | undefined;
  readonly limits: Limits;
  readonly clientModules: readonly string[];
  readonly development: boolean;
  readonly log: Log;
}

type Environment = { readonly [name: string]: string | undefined };

const pathType: Type<string> = {
  name: "path",
  check: (value) =>
    typeof value === "string" && /^\/(?:[\w.~-]+(?:\/[\w.~-]+)*\/?)?$/.test(value)
      ? undefined
      : mustBe('a path such as "/apps/one"', value),
};

const originType: Type<string> = {
  name: "origin",
  check(value) {
    const plain = typeof value === "string" ? value.replace("://*.", "://") : "";
    const isOrigin = URL.canParse(plain) && new URL(plain).origin === plain.toLowerCase();
    return isOrigin
      ? undefined
      : mustBe('an origin such as "https://app.example.com" or "https://*.example.com"', value);
  },
};

const hostType: Type<string> = {
  name: "host name",
  check: (value) =>
    typeof value === "string" && allowedName(value) !== undefined
      ? undefined
      : mustBe('a host name without scheme and port, such as "app.example.com" or "*.example.com"', value),
};

/** Options that have an environment variable: the variable's name, the option's type, and the parser of the text. */
const variables = {
  port: { variable: "RUNLET_SERVER_PORT", type: integerType({ min: 0, max: 65_535 }), parse: toNumber },
  host: { variable: "RUNLET_SERVER_IP", type: stringType, parse: toText },
  forceWebServer: { variable: "RUNLET_FORCE_WEB_SERVER", type: booleanType, parse: toBoolean },
  webAppPath: { variable: "RUNLET_WEB_APP_PATH", type: pathType, parse: toText },
  webSocketEndpoint: { variable: "RUNLET_WEBSOCKET_HANDLER_ENDPOINT", type: pathType, parse: toText },
  allowedOrigins: { variable: "RUNLET_ALLOWED_ORIGINS", type: listType(originType), parse: toList },
  allowedHosts: { variable: "RUNLET_ALLOWED_HOSTS", type: listType(hostType), parse: toList },
  sessionTimeout: { variable: "RUNLET_SESSION_TIMEOUT", type: numberType({ min: 0 }), parse: toNumber },
  shutdownTimeout: { variable: "RUNLET_SHUTDOWN_TIMEOUT", type: numberType({ min: 0 }), parse: toNumber },
  trustProxy: { variable: "RUNLET_TRUST_PROXY", type: booleanType, parse: toBoolean },
  clientToken: { variable: "RUNLET_CLIENT_TOKEN", type: stringType, parse: toText },
  maxBlock: { variable: "RUNLET_MAX_BLOCK", type: integerType({ min: 0 }), parse: toNumber },
  development: { variable: "RUNLET_DEVELOPMENT", type: booleanType, parse: toBoolean },
} as const;

/** Options without an environment variable. */
const OTHERS: readonly string[] = ["name", "log", "authenticate", "userKey", "limits", "clientModules"];

/**
 * Merges options with environment variables. Reports all bad values in one error, so that they can be fixed at once.
 */
export function resolveOptions(options: AppOptions, environment: Environment): ResolvedOptions {
  const problems: string[] = [];
  const values: { [option: string]: unknown } = { ...options };
  for (const [option, { variable, type, parse }] of Object.entries(variables)) {
    const text = environment[variable];
    const isSet = text !== undefined && text !== "";
    const value: unknown = isSet ? parse(text) : values[option];
    values[option] = value;
    const problem = value === undefined ? undefined : type.check(value);
    if (problem !== undefined) problems.push(describeProblem(isSet ? variable : option, problem));
  }
  const limits = { ...options.limits, ...limitVariables(environment, problems) };
  problems.push(...limitProblems(options.limits ?? {}));
  for (const option of ["authenticate", "userKey"] as const) {
    const value: unknown = options[option];
    if (value !== undefined && typeof value !== "function") {
      problems.push(describeProblem(option, mustBe("a function", value)));
    }
  }
  const moduleProblem = listType(stringType).check(options.clientModules ?? []);
  if (moduleProblem !== undefined) problems.push(describeProblem("clientModules", moduleProblem));
  const unknown = Object.keys(options).filter((option) => !(option in variables) && !OTHERS.includes(option));
  const known = [...Object.keys(variables), ...OTHERS].join(", ");
  for (const option of unknown) problems.push(`${option} is not an option (${known})`);
  assertOptions(problems);
  const { port, host, forceWebServer, webAppPath = "/", webSocketEndpoint = "/ws", ...rest } = values as AppOptions;
  const isWeb = forceWebServer ?? isHeadless(environment);
  return {
    name: rest.name ?? "Runlet",
    // `runlet run` passes the same free port to each restart, so that open browser tabs can reconnect.
    port: port ?? (isWeb ? 8000 : Number(environment.RUNLET_FREE_PORT ?? 0)),
    host: host ?? (forceWebServer === true ? "0.0.0.0" : "127.0.0.1"),
    webAppPath: webAppPath.endsWith("/") ? webAppPath : `${webAppPath}/`,
    webSocketEndpoint,
    allowedOrigins: rest.allowedOrigins ?? [],
    allowedHosts: rest.allowedHosts ?? [],
    sessionTimeout: rest.sessionTimeout ?? 3600,
    shutdownTimeout: rest.shutdownTimeout ?? 10,
    trustProxy: rest.trustProxy ?? false,
    clientToken: rest.clientToken,
    maxBlock: rest.maxBlock ?? 0,
    authenticate: rest.authenticate,
    userKey: rest.userKey,
    limits: resolveLimits(limits, heapBudget()),
    clientModules: rest.clientModules ?? [],
    development: rest.development ?? false,
    log: safeLog(rest.log ?? console),
  };
}

/** Throws one error that lists all problems with the options; does nothing if there are none. */
export function assertOptions(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "One option is" : `${problems.length} options are`;
  throw new RunletError("bad-option", `${count} wrong:\n${problems.map((problem) => `- ${problem}.`).join("\n")}`);
}

function limitProblems(limits: Partial<Limits>): string[] {
  return Object.entries(limits).flatMap(([name, value]) => {
    if (!Object.hasOwn(defaultLimits, name)) {
      return [`limits.${name} is not a limit (${Object.keys(defaultLimits).join(", ")})`];
    }
    const isNumber = typeof value === "number" && value > 0;
    return value === undefined || isNumber
      ? []
      : [describeProblem(`limits.${name}`, mustBe("a number above 0", value))];
  });
}

/** Returns the environment variable of a limit: RUNLET_LIMIT_SESSION_BYTES for `sessionBytes`. */
export function limitVariable(name: string): string {
  return `RUNLET_LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Returns the limits that are set by environment variables. Adds those with a bad value to `problems`. */
function limitVariables(environment: Environment, problems: string[]): Partial<Limits> {
  const limits: { [name: string]: number } = {};
  for (const name of Object.keys(defaultLimits)) {
    const variable = limitVariable(name);
    const text = environment[variable];
    if (text === undefined || text === "") continue;
    const value = toNumber(text);
    if (typeof value === "number" && value > 0) limits[name] = value;
    else problems.push(describeProblem(variable, mustBe("a number above 0", text)));
  }
  return limits;
}

function isHeadless(environment: Environment): boolean {
  return process.platform === "linux" && !environment.DISPLAY && !environment.WAYLAND_DISPLAY;
}

function toText(text: string): string {
  return text;
}

function toNumber(text: string): unknown {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}

function toBoolean(text: string): unknown {
  const word = text.trim().toLowerCase();
  return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : text;
}

function toList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
