import type { ControlSpec } from "../core/declaration/spec.ts";

/** Words for the same idea in Flet, Flutter, React and HTML. A control usually has a property for one of each group. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["content", "label", "value", "title", "text", "caption"],
  ["content", "controls", "child", "children", "body"],
  ["controls", "tabs", "items", "children", "destinations", "segments", "options", "actions"],
  ["onClick", "onTap", "onPress", "onPressed"],
  ["onChange", "onInput", "onChanged", "onSelect"],
  ["onSubmit", "onSubmitted", "onEnter"],
  ["bgcolor", "background", "backgroundColor", "fillColor"],
  ["color", "foregroundColor", "textColor", "fgcolor"],
  ["bgcolor", "color"],
  ["weight", "fontWeight", "bold"],
  ["size", "fontSize", "iconSize"],
  ["themeStyle", "textStyle", "style"],
  ["error", "errorText", "errorMessage"],
  ["helper", "helperText"],
  ["hintText", "placeholder"],
  ["name", "icon"],
  ["src", "srcBase64", "url", "href"],
  ["value", "checked", "selected"],
  ["textAlign", "align", "alignment"],
  ["spacing", "gap"],
  ["alignment", "mainAxisAlignment", "justifyContent"],
  ["horizontalAlignment", "verticalAlignment", "crossAxisAlignment", "alignItems"],
  ["expand", "flex", "grow", "flexGrow"],
  ["key", "id", "testId", "dataTestid", "dataTestId"],
  ["tooltip", "ariaLabel"],
  ["password", "obscureText", "type"],
  ["borderRadius", "radius", "cornerRadius"],
  ["tooltip", "title", "hint"],
  ["visible", "hidden"],
  ["disabled", "enabled"],
];

/**
 * Returns the property that was probably meant by a name that people know from elsewhere.
 * @internal
 */
export function suggestSynonym({ entries }: ControlSpec, name: string): string | undefined {
  for (const group of SYNONYMS) {
    const isProperty = (other: string) => entries[other] !== undefined || other === "key";
    const found = group.includes(name) ? group.find(isProperty) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
