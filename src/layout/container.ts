import { type BoxProps, type Layout, loosen, takes } from "./layout.ts";

interface ContainerLayoutProps extends BoxProps {
  readonly alignment?: object | null;
}

/** A Container: with an alignment, or without content, it takes all the space it may have. */
export const containerLayout: Layout = {
  name: "container",
  reads: ["alignment"],
  place: ({ alignment }: ContainerLayoutProps) => (alignment == null ? undefined : "aligned"),
  tell: (_axis, told, { alignment }: ContainerLayoutProps) => (alignment == null ? told : loosen(told)),
  takes(axis, { alignment }: ContainerLayoutProps, children) {
    return children.length === 0 || alignment != null || children.some((child) => takes(child, axis));
  },
};
