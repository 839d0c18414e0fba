import type { ButtonProps } from "../../../controls/button/button.ts";
import type { TextualButtonProps } from "../../../controls/button-props.ts";
import type { Read } from "../../../controls/control-props.ts";
import { element } from "../../dom/css.ts";
import { setButtonStyle } from "../../parts/button-style.ts";
import { makePressParts, pressMethods, pressSetters, setTarget } from "../../parts/press-parts.ts";
import type { Renderer, Setter } from "../../rendering/renderer.ts";
import { type ContentParts, contentSetters, setName } from "./button-content.ts";

/** Properties that any kind of button with text may have. */
type AnyButtonProps = TextualButtonProps<Read> & Pick<ButtonProps<Read>, "color" | "bgcolor" | "elevation">;

/**
 * Returns a renderer for one kind of button. `variety` is a CSS class. `elevation` is the default elevation of this
 * kind, in pixels.
 */
export function buttonRenderer(variety: string, elevation = 0): Renderer<AnyButtonProps, ContentParts> {
  const restyle: Setter<AnyButtonProps, ContentParts> = (view) => {
    const { style, color, bgcolor, iconColor, elevation: height } = view.props;
    const own = {
      color: color ?? style?.color,
      bgcolor: bgcolor ?? style?.bgcolor,
      iconColor: iconColor ?? style?.iconColor,
      elevation: height == null || height === elevation ? style?.elevation : height,
    };
    setButtonStyle(view, { ...style, ...own }, () => restyle(view));
  };
  const renderer: Renderer<AnyButtonProps, ContentParts> = {
    impliesDefaults: true,
    create(view) {
      const icon = element("span", "r-press-icon");
      const text = document.createTextNode("");
      return Object.assign(makePressParts(view, variety, icon, text), { icon, text });
    },
    childrenChanged: setName,
    slot: ({ parts }, name) => (name === "icon" ? parts.icon : parts.press),
    disabled(view) {
      setTarget(view);
      restyle(view);
    },
    props: {
      ...contentSetters,
      url: setTarget,
      color: restyle,
      bgcolor: restyle,
      iconColor: restyle,
      elevation: restyle,
      style: restyle,
      clipBehavior: ({ root, props }) => void root.classList.toggle("r-press-clipped", props.clipBehavior !== "none"),
      ...pressSetters,
    },
    methods: pressMethods,
  };
  return renderer;
}
