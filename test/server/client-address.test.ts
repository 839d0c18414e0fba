import { expect, test } from "vitest";
import { networkOf } from "../../src/server/connection-policy.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["192.0.2.1:50001", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:192.0.2.1", "192.0.2.1"],
  ["::1", "0:0:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
  ["2001:db8:1::9", "2001:db8:1:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
  ["", ""],
])("the client at %s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("all addresses of a network of 64 bits are one client, and those of the next network another one", () => {
  const of = (start: string) =>
    new Set(Array.from({ length: 300 }, (_, at) => networkOf(`${start}:${at.toString(16)}::${at}`)));
  expect(of("2001:db8:0:1").size).toBe(1);
  expect([...of("2001:db8:0:1")]).not.toEqual([...of("2001:db8:0:2")]);
});
