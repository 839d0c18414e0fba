/** A control of a program: the part of the sample that made it and, within that, its position in document order. */
export type ControlName = `${number}.${number}` | "page";

/** A value of a property: one that can be sent, a handler, or the default. */
export type Setting = { readonly value: unknown } | "handler" | "default";

/** One change of the app. It does nothing if a control that it names is not on the page. */
export type Change =
  | { readonly kind: "set"; readonly control: ControlName; readonly property: string; readonly to: Setting }
  /** Puts a new sample into a slot. In a list, `at` is its position; in another slot, it replaces what is there. */
  | {
      readonly kind: "insert";
      readonly parent: ControlName;
      readonly slot: string;
      readonly at: number;
      readonly part: number;
      readonly sample: string;
    }
  | { readonly kind: "remove"; readonly control: ControlName }
  | {
      readonly kind: "move";
      readonly control: ControlName;
      readonly parent: ControlName;
      readonly slot: string;
      readonly at: number;
    };

/** A part of the page at first: a sample, whose controls are named by `part`. */
export interface Part {
  readonly part: number;
  readonly sample: string;
}

/** What an app shows at first, and how it changes. It is plain data, so that it can be run again, smaller or printed. */
export interface Program {
  readonly seed: number;
  readonly parts: readonly Part[];
  /** Whether the parts are in a control that is an update boundary. */
  readonly isIsolated: boolean;
  /** Whether the page sends changes by itself. Otherwise the program calls `update()` after each update but the last. */
  readonly autoUpdate: boolean;
  /** Changes, grouped by the update that brings them to the client. */
  readonly updates: readonly (readonly Change[])[];
}

/** Returns a program as readable lines. */
export function printProgram({ seed, parts, isIsolated, autoUpdate, updates }: Program): string {
  const flags = [isIsolated && "in an isolated control", !autoUpdate && "without autoUpdate"].filter(Boolean);
  const lines = [`seed ${seed}${flags.map((flag) => `, ${flag}`).join("")}`];
  for (const { part, sample } of parts) lines.push(`  show ${part}: ${sample}`);
  for (const changes of updates) {
    lines.push("  update");
    for (const change of changes) lines.push(`    ${printChange(change)}`);
  }
  return lines.join("\n");
}

function printChange(change: Change): string {
  switch (change.kind) {
    case "set":
      return `${change.control}.${change.property} = ${typeof change.to === "string" ? change.to : JSON.stringify(change.to.value)}`;
    case "insert":
      return `${change.parent}.${change.slot}[${change.at}] = new ${change.part}: ${change.sample}`;
    case "remove":
      return `remove ${change.control}`;
    case "move":
      return `move ${change.control} to ${change.parent}.${change.slot}[${change.at}]`;
  }
}
