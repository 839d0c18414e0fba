import { RemoteReceiver, type RemoteReceiverElement } from "@remote-dom/core/receivers";
import type { Replica, TreeNode } from "../lib/app.ts";

const types: { readonly [element: string]: string } = {
  "ui-column": "Column",
  "ui-row": "Row",
  "ui-text": "Text",
  "ui-button": "Button",
};

/** Replica that uses the receiver of the remote-dom package. */
export class RemoteReplica implements Replica {
  readonly #receiver = new RemoteReceiver();

  apply(commands: unknown): void {
    this.#receiver.connection.mutate(commands as Parameters<RemoteReceiver["connection"]["mutate"]>[0]);
  }

  tree(): TreeNode {
    return plain(this.#receiver.root.children[0] as RemoteReceiverElement);
  }
}

function plain({ element, properties, eventListeners, children }: RemoteReceiverElement): TreeNode {
  const own = {
    $type: types[element] ?? element,
    ...properties,
    ...("click" in eventListeners && { onClick: true }),
  };
  return children.length === 0 ? own : { ...own, controls: (children as RemoteReceiverElement[]).map(plain) };
}
