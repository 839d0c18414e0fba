/** Loads the code by which a click belongs to where it was pressed: when a pointer is used, or a moment later. */
export function loadClicks(): void {
  const load = (event?: Event) => {
    const path = event?.composedPath();
    void import("../input/click-place.ts").then(({ begin }) => begin(event, path));
  };
  addEventListener("pointermove", load, { once: true });
  addEventListener("pointerdown", load, { once: true });
  setTimeout(load, 3000);
}
