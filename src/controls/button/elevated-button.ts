import { Button } from "./button.ts";

/** A {@link Button} under its Material name. */
export class ElevatedButton extends Button {}
