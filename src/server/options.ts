import { RunletError } from "../core/errors.ts";
import { defaultLimits, type Limits } from "../core/limits.ts";
import type { Log } from "../core/session-options.ts";
import { booleanType, integerType, listType, mustBe, numberType, stringType, type Type } from "../core/types.ts";

/** How an app is hosted. Each option with a variable can be set by it, and the variable wins. */
export interface AppOptions {
  /** What the browser's tab is called before the page says. Default `"Runlet"`. */
  readonly name?: string;
  /** RUNLET_SERVER_PORT: the TCP port; 0 takes a free one. Default 8000 when forced to the web, else a free one. */
  readonly port?: number;
  /** RUNLET_SERVER_IP: the address to listen on. Default `127.0.0.1`, or `0.0.0.0` when `forceWebServer` is set. */
  readonly host?: string;
  /** RUNLET_FORCE_WEB_SERVER: run as a web server, no window. Default: on where there is no screen (headless Linux). */
  readonly forceWebServer?: boolean;
  /** RUNLET_WEB_APP_PATH: the path to host under. Default `/`. */
  readonly webAppPath?: string;
  /** RUNLET_WEBSOCKET_HANDLER_ENDPOINT: the WebSocket's path below that. Default `/ws`. */
  readonly webSocketEndpoint?: string;
  /** RUNLET_ALLOWED_ORIGINS: further origins that may connect, comma-separated in the variable. Default none. */
  readonly allowedOrigins?: readonly string[];
  /** RUNLET_SESSION_TIMEOUT: seconds that a session is kept without a connection; 0 ends it with its connection. Default 3600. */
  readonly sessionTimeout?: number;
  /** RUNLET_TRUST_PROXY: believe `X-Forwarded-For`, `-Host` and `-Proto`, of which only the nearest proxy's. Default `false`. */
  readonly trustProxy?: boolean;
  /**
   * RUNLET_CLIENT_TOKEN: lets clients connect that are no browsers, so name no origin, and send
   * `Authorization: Bearer …` with it. Default: none may.
   */
  readonly clientToken?: string;
  /** RUNLET_MAX_BLOCK: milliseconds after which a handler that blocks all sessions ends the process. Default 0: never. */
  readonly maxBlock?: number;
  /**
   * Says who connects: a user, `undefined` for anybody, or `false` for nobody who may. Asked at each connection, also
   * one that goes on with a session, which it can do only as the same user, and every thirty minutes of an open one.
   */
  readonly authenticate?: (request: Request) => unknown;
  /** How much one client, or all of them, may ask for. */
  readonly limits?: Partial<Limits>;
  /**
   * Files of JavaScript modules for the page, loaded before the app is shown: they import `registerRenderer` from
   * `"runlet/client"` to show controls of the app's own. Anything else they need must be in them. Default none.
   */
  readonly clientModules?: readonly string[];
  /** RUNLET_DEVELOPMENT: show people what went wrong, and reload them when the app starts again. Default `false`. */
  readonly development?: boolean;
  /** Where the host writes what its operator should know. Default `console`. */
  readonly log?: Log;
}

/** All options as they are. */
export interface ResolvedOptions {
  readonly name: string;
  readonly port: number;
  readonly host: string;
  /** Begins and ends with a slash. */
  readonly webAppPath: string;
  readonly webSocketEndpoint: string;
  readonly allowedOrigins: readonly string[];
  readonly sessionTimeout: number;
  readonly trustProxy: boolean;
  readonly clientToken: string | undefined;
  readonly maxBlock: number;
  readonly authenticate: ((request: Request) => unknown) | undefined;
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

/** Options that have a variable: its name, the type, and how its text becomes a value. */
const variables = {
  port: { variable: "RUNLET_SERVER_PORT", type: integerType({ min: 0, max: 65_535 }), parse: toNumber },
  host: { variable: "RUNLET_SERVER_IP", type: stringType, parse: toText },
  forceWebServer: { variable: "RUNLET_FORCE_WEB_SERVER", type: booleanType, parse: toBoolean },
  webAppPath: { variable: "RUNLET_WEB_APP_PATH", type: pathType, parse: toText },
  webSocketEndpoint: { variable: "RUNLET_WEBSOCKET_HANDLER_ENDPOINT", type: pathType, parse: toText },
  allowedOrigins: { variable: "RUNLET_ALLOWED_ORIGINS", type: listType(originType), parse: toList },
  sessionTimeout: { variable: "RUNLET_SESSION_TIMEOUT", type: numberType({ min: 0 }), parse: toNumber },
  trustProxy: { variable: "RUNLET_TRUST_PROXY", type: booleanType, parse: toBoolean },
  clientToken: { variable: "RUNLET_CLIENT_TOKEN", type: stringType, parse: toText },
  maxBlock: { variable: "RUNLET_MAX_BLOCK", type: integerType({ min: 0 }), parse: toNumber },
  development: { variable: "RUNLET_DEVELOPMENT", type: booleanType, parse: toBoolean },
} as const;

/** Options without a variable. */
const OTHERS: readonly string[] = ["name", "log", "authenticate", "limits", "clientModules"];

/** Options and variables as one. Every bad value is reported, all at once. */
export function resolveOptions(options: AppOptions, environment: Environment): ResolvedOptions {
  const problems: string[] = [];
  const values: { [option: string]: unknown } = { ...options };
  for (const [option, { variable, type, parse }] of Object.entries(variables)) {
    const text = environment[variable];
    const isSet = text !== undefined && text !== "";
    const value: unknown = isSet ? parse(text) : values[option];
    values[option] = value;
    const problem = value === undefined ? undefined : type.check(value);
    if (problem !== undefined) problems.push(`${isSet ? variable : option}${problem}`);
  }
  problems.push(...limitProblems(options.limits ?? {}));
  const { authenticate } = options;
  if (authenticate !== undefined && typeof authenticate !== "function") {
    problems.push(`authenticate${mustBe("a function", authenticate)}`);
  }
  const moduleProblem = listType(stringType).check(options.clientModules ?? []);
  if (moduleProblem !== undefined) problems.push(`clientModules${moduleProblem}`);
  const unknown = Object.keys(options).filter((option) => !(option in variables) && !OTHERS.includes(option));
  const known = [...Object.keys(variables), ...OTHERS].join(", ");
  for (const option of unknown) problems.push(`${option} is not an option (${known})`);
  assertOptions(problems);
  const { port, host, forceWebServer, webAppPath = "/", webSocketEndpoint = "/ws", ...rest } = values as AppOptions;
  const isWeb = forceWebServer ?? isHeadless(environment);
  return {
    name: rest.name ?? "Runlet",
    // `runlet run` names one free port for all its starts, so that browsers find the app again.
    port: port ?? (isWeb ? 8000 : Number(environment.RUNLET_FREE_PORT ?? 0)),
    host: host ?? (forceWebServer === true ? "0.0.0.0" : "127.0.0.1"),
    webAppPath: webAppPath.endsWith("/") ? webAppPath : `${webAppPath}/`,
    webSocketEndpoint,
    allowedOrigins: rest.allowedOrigins ?? [],
    sessionTimeout: rest.sessionTimeout ?? 3600,
    trustProxy: rest.trustProxy ?? false,
    clientToken: rest.clientToken,
    maxBlock: rest.maxBlock ?? 0,
    authenticate: rest.authenticate,
    limits: { ...defaultLimits, ...rest.limits },
    clientModules: rest.clientModules ?? [],
    development: rest.development ?? false,
    log: rest.log ?? console,
  };
}

/** Raises one error for all that is wrong with options, if anything. */
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
    return value === undefined || isNumber ? [] : [`limits.${name}${mustBe("a number above 0", value)}`];
  });
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
