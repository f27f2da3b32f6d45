import { expect, it } from "vitest";
import { ClockWindow } from "./clock-window";

const at = (seconds: number) => 1_800_000_000_000 + seconds * 1_000;
const has = ({ after, until }: { after: Date; until: Date }, time: number) =>
  after.getTime() < time && time <= until.getTime();

it("looks back for months after a start, and overlaps from then on", () => {
  const window = new ClockWindow();
  const first = window.next(at(0));
  expect(has(first, at(-80 * 86_400))).toBe(true);
  window.finish(first);
  const second = window.next(at(5));
  expect(has(second, at(-15))).toBe(true);
  expect(has(second, at(-25))).toBe(false);
});

it("comes back to what could not be delivered", () => {
  const window = new ClockWindow();
  window.finish(window.next(at(0)));
  window.next(at(5));
  window.next(at(3_600));
  expect(has(window.next(at(7_200)), at(1))).toBe(true);
});
