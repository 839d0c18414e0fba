import { nullable, numberType, stringType } from "../../core/declaration/types.ts";
import { callClient } from "../../core/update/calls.ts";
import { wideLayout } from "../../layout/simple.ts";
import { type BorderSide, borderSideType } from "../../values/border.ts";
import { type BoxConstraints, boxConstraintsType } from "../../values/box-constraints.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { KeyboardType, TextCapitalization } from "../../values/keyboard.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, method, number, oneOf, payload, type Spec, slot, slots, spec, text, value } from "../spec.ts";

/** Properties of {@link SearchBar}. */
export interface SearchBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Controls in the search view, below its field, such as results or suggestions. Default none. */
  controls?: Children<M>;
  /** Text in the field. Typing changes it, in the bar and in the view. Default `""`. */
  value?: In<M, string>;
  /** Control before the text in the bar. Default `null`: none. */
  barLeading?: In<M, Control | null>;
  /** Controls after the text in the bar. Default none. */
  barTrailing?: Children<M>;
  /** Placeholder shown in the bar while it is empty. Default `null`: none. */
  barHintText?: In<M, string | null>;
  /** Background color of the bar: one color, or by state. Default `null`: the theme's color. */
  barBgcolor?: In<M, ControlStateValue<Color> | null>;
  /**
   * Color of the overlay over the bar while it is hovered: one color, or by state. Default `null`: the theme's color.
   */
  barOverlayColor?: In<M, ControlStateValue<Color> | null>;
  /** Color of the bar's shadow: one color, or by state. Default `null`: the theme's color. */
  barShadowColor?: In<M, ControlStateValue<Color> | null>;
  /**
   * Height of the bar above the surface, in pixels; the shadow grows with it. One number, or by state. Default `null`:
   * 6.
   */
  barElevation?: In<M, ControlStateValue<number> | null>;
  /** Border of the bar: one line, or by state. Takes precedence over the border of `barShape`. Default `null`: none. */
  barBorderSide?: In<M, ControlStateValue<BorderSide> | null>;
  /** Shape of the bar: one shape, or by state. Default `null`: a pill. */
  barShape?: In<M, ControlStateValue<OutlinedBorder> | null>;
  /** Text style of the text in the bar: one style, or by state. Default `null`: the theme's. */
  barTextStyle?: In<M, ControlStateValue<TextStyle> | null>;
  /** Text style of the placeholder in the bar: one style, or by state. Default `null`: the theme's. */
  barHintTextStyle?: In<M, ControlStateValue<TextStyle> | null>;
  /**
   * Space between the edge of the bar and its content, in pixels: one padding, or by state. Default `null`: 8 left and
   * right.
   */
  barPadding?: In<M, ControlStateValue<Padding> | null>;
  /** Minimum and maximum size of the bar, in pixels. Default `null`: at most 800 wide, and at least 56 high. */
  barSizeConstraints?: In<M, BoxConstraints | null>;
  /** Control before the text in the view. Default `null`: a button that closes the view. */
  viewLeading?: In<M, Control | null>;
  /** Controls after the text in the view. Default none: a button that clears the text. */
  viewTrailing?: Children<M>;
  /** Height of the view above the surface, in pixels; the shadow grows with it. Default `null`: 6. */
  viewElevation?: In<M, number | null>;
  /** Background color of the view. Default `null`: the theme's color. */
  viewBgcolor?: In<M, Color | null>;
  /** Placeholder shown in the view's field while it is empty. Default `null`: `barHintText`. */
  viewHintText?: In<M, string | null>;
  /** Border of the view. Takes precedence over the border of `viewShape`. Default `null`: none. */
  viewSide?: In<M, BorderSide | null>;
  /** Shape of the view. Default `null`: rounded corners, or square corners if the view fills the viewport. */
  viewShape?: In<M, OutlinedBorder | null>;
  /** Text style of the text in the view's field. Default `null`: the theme's. */
  viewHeaderTextStyle?: In<M, TextStyle | null>;
  /** Text style of the placeholder in the view's field. Default `null`: the theme's. */
  viewHintTextStyle?: In<M, TextStyle | null>;
  /** Minimum and maximum size of the view, in pixels. Default `null`: at least 360 wide and 240 high. */
  viewSizeConstraints?: In<M, BoxConstraints | null>;
  /** Height of the view's field, in pixels. Default `null`: 56, or 72 if the view fills the viewport. */
  viewHeaderHeight?: In<M, number | null>;
  /** Space around `controls` in the view, in pixels: one number for all sides, or by side. Default `null`: none. */
  viewPadding?: In<M, Padding | null>;
  /**
   * Space between the edge of the view's field and its content, in pixels: one number for all sides, or by side.
   * Default `null`: 8 left and right.
   */
  viewBarPadding?: In<M, Padding | null>;
  /** Whether the view is only as high as its controls. Default `null`: no. */
  shrinkWrap?: In<M, boolean | null>;
  /** Color of the line between the view's field and `controls`. Default `null`: the theme's color. */
  dividerColor?: In<M, Color | null>;
  /** Automatic capitalization by an on-screen keyboard. Default `null`: the device's default. */
  capitalization?: In<M, TextCapitalization | null>;
  /**
   * Whether the view fills the viewport. If the viewport is narrower than 600 pixels, the view always fills it. Default
   * `false`.
   */
  fullScreen?: In<M, boolean>;
  /** Type of on-screen keyboard. Default `"text"`. */
  keyboardType?: In<M, KeyboardType>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Called when the bar is clicked, or the arrow down is pressed in it. Usually the handler calls `openView()`. */
  onTap?: EventHandler<SearchBar> | undefined;
  /** Called when the person presses outside the control while the bar has the focus. */
  onTapOutsideBar?: EventHandler<SearchBar> | undefined;
  /** Called when the person presses outside the open view. The view closes. */
  onTapOutsideView?: EventHandler<SearchBar> | undefined;
  /** Called when Enter is pressed. `data` is the text. */
  onSubmit?: EventHandler<SearchBar, string> | undefined;
  /** Called when the person changes the text. `data` is the new text. */
  onChange?: EventHandler<SearchBar, string> | undefined;
  /** Called when the bar or the view receives the focus. */
  onFocus?: EventHandler<SearchBar> | undefined;
  /** Called when the bar and the view lose the focus. */
  onBlur?: EventHandler<SearchBar> | undefined;
}

export interface SearchBar extends Plain<SearchBarProps<Read>> {
  /** Controls in the search view, below its field, such as results or suggestions. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
  /** Controls after the text in the bar. Default none. */
  get barTrailing(): ChildArray;
  set barTrailing(children: readonly Control[]);
  /** Controls after the text in the view. Default none: a button that clears the text. */
  get viewTrailing(): ChildArray;
  set viewTrailing(children: readonly Control[]);
}

const colors = controlStateType(colorType);
const styles = controlStateType(textStyleType);

/**
 * A search field that opens a view with suggestions or results. While it has `controls`, typing and the arrow down open
 * the view. Arrows move through them, and Escape closes the view.
 */
export class SearchBar extends Control {
  static override readonly spec: Spec<SearchBarProps> = spec<SearchBarProps>({
    type: "SearchBar",
    parent: Control,
    layout: wideLayout,
    properties: {
      controls: slots(),
      value: text("").writable(undefined, { merge: "text" }),
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
    semantics: { role: "searchbox", label: "barHintText" },
    methods: { focus: method(), openView: method(), closeView: method(nullable(stringType)) },
  });

  constructor(props?: SearchBarProps) {
    super(props);
  }

  /** Gives the focus to the bar, or to the view while it is open. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }

  /** Opens the view and gives it the focus. */
  openView(): Promise<void> {
    return callClient(this, "openView");
  }

  /** Closes the view. If a text is given, it becomes `value`. */
  closeView(text: string | null = null): Promise<void> {
    if (text !== null) this.value = text;
    return callClient(this, "closeView", text);
  }
}
