import { parseArgs } from "node:util";

export interface Options {
  /** Who clicks. */
  readonly sessions: number;
  /** Of each phase. */
  readonly seconds: number;
  /** Clicks a second. */
  readonly rates: readonly number[];
  /** Pairs of fresh processes that are clicked at. */
  readonly rounds: number;
  /** Sessions that a broadcast goes to. */
  readonly audience: number;
  /** Sessions in one process. */
  readonly most: number;
  readonly broadcasts: number;
  /** Where a profile of Runlet's servers goes. */
  readonly profile: string | undefined;
  readonly isWritten: boolean;
}

type Values = { readonly [option: string]: string };

const FULL: Values = {
  sessions: "1000",
  seconds: "3",
  rates: "1000,2000,5000,10000,15000,20000,30000",
  rounds: "3",
  audience: "5000",
  most: "10000",
  broadcasts: "9",
};
const QUICK: Values = {
  sessions: "500",
  seconds: "1",
  rates: "1000,5000",
  rounds: "1",
  audience: "1000",
  most: "2000",
  broadcasts: "3",
};

export const usage = `npm run bench:load -- [options]
  --sessions ${FULL.sessions}      who clicks
  --seconds ${FULL.seconds}          of each phase
  --rates 1000,2000    clicks a second (default ${FULL.rates})
  --rounds ${FULL.rounds}           pairs of fresh processes, of which the median counts
  --audience ${FULL.audience}      sessions that a broadcast goes to
  --most ${FULL.most}         sessions in one process, for the memory they take
  --broadcasts ${FULL.broadcasts}       of each kind
  --quick              half a minute: ${Object.entries(QUICK)
    .map(([name, value]) => `--${name} ${value}`)
    .join(" ")}
  --profile folder     has Node write a profile of each of Runlet's servers there
  --write              writes docs/load.md`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sessions: { type: "string" },
      seconds: { type: "string" },
      rates: { type: "string" },
      rounds: { type: "string" },
      audience: { type: "string" },
      most: { type: "string" },
      broadcasts: { type: "string" },
      profile: { type: "string" },
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const { quick, profile, write, ...given } = values;
  const texts: { readonly [option: string]: string | undefined } = { ...(quick ? QUICK : FULL), ...given };
  const number = (name: string): number => positive(name, texts[name] ?? "");
  return {
    sessions: number("sessions"),
    seconds: number("seconds"),
    rates: (texts.rates ?? "").split(",").map((rate) => positive("rates", rate)),
    rounds: number("rounds"),
    audience: number("audience"),
    broadcasts: number("broadcasts"),
    most: Math.max(number("most"), number("audience")),
    profile,
    isWritten: write,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not "${text}".`);
  return value;
}
