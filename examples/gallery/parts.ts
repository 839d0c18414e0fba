import { Column, Container, type Control, Text, type TextProps, type TextThemeStyle } from "runlet";

/** How code and data look. */
export const monospace: TextProps = {
  fontFamily: "ui-monospace",
  fontFamilyFallback: ["SF Mono", "Consolas", "monospace"],
  size: 13,
};

/** A line of text that begins something. */
export function heading(value: string, themeStyle: TextThemeStyle): Text {
  return new Text({ value, themeStyle });
}

/** A part of the page with a name. */
export function panel(name: string, content: Control): Container {
  return new Container({
    padding: 16,
    borderRadius: 16,
    bgcolor: "surfacecontainerlow",
    content: new Column({
      spacing: 12,
      horizontalAlignment: "stretch",
      controls: [heading(name, "titleMedium"), content],
    }),
  });
}
