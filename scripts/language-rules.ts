/** Words that `npm run language` refuses, as patterns, and what to write instead. `docs/contributing/style.md` says why. */
export const BANNED: readonly (readonly [pattern: string, instead: string])[] = [
  ["tell|tells|told|telling", "write report, notify, emit, show or say, with the subject"],
  ["nobody|somebody|everybody|anybody", "name the person, session or part: no user, another client, every session"],
  ["whom|whoever|thereof|whilst|hence|thus|lest|aught|ought|shall|upon|anew|begun|behold", "write it in plain words"],
  ["at will|of old|for ever|no more than that|is no more", "write optional, earlier, forever, no longer"],
  ["stands?|standing|stood", "write is, is placed, means or represents"],
  ["room", "write space"],
  ["beside", "write next to, with or besides"],
  ["strays?", "write unhandled error, or remaining"],
  ["bereaves?", "write removes"],
  [
    "(?:colour|behaviour|neighbour|favour|honour|flavour|labour)(?:s|ed|ing|al|ite|able|less)?",
    "American spelling: -or (color, behavior)",
  ],
  ["centre[sd]?|centring|metres?|theatre", "American spelling: -er (center)"],
  ["grey(?:s|ed|ish)?", "American spelling: gray"],
  ["licence[sd]?", "American spelling: license"],
  ["catalogues?|dialogues?|analogues?", "American spelling: catalog, dialog"],
  [
    "(?:initial|normal|real|recogn|organ|serial|deserial|optim|minim|maxim|summar|custom|synchron|author|capital|final|local|visual|categor|prior|emphas|character|general|special|util)is(?:e|es|ed|ing|er|ation)",
    "American spelling: -ize",
  ],
  ["analys(?:e|es|ed|ing)", "American spelling: analyze"],
  ["(?:cancel|label|travel|model|signal|total|channel|level)led", "American spelling: one l (canceled, labeled)"],
  ["(?:cancel|label|travel|model|signal|channel)ling", "American spelling: one l (canceling, labeling)"],
];

/** First words of a property's documentation that do not say what the property is. */
export const PROPERTY_OPENERS: ReadonlySet<string> = new Set([
  "The same",
  ..."Default Of Behind In For As At With Stands What How Where Who It Its This They These That Also Or And".split(" "),
]);
