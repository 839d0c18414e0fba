import { callClient } from "../core/calls.ts";
import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import {
  event,
  flag,
  method,
  number,
  oneOf,
  payload,
  type Spec,
  slot,
  slots,
  spec,
  text,
  value,
} from "../core/spec.ts";
import { nullable, numberType, stringType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type BorderSide, borderSideType } from "./values/border.ts";
import { type BoxConstraints, boxConstraintsType } from "./values/box-constraints.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { KeyboardType, TextCapitalization } from "./values/keyboard.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link SearchBar}. */
export interface SearchBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What the view has below its own field: results, suggestions. Default none. */
  controls?: Children<M>;
  /** The text in the field; typing changes it, in the bar and in the view. Default `""`. */
  value?: In<M, string>;
  /** Stands in the bar before the text. Default none. */
  barLeading?: In<M, Control | null>;
  /** Stand in the bar after the text. Default none. */
  barTrailing?: Children<M>;
  /** Shown in the empty bar. Default `null`: none. */
  barHintText?: In<M, string | null>;
  /** Behind the bar, in general or by state, as all that follows of the bar. Default `null`: the theme's. */
  barBgcolor?: In<M, ControlStateValue<Color> | null>;
  /** Laid over the bar while it is hovered or pressed. Default `null`: the theme's. */
  barOverlayColor?: In<M, ControlStateValue<Color> | null>;
  /** Default `null`: the theme's. */
  barShadowColor?: In<M, ControlStateValue<Color> | null>;
  /** How high the bar floats, in pixels. Default `null`: 6. */
  barElevation?: In<M, ControlStateValue<number> | null>;
  /** The line around the bar. Default `null`: none. */
  barBorderSide?: In<M, ControlStateValue<BorderSide> | null>;
  /** Default `null`: with round ends. */
  barShape?: In<M, ControlStateValue<OutlinedBorder> | null>;
  /** How the text looks. Default `null`: as the theme has it. */
  barTextStyle?: In<M, ControlStateValue<TextStyle> | null>;
  /** How the hint looks. Default `null`: as the theme has it. */
  barHintTextStyle?: In<M, ControlStateValue<TextStyle> | null>;
  /** Room between the ends of the bar and what is in it, in pixels. Default `null`: 8 at either end. */
  barPadding?: In<M, ControlStateValue<Padding> | null>;
  /** How small and how large the bar may be. Default `null`: 360 to 800 pixels wide, 56 high. */
  barSizeConstraints?: In<M, BoxConstraints | null>;
  /** Stands in the view before the text. Default `null`: a button that closes the view. */
  viewLeading?: In<M, Control | null>;
  /** Stand in the view after the text. Default none: a button that takes the text away. */
  viewTrailing?: Children<M>;
  /** How high the view floats, in pixels. Default `null`: 6. */
  viewElevation?: In<M, number | null>;
  /** Behind the view. Default `null`: the theme's. */
  viewBgcolor?: In<M, Color | null>;
  /** Shown in the empty field of the view. Default `null`: `barHintText`. */
  viewHintText?: In<M, string | null>;
  /** The line around the view. Default `null`: none. */
  viewSide?: In<M, BorderSide | null>;
  /** Default `null`: with round corners, or square where it fills the window. */
  viewShape?: In<M, OutlinedBorder | null>;
  /** How the text in the view looks. Default `null`: as the theme has it. */
  viewHeaderTextStyle?: In<M, TextStyle | null>;
  /** How the hint in the view looks. Default `null`: as the theme has it. */
  viewHintTextStyle?: In<M, TextStyle | null>;
  /** How small and how large the view may be. Default `null`: at least 360 wide and 240 high. */
  viewSizeConstraints?: In<M, BoxConstraints | null>;
  /** Height of the field of the view, in pixels. Default `null`: 56, or 72 where it fills the window. */
  viewHeaderHeight?: In<M, number | null>;
  /** Room around `controls` in the view, in pixels. Default `null`: none. */
  viewPadding?: In<M, Padding | null>;
  /** Room at the ends of the field of the view, in pixels. Default `null`: 8 at either end. */
  viewBarPadding?: In<M, Padding | null>;
  /** Whether the view is only as high as its controls. Default `null`: no. */
  shrinkWrap?: In<M, boolean | null>;
  /** Of the line between the field of the view and `controls`. Default `null`: the theme's. */
  dividerColor?: In<M, Color | null>;
  /** What an on-screen keyboard makes a capital of by itself. Default `null`: as the device has it. */
  capitalization?: In<M, TextCapitalization | null>;
  /** Whether the view fills the window; in a window narrower than 600 pixels it always does. Default `false`. */
  fullScreen?: In<M, boolean>;
  /** Which keys an on-screen keyboard offers. Default `"text"`. */
  keyboardType?: In<M, KeyboardType>;
  /** Whether the bar has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** The bar was clicked: `openView()` is what one mostly wants then. */
  onTap?: EventHandler<SearchBar> | undefined;
  /** Something else was clicked while the bar had the keyboard. */
  onTapOutsideBar?: EventHandler<SearchBar> | undefined;
  /** Something else was clicked while the view was open; it closes. */
  onTapOutsideView?: EventHandler<SearchBar> | undefined;
  /** Enter was pressed; `data` is the text. */
  onSubmit?: EventHandler<SearchBar, string> | undefined;
  /** The text was changed; `data` is the new one. */
  onChange?: EventHandler<SearchBar, string> | undefined;
  /** The bar or the view got the keyboard. */
  onFocus?: EventHandler<SearchBar> | undefined;
  /** The bar and the view lost the keyboard. */
  onBlur?: EventHandler<SearchBar> | undefined;
}

export interface SearchBar extends Plain<SearchBarProps<Read>> {}

const colors = controlStateType(colorType);
const styles = controlStateType(textStyleType);

/** A field to search in, that opens a view with what is found. */
export class SearchBar extends Control {
  static override readonly spec: Spec<SearchBarProps<Read>> = spec<SearchBarProps<Read>, LayoutProps<Read>>(
    "SearchBar",
    Control,
    {
      controls: slots(),
      value: text("").writable(),
      barLeading: slot(),
      barTrailing: slots(),
      barHintText: text(null),
      barBgcolor: value(colors, null),
      barOverlayColor: value(colors, null),
      barShadowColor: value(colors, null),
      barElevation: value(controlStateType(numberType({ min: 0 })), null),
      barBorderSide: value(controlStateType(borderSideType), null),
      barShape: value(controlStateType(outlinedBorderType), null),
      barTextStyle: value(styles, null),
      barHintTextStyle: value(styles, null),
      barPadding: value(controlStateType(paddingType), null),
      barSizeConstraints: value(boxConstraintsType, null),
      viewLeading: slot(),
      viewTrailing: slots(),
      viewElevation: number(null, { min: 0 }),
      viewBgcolor: value(colorType, null),
      viewHintText: text(null),
      viewSide: value(borderSideType, null),
      viewShape: value(outlinedBorderType, null),
      viewHeaderTextStyle: value(textStyleType, null),
      viewHintTextStyle: value(textStyleType, null),
      viewSizeConstraints: value(boxConstraintsType, null),
      viewHeaderHeight: number(null, { min: 0 }),
      viewPadding: value(paddingType, null),
      viewBarPadding: value(paddingType, null),
      shrinkWrap: flag(null),
      dividerColor: value(colorType, null),
      capitalization: oneOf(TextCapitalization, null),
      fullScreen: flag(false),
      keyboardType: oneOf(KeyboardType, "text"),
      autofocus: flag(false),
      onTap: event(),
      onTapOutsideBar: event(),
      onTapOutsideView: event(),
      onSubmit: event(payload.text),
      onChange: event(payload.text),
      onFocus: event(),
      onBlur: event(),
    },
    { role: "searchbox", label: "barHintText" },
    { focus: method(), openView: method(), closeView: method(nullable(stringType)) },
  );

  constructor(props?: SearchBarProps) {
    super(props);
  }

  /** Gives the bar the keyboard, or the view while that is open. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }

  /** Opens the view, which has the keyboard then. */
  openView(): Promise<void> {
    return callClient(this, "openView");
  }

  /** Closes the view; with a text, that stands in the bar then. */
  closeView(text: string | null = null): Promise<void> {
    if (text !== null) this.value = text;
    return callClient(this, "closeView", text);
  }
}
