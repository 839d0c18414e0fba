/** Loads the code by which a click belongs to where it was pressed: after the next paint, or at a press. */
export function loadClicks(): void {
  const load = (event?: Event) => import("../input/click-place.ts").then(({ begin }) => begin(event));
  addEventListener("pointerdown", load);
  requestAnimationFrame(() => setTimeout(load, 200));
}
