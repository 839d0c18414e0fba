import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Named {
  readonly name: string;
  readonly inheritedFrom: string | null;
  readonly internal?: boolean;
}

/** A class of the catalog of Flet's controls, as `controls.json` describes it. */
export interface CatalogControl {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly abstract?: boolean;
  readonly props: readonly Named[];
  readonly events: readonly Named[];
  readonly methods: readonly Named[];
}

/** Members of a control in the catalog, with the names that Runlet would use. */
export interface ExpectedControl {
  readonly id: string;
  /** Name of the class that Runlet would use. */
  readonly type: string;
  readonly group: string;
  readonly properties: readonly string[];
  readonly events: readonly string[];
  readonly methods: readonly string[];
}

/**
 * Base classes whose members every control has. Their members are counted once, as `Control`, and not in each control.
 */
const COMMON_BASES = ["BaseControl", "Control", "LayoutControl", "AdaptiveControl"];

/** Reads the classes of the catalog in a folder. */
export function readCatalog(folder: string): ExpectedControl[] {
  const classes = JSON.parse(readFileSync(join(folder, "controls.json"), "utf8")) as CatalogControl[];
  return expectedControls(classes);
}

/**
 * Returns one entry for each class that can be shown, and an entry `Control` for the members that all of them have.
 * Members of other base classes count in each class that inherits them.
 */
export function expectedControls(classes: readonly CatalogControl[]): ExpectedControl[] {
  const bases = classes.filter(({ id }) => COMMON_BASES.includes(id));
  const every: ExpectedControl = {
    id: "Control",
    type: "Control",
    group: "every control",
    properties: bases.flatMap(({ props }) => namesOf(props, isOwn)),
    events: bases.flatMap(({ events }) => namesOf(events, isOwn).map(handlerOf)),
    methods: bases.flatMap(({ methods }) => namesOf(methods, isOwn)),
  };
  const shown = classes.filter(({ abstract }) => abstract !== true).map(toExpected);
  return every.properties.length + every.events.length + every.methods.length === 0 ? shown : [every, ...shown];
}

function toExpected({ id, name, group, props, events, methods }: CatalogControl): ExpectedControl {
  const counts = ({ inheritedFrom }: Named) => !COMMON_BASES.includes(inheritedFrom ?? "");
  return {
    id,
    // Classes of the extra packages keep their prefix (`charts.BarChart`): they may share a name with a class of the
    // core.
    type: id.includes(".") ? id : name,
    group,
    properties: namesOf(props, counts),
    events: namesOf(events, counts).map(handlerOf),
    methods: namesOf(methods, counts),
  };
}

function isOwn({ inheritedFrom }: Named): boolean {
  return inheritedFrom === null;
}

function namesOf(members: readonly Named[], counts: (member: Named) => boolean): string[] {
  return members
    .filter((member) => member.internal !== true && !member.name.startsWith("_") && counts(member))
    .map(({ name }) => camelCase(name));
}

/** Converts `auto_scroll` to `autoScroll`. */
function camelCase(name: string): string {
  return name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function handlerOf(event: string): string {
  return `on${event.charAt(0).toUpperCase()}${event.slice(1)}`;
}

/** Reasons why members are left out, by the name of a control or group of controls, as listed in `left-out.md`. */
export class LeftOut {
  readonly #rows: { readonly who: string; readonly names: ReadonlySet<string>; readonly reason: string }[] = [];

  /** Reads the tables whose first column heading is `control`. */
  constructor(markdown: string) {
    let isTable = false;
    for (const line of markdown.split("\n")) {
      const [, who = "", what = "", reason = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      if (!line.startsWith("|")) isTable = false;
      else if (who === "control") isTable = true;
      else if (isTable) {
        const names = [...what.matchAll(/`(\w+)(?:\(\))?`/g)].map(([, name = ""]) => name);
        this.#rows.push({ who, names: new Set(names), reason });
      }
    }
  }

  /** Returns the reason why a member is left out. Without `member`, the reason why the whole control is left out. */
  reason({ id, type, group }: ExpectedControl, member?: string): string | undefined {
    const isIn = (who: string) =>
      who === "every control" ||
      who === "most controls" ||
      (who === "all buttons" && group === "buttons") ||
      who.split(/,\s*/).some((name) => name === id || name === type);
    return this.#rows.find(
      ({ who, names }) => isIn(who) && (member === undefined ? names.size === 0 : names.has(member)),
    )?.reason;
  }
}
