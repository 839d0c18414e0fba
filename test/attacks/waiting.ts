import type { WaitingRow } from "./row.ts";

const login = "there is no login and no cookie yet: who a client is, authenticate() says";

/** Cases that cannot be built yet, or are tested elsewhere. */
export const waiting: readonly WaitingRow[] = [
  { id: "A11", what: "a real page on another origin, with the victim's cookies", waits: "needs a browser" },
  { id: "B08", what: "login and logout replace cookie and secret", waits: login },
  { id: "B09", what: "logout in one of twenty tabs closes all", waits: login },
  {
    id: "B16",
    what: "a kept session that was altered in the store",
    waits: "sessions are in the memory of their process only",
  },
  { id: "B17", what: "the attributes of cookies", waits: "the server sets no cookie" },
  {
    id: "B18",
    what: "a page at another port of localhost reads the cookie",
    waits: "the server sets no cookie; that it cannot connect is A07",
  },
  { id: "C04", what: "an event of what stands behind an open dialog", waits: "there are no modal dialogs yet" },
  { id: "C13", what: "a reply to a call that was never made", waits: "the server calls nothing of the client's yet" },
  { id: "C14", what: "a call of a method that the app did not export", waits: "the client calls no methods yet" },
  {
    id: "C19",
    what: "a route of two slashes, dots or line breaks",
    waits: "there are no routes yet: no message has one",
  },
  {
    id: "C21",
    what: "a right that was taken away between the view and the click",
    waits: "there is no hook that asks before each event yet",
  },
  { id: "L10", what: "files in the package that should not be", waits: "test/dist.test.ts packs it and looks" },
  { id: "L11", what: "production without a secret", waits: "nothing is signed yet, so there is no secret to set" },
];
