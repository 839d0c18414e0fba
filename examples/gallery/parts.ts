import { Column, Container, type Control, Text, type TextProps, type TextThemeStyle } from "runlet";

/** Text properties of code and data. */
export const monospace: TextProps = {
  fontFamily: "ui-monospace",
  fontFamilyFallback: ["SF Mono", "Consolas", "monospace"],
  size: 13,
};

/** Returns a heading. */
export function heading(value: string, themeStyle: TextThemeStyle): Text {
  return new Text({ value, themeStyle });
}

/** Returns a part of the page with a heading. */
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
