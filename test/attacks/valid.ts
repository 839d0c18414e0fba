import { between, pick, seeded } from "../support/random.ts";

/** Returns valid messages of a client after its hello, as text. The same seed gives the same messages. */
export function valid(count: number, seed: number): string[] {
  const random = seeded(seed);
  const names = ["click", "change", "focus", "sizeChange", "any"];
  const value = (): unknown =>
    pick(random, [
      "",
      "é🙂",
      "x".repeat(between(random, 0, 20)),
      true,
      null,
      between(random, 0, 99),
      { width: 1, height: 2 },
    ]);
  const command = (cmd: number): object => {
    const id = between(random, 1, 14);
    if (random() < 0.5) return { cmd, id, write: { [pick(random, ["value", "selection", "any"])]: value() } };
    return { cmd, id, event: pick(random, names), ...(random() < 0.5 && { data: value() }) };
  };
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.1) return JSON.stringify({ type: "ack", seq: 1 });
    if (kind < 0.2) return JSON.stringify({ type: "ping", seq: 1 });
    if (kind < 0.25) return JSON.stringify({ type: "resend", seq: 1 });
    const commands = Array.from({ length: between(random, 1, 3) }, (_, at) => command(at + 1));
    return JSON.stringify({ type: "commands", seq: 1, commands });
  });
}
