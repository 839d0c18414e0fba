import type { ButtonProps } from "../controls/button.ts";
import type { TextualButtonProps } from "../controls/button-props.ts";
import type { Read } from "../core/control-props.ts";
import { setButtonStyle } from "./button-style.ts";
import { element } from "./css.ts";
import { setIcon } from "./icon.ts";
import { labelIcon } from "./icon-label.ts";
import { makePressParts, type PressParts, pressMethods, pressSetters, setTarget } from "./press-parts.ts";
import type { Renderer, Setter } from "./renderer.ts";
import { toText } from "./style.ts";
import type { View } from "./view.ts";

/** What a button with text may have, of whatever kind. */
type AnyButtonProps = TextualButtonProps<Read> & Pick<ButtonProps<Read>, "color" | "bgcolor" | "elevation">;

interface ButtonParts extends PressParts {
  readonly text: Text;
  readonly icon: HTMLElement;
}

/** A renderer of one kind of button. `variety` is a class; `elevation` how high the kind floats by default. */
export function buttonRenderer<P>(variety: string, elevation = 0): Renderer<P> {
  const restyle: Setter<AnyButtonProps, ButtonParts> = (view) => {
    const { style, color, bgcolor, iconColor, elevation: height } = view.props;
    const own = {
      color: color ?? style?.color,
      bgcolor: bgcolor ?? style?.bgcolor,
      iconColor: iconColor ?? style?.iconColor,
      elevation: height == null || height === elevation ? style?.elevation : height,
    };
    setButtonStyle(view, { ...style, ...own }, () => restyle(view));
  };
  const renderer: Renderer<AnyButtonProps, ButtonParts> = {
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
      content(view) {
        view.parts.text.data = toText(view.props.content);
        setName(view);
      },
      icon(view) {
        setIcon(view.parts.icon, view.props.icon);
        setName(view);
      },
      url: setTarget,
      color: restyle,
      bgcolor: restyle,
      iconColor: restyle,
      elevation: restyle,
      style: restyle,
      clipBehavior: ({ root, props }) => void root.classList.toggle("r-clipped", props.clipBehavior !== "none"),
      tooltip: setName,
      ...pressSetters,
    },
    methods: pressMethods,
  };
  return renderer as unknown as Renderer<P>;
}

function setName(view: View<AnyButtonProps, ButtonParts>): void {
  const hasText = typeof view.props.content === "string";
  labelIcon(view, view.parts.press, hasText || view.children.has("content"));
}
