// The client's side: the page that shows what the worker runs. The two talk over a MessagePort.
import { connect } from "runlet/client";
import { messagePortClient } from "runlet/transport";

/** The worker's script, put in by the build. */
declare const WORKER: string;

const worker = new Worker(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })));
const { port1, port2 } = new MessageChannel();
worker.postMessage(port1, [port1]);
connect({ transport: messagePortClient(port2) }, document.getElementById("app") as HTMLElement);
