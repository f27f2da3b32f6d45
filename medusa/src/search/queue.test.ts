import { expect, test } from "vitest";
import { Queue } from "./queue";

test("tasks run one after the other, also after one that failed", async () => {
  const queue = new Queue();
  const seen: string[] = [];
  const task = (name: string, turns: number) => async () => {
    seen.push(`${name} begins`);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === "first") throw new Error("failed");
    return name;
  };
  const [first, second] = [queue.run(task("first", 20)), queue.run(task("second", 1))];
  await expect(first).rejects.toThrow("failed");
  await expect(second).resolves.toBe("second");
  expect(seen).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});
