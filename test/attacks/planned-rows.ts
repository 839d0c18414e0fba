import type { PlannedRow } from "./row.ts";

const login = "there is no login and no cookie yet: who a client is, authenticate() says";

/** Cases that cannot be built yet, or are tested elsewhere. */
export const plannedRows: readonly PlannedRow[] = [
  { id: "A11", what: "a real page on another origin, with the victim's cookies", reason: "needs a browser" },
  { id: "B08", what: "login and logout replace cookie and secret", reason: login },
  { id: "B09", what: "logout in one of twenty tabs closes all", reason: login },
  {
    id: "B16",
    what: "a kept session that was altered in the store",
    reason: "sessions are in the memory of their process only",
  },
  { id: "B17", what: "the attributes of cookies", reason: "the server sets no cookie" },
  {
    id: "B18",
    what: "a page at another port of localhost reads the cookie",
    reason: "the server sets no cookie; that it cannot connect is A07",
  },
  { id: "C04", what: "an event of what stands behind an open dialog", reason: "there are no modal dialogs yet" },
  { id: "C13", what: "a reply to a call that was never made", reason: "the server calls nothing of the client's yet" },
  { id: "C14", what: "a call of a method that the app did not export", reason: "the client calls no methods yet" },
  {
    id: "C19",
    what: "a route of two slashes, dots or line breaks",
    reason: "there are no routes yet: no message has one",
  },
  {
    id: "C21",
    what: "a right that was taken away between the view and the click",
    reason: "there is no hook that asks before each event yet",
  },
  { id: "L10", what: "files in the package that should not be", reason: "test/dist.test.ts packs it and looks" },
  { id: "L11", what: "production without a secret", reason: "nothing is signed yet, so there is no secret to set" },
];
