import { expect, it } from "vitest";
import { compareOrders } from "./orders";

const PLACED = { id: "order_1", email: "ida@x.test", isCustomers: true, lines: "2 × hat (S)" };
const STORED = {
  id: "order_1",
  email: "ida@x.test",
  customerEmail: "ida@x.test",
  hasAccount: true,
  lines: [{ handle: "hat", variant: "S", quantity: 2 }],
};
const GUESTS = { ...PLACED, isCustomers: false };

const compare = (stored: Partial<typeof STORED>, placed = PLACED) =>
  compareOrders([placed], [{ ...STORED, ...stored }]).map(({ what }) => what);

it("An order is right when it is its shopper's, as it was placed", () => {
  expect(compare({})).toEqual([]);
  expect(compare({ hasAccount: false }, GUESTS)).toEqual([]);
});

it("It is wrong for another address, of another customer, with other things in it", () => {
  expect(compare({ email: "eve@x.test" })).toEqual(["is for eve@x.test and not for ida@x.test"]);
  expect(compare({ customerEmail: "eve@x.test" })).toEqual(["of ida@x.test is credited to eve@x.test"]);
  expect(compare({ lines: [{ handle: "hat", variant: "S", quantity: 1 }] })).toEqual([
    "holds 1 × hat (S) and not 2 × hat (S)",
  ]);
});

it("A customer's that is nobody's, and a guest's that an account got, are wrong", () => {
  expect(compare({ hasAccount: false })).toEqual(["of ida@x.test is credited to ida@x.test"]);
  expect(compare({ customerEmail: "eve@x.test" }, GUESTS)).toEqual(["of a guest is credited to eve@x.test"]);
});

it("An order is on record once, and none that nobody placed", () => {
  expect(compareOrders([PLACED], [])).toEqual([{ order: "order_1", what: "is not on record" }]);
  expect(compareOrders([], [STORED])).toEqual([
    { order: "order_1", what: "for ida@x.test was placed by nobody" },
  ]);
});
