import type { PlannedRow } from "./row.ts";

const login = "there is no login and no cookie yet: authenticate() identifies the user";

/** Cases that cannot be built yet, or are tested elsewhere. */
export const plannedRows: readonly PlannedRow[] = [
  { id: "A11", what: "a page on another origin connects with the victim's cookies", reason: "needs a browser" },
  { id: "B08", what: "login and logout replace cookie and secret", reason: login },
  { id: "B09", what: "a logout in one of twenty tabs closes all of them", reason: login },
  {
    id: "B16",
    what: "a disconnected session is modified in the store",
    reason: "sessions exist only in the memory of their process",
  },
  { id: "B17", what: "cookies have secure attributes", reason: "the server sets no cookie" },
  {
    id: "B18",
    what: "a page on another port of localhost reads the cookie",
    reason: "the server sets no cookie; A07 tests that such a page cannot connect",
  },
  {
    id: "C04",
    what: "an event of a control behind an open dialog is ignored",
    reason: "there are no modal dialogs yet",
  },
  { id: "C13", what: "a result of a call that was never made is refused", reason: "tested in test/core/calls.test.ts" },
  {
    id: "C14",
    what: "a call of a method that the app did not export is refused",
    reason: "the client calls no methods yet",
  },
  {
    id: "C19",
    what: "a route with two slashes, dots or line breaks is refused",
    reason: "no message has a route yet",
  },
  {
    id: "C21",
    what: "a user loses access to a control between its display and the click",
    reason: "there is no hook yet that runs before each event",
  },
  { id: "L10", what: "the package contains no unintended files", reason: "tested in test/dist.test.ts" },
  {
    id: "L11",
    what: "production without a secret is refused",
    reason: "nothing is signed yet, so there is no secret to set",
  },
];
