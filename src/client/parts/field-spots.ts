import type { Read } from "../../controls/control-props.ts";
import type { FormFieldProps } from "../../controls/form-field.ts";
import { setConstraints } from "../dom/constraints.ts";
import { adopt, element, setAttribute } from "../dom/css.ts";
import { toText } from "../dom/css-values.ts";
import { setIcon } from "../dom/icon.ts";
import { setTextStyle } from "../dom/text-style.ts";
import type { Parts } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";
import { fieldStyles } from "./form-field-styles.ts";

/** The element that takes the input. */
type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Elements of a field, independent of its input. */
export interface FieldParts extends Parts {
  /** Element around the field and the foot, next to the icon. */
  readonly main: HTMLElement;
  /** The field itself: the element with the border. */
  readonly box: HTMLElement;
  readonly outline: HTMLElement;
  /** Gap in the outline, as wide as the label when the label is small. */
  readonly notch: HTMLElement;
  input: Input;
  readonly foot: HTMLElement;
  /** Elements that hold the label, the helper and so on. Each exists only while it has content. */
  readonly spots: Map<Spot, HTMLElement>;
}

/** A place in a field for a string or a control. */
export type Spot =
  | "icon"
  | "label"
  | "prefixIcon"
  | "prefix"
  | "suffix"
  | "suffixIcon"
  | "helper"
  | "error"
  | "counter";

/** The part of a field's view that the code of fields needs. */
export type FieldView = Pick<View<FormFieldProps<Read>, FieldParts>, "root" | "parts" | "prefix" | "props"> & {
  readonly children: { has(slot: string): boolean };
};

/** Creates the elements of a field. `prefix` is the prefix of their ids. */
export function makeField(prefix: string): FieldParts & { input: HTMLInputElement } {
  const root = element("div", "r-field");
  const main = element("div", "r-field-main");
  const box = element("div", "r-field-box");
  const outline = element("div", "r-field-outline");
  const notch = element("div", "r-field-notch");
  const input = element("input", "r-field-input");
  const foot = element("div", "r-field-foot");
  input.id = `${prefix}-input`;
  input.placeholder = " ";
  outline.append(notch);
  box.append(outline, input);
  main.append(box, foot);
  root.append(main);
  return { root, main, box, outline, notch, input, foot, spots: new Map() };
}

/** Returns the element of a spot, and creates it on first use. */
export function spotOf(view: FieldView, name: Spot): HTMLElement {
  const { parts, prefix } = view;
  const known = parts.spots.get(name);
  if (known !== undefined) return known;
  const spot = element(name === "label" ? "label" : "div", `r-field-${name}`);
  if (spot instanceof HTMLLabelElement) spot.htmlFor = parts.input.id;
  else spot.id = `${prefix}-${name}`;
  if (name === "error") spot.role = "alert";
  spot.append(document.createTextNode(""));
  PLACES[name](parts, spot);
  setTextStyle(spot, view.props[`${name}Style` as "labelStyle"]);
  setConstraints(spot, view.props[`${name}SizeConstraints` as "sizeConstraints"]);
  parts.spots.set(name, spot);
  return spot;
}

const PLACES: { readonly [S in Spot]: (parts: FieldParts, spot: HTMLElement) => void } = {
  icon: ({ main }, spot) => main.before(spot),
  label: ({ notch }, spot) => notch.append(spot),
  prefixIcon: ({ outline }, spot) => outline.after(spot),
  prefix: ({ input }, spot) => input.before(spot),
  suffix: ({ input }, spot) => input.after(spot),
  suffixIcon: ({ box }, spot) => box.append(spot),
  helper: ({ foot }, spot) => foot.prepend(spot),
  error: ({ foot }, spot) => foot.prepend(spot),
  counter: ({ foot }, spot) => foot.append(spot),
};

function isIcon(name: Spot): boolean {
  return name === "icon" || name === "prefixIcon" || name === "suffixIcon";
}

/** Puts a text, or an icon by its name, into a spot. Removes the spot if it holds neither text nor a control. */
export function fillSpot(view: FieldView, name: Spot, text: string): void {
  const { parts, root, children } = view;
  if (text !== "" || children.has(name)) {
    const spot = spotOf(view, name);
    if (isIcon(name)) setIcon(spot, text);
    else (spot.firstChild as Text).data = text;
  } else {
    parts.spots.get(name)?.remove();
    parts.spots.delete(name);
  }
  root.classList.toggle("r-field-labeled", parts.spots.has("label"));
  root.classList.toggle("r-field-invalid", parts.spots.has("error"));
  describe(parts);
}

/** Updates the spots after children came or went. The counter is left to the field, which computes its text. */
export function fieldChildrenChanged(view: FieldView): void {
  for (const name of Object.keys(PLACES) as Spot[]) {
    if (name !== "counter") fillSpot(view, name, toText(view.props[name]));
  }
}

function describe({ input, spots }: FieldParts): void {
  setAttribute(input, "aria-invalid", spots.has("error") ? "true" : null);
  const ids = [spots.get("error") ?? spots.get("helper"), spots.get("counter")].map((spot) => spot?.id ?? "");
  setAttribute(input, "aria-describedby", ids.join(" ").trim() || null);
}

adopt(fieldStyles);
