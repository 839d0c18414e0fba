// The client side: the page that shows the worker's app. Both communicate over a MessagePort.
import { connect } from "runlet/client";
import { messagePortClient } from "runlet/transport";

/** Script of the worker, inserted by the build. */
declare const WORKER: string;

const worker = new Worker(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })));
const { port1, port2 } = new MessageChannel();
worker.postMessage(port1, [port1]);
connect({ transport: messagePortClient(port2) }, document.getElementById("app") as HTMLElement);
