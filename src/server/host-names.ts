import { isIPv4, isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import type { Log } from "../core/session/session-options.ts";
import type { ResolvedOptions } from "./options.ts";

/** Entry of `allowedHosts` that allows every name. */
export const ANY_HOST = "*";
/**
 * Host names of this machine. The digits are anchored at the end because a host name that ends in a number is always an
 * IP address, so another site cannot own a name that matches.
 */
const LOCAL_NAME = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;
/** A host with an optional port, and nothing else that a URL may contain, such as user info or a path. */
const HOST_AND_PORT = /^(\[[\da-f:.]+\]|[^\s:@/\\?#%[\]]+)(?::\d{0,5})?$/i;
/** Length of the longest name in DNS. */
const MAX_NAME_LENGTH = 253;
/** Most names that are remembered as logged. A client can ask for any number of names. */
const MAX_LOGGED = 100;

/**
 * The host names that an app answers to. A browser sends the name of the page that connects. The name of another site
 * is refused, because its owner can let it point to this machine (DNS rebinding): to the browser, that site's page and
 * the app are then one origin. An IP address cannot be pointed elsewhere, so this machine's own addresses are allowed.
 */
export class HostNames {
  readonly #allowed: readonly string[];
  readonly #log: Log;
  readonly #logged = new Set<string>();

  constructor({ allowedHosts, allowedOrigins }: Pick<ResolvedOptions, "allowedHosts" | "allowedOrigins">, log: Log) {
    const ofOrigins = allowedOrigins.map((origin) => origin.replace(/^.*:\/\//, ""));
    this.#allowed = [...allowedHosts.map(allowedName), ...ofOrigins.map(hostNameOf)].filter(
      (name) => name !== undefined,
    );
    this.#log = log;
  }

  /**
   * Returns why a host is refused, as a text for the person who asked for it, or `undefined` if the app answers to it.
   * The first refusal of each name is logged.
   */
  refuse(host: string): string | undefined {
    const name = hostNameOf(host)?.slice(0, MAX_NAME_LENGTH);
    if (this.#isAllowed(name)) return undefined;
    const reason =
      name === undefined
        ? "The request has no host name, or a malformed one. Send one Host header, such as Host: localhost."
        : `This app does not answer to the host name ${name}. If the name is right, allow it by the option ` +
          `allowedHosts: ["${name}"], or by RUNLET_ALLOWED_HOSTS=${name}. Behind a proxy that does HTTPS, set ` +
          "RUNLET_TRUST_PROXY=true as well.";
    this.#logOnce(name ?? "", reason);
    return reason;
  }

  #isAllowed(name: string | undefined): boolean {
    if (this.#allowed.includes(ANY_HOST)) return true;
    if (name === undefined) return false;
    if (LOCAL_NAME.test(name) || this.#allowed.some((allowed) => matches(name, allowed))) return true;
    const address = name.replace(/^\[|\]$/g, "");
    return (isIPv4(address) || isIPv6(address)) && isOwnAddress(name);
  }

  #logOnce(name: string, reason: string): void {
    if (this.#logged.has(name)) return;
    if (this.#logged.size >= MAX_LOGGED) this.#logged.clear();
    this.#logged.add(name);
    this.#log.warn(`[runlet] refused a request: ${reason}`);
  }
}

/** Returns whether a name matches an entry. `*.example.com` matches each name directly below `example.com`. */
function matches(name: string, allowed: string): boolean {
  if (!allowed.startsWith("*.")) return name === allowed;
  const dot = name.indexOf(".");
  return dot > 0 && name.slice(dot) === allowed.slice(1);
}

/** Milliseconds after which the addresses of this machine are read again. They change, for example with the network. */
const ADDRESSES_TIME = 1000;
let own: ReadonlySet<string | undefined> = new Set();
let ownReadAt = Number.NEGATIVE_INFINITY;

/** Returns whether an IP address belongs to this machine. */
function isOwnAddress(name: string): boolean {
  const now = performance.now();
  if (now - ownReadAt > ADDRESSES_TIME) {
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    own = new Set(addresses.map(({ address, family }) => hostNameOf(family === "IPv6" ? `[${address}]` : address)));
    ownReadAt = now;
  }
  return own.has(name);
}

/** Returns the name of an entry of `allowedHosts`, as requests have it, or `undefined` if the entry is no host name. */
export function allowedName(entry: string): string | undefined {
  if (entry === ANY_HOST) return entry;
  const name = hostNameOf(isIPv6(entry) ? `[${entry}]` : entry);
  const hasPort = !isIPv6(entry) && /:\d*$/.test(entry);
  const labels = name?.replace(/^\*\./, "").split(".") ?? [];
  return !hasPort && labels.every((label) => label !== "" && !label.includes("*")) ? name : undefined;
}

/**
 * Returns the name in a `Host` header as URLs write it: in lower case and ASCII, without port and without the dot of
 * the root. Returns `undefined` for a text that is no host.
 */
export function hostNameOf(host: string): string | undefined {
  const [, name] = HOST_AND_PORT.exec(host) ?? [];
  const url = `http://${name}`;
  return name !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/(?<=.)\.$/, "") : undefined;
}
