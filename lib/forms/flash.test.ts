import { beforeEach, expect, test, vi } from "vitest";
import { flashAndRedirect, readFlash } from "@/lib/forms/flash";

const jar = new Map<string, string>();
const posted = new Headers({ referer: "http://localhost:8000/us/checkout?step=review" });

vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(posted),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
      set: (name: string, value: string) => jar.set(name, value),
    }),
}));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`to ${path}`);
  },
}));

beforeEach(() => {
  jar.clear();
  vi.stubEnv("AUTH_SECRET", "a-secret-0123456789-0123456789-abcdef");
});

const answer = (fields: Record<string, string>, values: Record<string, string>) =>
  expect(flashAndRedirect({ ok: false, code: "out-of-stock", fields, values }, "review")).rejects.toThrow(
    "to /us/checkout?step=review",
  );

test("A browser without script finds the answer, and what was typed, on the page it came from", async () => {
  await answer({ form: "Scarf: none left." }, { form: "review", note: "ring twice" });
  expect(await readFlash()).toEqual({
    ok: false,
    code: "out-of-stock",
    fields: { form: "Scarf: none left." },
    values: { form: "review", note: "ring twice" },
  });
});

test("A novel in a field is lost before the message is", async () => {
  await answer({ form: "Scarf: none left." }, { form: "review", note: "Once upon a time. ".repeat(400) });
  expect(await readFlash()).toMatchObject({
    fields: { form: "Scarf: none left." },
    values: { form: "review" },
  });
});

test("A message of dozens of things gives way to the short one", async () => {
  await answer({ form: "The extremely long scarf: none left. ".repeat(200) }, { form: "review" });
  expect(await readFlash()).toEqual({ ok: false, code: "out-of-stock", values: { form: "review" } });
});
