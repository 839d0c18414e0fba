import { Column, Container, Control, FilledButton, Row, Text, TextSpan } from "runlet";
import type { Sample } from "../sample.ts";

const box = (bgcolor: string, size = 48) => new Container({ width: size, height: size, borderRadius: 8, bgcolor });
const boxes = () => [box("primary"), box("secondary", 64), box("tertiary")];

/** A control of an app's own: a class with `build()`. */
class Greeting extends Control {
  override build() {
    return new Row({ controls: [box("primarycontainer", 32), new Text({ value: "Built by build()" })] });
  }
}

/** What everything else is made of. */
export const samples: readonly Sample[] = [
  {
    type: "Text",
    make: () => new Text({ value: "The quick brown fox jumps over the lazy dog", themeStyle: "titleLarge" }),
    states: {
      styled: () =>
        new Text({ value: "Large, bold, slanted", size: 28, weight: "bold", italic: true, color: "primary" }),
      cut: () =>
        new Text({
          value: "One line that is far too long for its place",
          width: 160,
          maxLines: 1,
          overflow: "ellipsis",
        }),
      clickable: () => new Text({ value: "Tap me", onTap: () => {} }),
    },
  },
  {
    type: "TextSpan",
    make: () =>
      new Text({
        value: "Text with ",
        spans: [new TextSpan({ text: "a span", style: { weight: "bold", color: "primary" } })],
      }),
    states: {
      link: () =>
        new Text({ spans: [new TextSpan({ text: "A link", url: "https://example.com/", style: { decoration: 1 } })] }),
    },
  },
  {
    type: "Row",
    make: () => new Row({ controls: boxes() }),
    states: {
      wrapped: () => new Row({ wrap: true, width: 200, controls: [...boxes(), ...boxes()] }),
      apart: () => new Row({ alignment: "spaceBetween", verticalAlignment: "end", controls: boxes() }),
    },
  },
  {
    type: "Column",
    make: () => new Column({ controls: boxes() }),
    states: {
      centered: () => new Column({ horizontalAlignment: "center", spacing: 4, controls: boxes() }),
      scrolling: () => new Column({ scroll: "auto", height: 120, controls: boxes() }),
    },
  },
  {
    type: "Container",
    make: () =>
      new Container({
        padding: 24,
        borderRadius: 16,
        bgcolor: "primarycontainer",
        content: new Text({ value: "Around a text", color: "onprimarycontainer" }),
      }),
    states: {
      gradient: () =>
        new Container({
          width: 160,
          height: 96,
          borderRadius: 16,
          gradient: { type: "linear", colors: ["primary", "tertiary"] },
          shadow: { blurRadius: 12, offset: { y: 4 }, color: "shadow,0.3" },
        }),
      outlined: () =>
        new Container({
          padding: 16,
          border: { width: 2, color: "outline" },
          content: new Text({ value: "With a line" }),
        }),
      clickable: () =>
        new Container({
          padding: 16,
          ink: true,
          bgcolor: "secondarycontainer",
          onClick: () => {},
          content: new Text({ value: "Click me" }),
        }),
    },
  },
  {
    type: "Control",
    make: () => new Greeting(),
    states: {
      clear: () => new FilledButton({ content: "Half clear", opacity: 0.5 }),
      turned: () =>
        new Container({
          padding: 12,
          bgcolor: "secondarycontainer",
          rotate: 0.2,
          content: new Text({ value: "Turned" }),
        }),
    },
  },
];
