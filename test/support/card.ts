import { Control, type EventHandler, type LayoutProps } from "runlet";
import {
  event,
  type In,
  type Literal,
  type Mode,
  method,
  type Plain,
  payload,
  type Read,
  type Spec,
  spec,
  value,
} from "runlet/spec";
import { z } from "zod";

export interface Person {
  name: string;
  tags: string[];
}
const person = z.object({ name: z.string().trim(), tags: z.array(z.string()) });

/** Properties of a control that declares them with schemas of zod. */
export interface CardProps<M extends Mode = Literal> extends LayoutProps<M> {
  name?: In<M, string>;
  level?: In<M, number | null>;
  people?: In<M, readonly Person[]>;
  onPick?: EventHandler<Card, Date> | undefined;
}
export interface Card extends Plain<CardProps<Read>> {}
export class Card extends Control {
  static override readonly spec: Spec<CardProps> = spec<CardProps>({
    type: "Card",
    parent: Control,
    properties: {
      name: value(z.string().trim(), "").writable(),
      level: value(z.number().min(0), null),
      people: value(payload.list(person), []),
      onPick: event(z.iso.datetime().transform((text) => new Date(text))),
    },
    methods: {
      turn: method(
        z.object({ by: z.coerce.number() }),
        z.string().transform((text) => text.toUpperCase()),
      ),
    },
  });

  constructor(props?: CardProps) {
    super(props);
  }
}
