// @ts-check

/**
 * A form is parsed by recursion and copies, and its limits are wide. Without any the process ends, and the run with it.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const formShapeUnbounded = {
  name: "form-shape-unbounded",
  report: "S1",
  fault:
    "a form is nested by recursion and copies within wide limits, so that 81 KB in 20 names block everybody",
  edits: [
    {
      file: "lib/forms/form-data.ts",
      find: "{ fields: 200, nameLength: 200, depth: 3, characters: 65_536 }",
      replace: "{ fields: 200, nameLength: 5_000, depth: 5_000, characters: 200_000 }",
    },
    {
      file: "lib/forms/form-data.ts",
      find: `  let into = root;
  for (const name of path.slice(0, -1)) {
    const existing = into[name];
    const child: NestedTexts = typeof existing === "object" ? existing : Object.create(null);
    into[name] = child;
    into = child;
  }
  into[path.at(-1) ?? ""] = value;`,
      replace: `  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    root[name] = value;
    return;
  }
  const existing = root[name];
  const child: NestedTexts = typeof existing === "object" ? existing : Object.create(null);
  root[name] = child;
  place(child, rest, value);`,
    },
  ],
  caughtBy: {
    file: "e2e/form-shape.spec.ts",
    title: "A form of any shape is refused at once, and others are served meanwhile",
    message: /81 KB in 20 names/u,
  },
};
