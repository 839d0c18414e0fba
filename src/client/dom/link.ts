import type { Link } from "../../values/link.ts";
import { setAttribute } from "./css.ts";

const PROTOCOLS: readonly string[] = ["http:", "https:", "mailto:", "tel:"];

/** Returns whether a link only leads to another place, and cannot run code. */
export function isSafeLink(url: string): boolean {
  return URL.canParse(url, document.baseURI) && PROTOCOLS.includes(new URL(url, document.baseURI).protocol);
}

/** Sets or removes the target of a link. The server has checked the address already; the client checks it once more. */
export function setLink(anchor: HTMLAnchorElement, link: Link | null | undefined): void {
  const url = typeof link === "object" ? link?.url : link;
  const target = typeof link === "object" ? link?.target : undefined;
  const isSafe = url != null && isSafeLink(url);
  setAttribute(anchor, "href", isSafe ? url : null);
  setAttribute(anchor, "target", isSafe ? target : null);
  setAttribute(anchor, "rel", isSafe && target !== undefined ? "noopener noreferrer" : null);
}
