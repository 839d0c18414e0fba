import { type BoxProps, type Layout, loosen } from "./layout.ts";

interface ContainerLayoutProps extends BoxProps {
  readonly alignment?: { readonly x?: number; readonly y?: number } | null;
}

/** Returns whether an alignment places the content outside the container. */
export function isBeyond(alignment: ContainerLayoutProps["alignment"]): boolean {
  return Math.abs(alignment?.x ?? 0) > 1 || Math.abs(alignment?.y ?? 0) > 1;
}

/** A Container: with an alignment, or without content, it takes all the space it may have. */
export const containerLayout: Layout = {
  name: "container",
  reads: ["alignment"],
  place: ({ alignment }: ContainerLayoutProps) => (alignment == null || isBeyond(alignment) ? undefined : "aligned"),
  shift: ({ alignment }: ContainerLayoutProps) => (isBeyond(alignment) ? alignment : undefined),
  limit: (_axis, own, { alignment }: ContainerLayoutProps) => (alignment == null ? own : loosen(own)),
  takes(axis, { alignment }: ContainerLayoutProps, some) {
    return alignment != null || !some(() => true) || some((child) => child.takes[axis]);
  },
};
