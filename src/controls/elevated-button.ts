import { Button } from "./button.ts";

/** {@link Button} by the name that Material gives it. */
export class ElevatedButton extends Button {}
