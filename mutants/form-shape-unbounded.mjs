// @ts-check

/**
 * A form is parsed by recursion and copies, however many names of whatever length and depth it has.
 * @type {import("../scripts/mutants/mutant.mjs").Mutant}
 */
export const formShapeUnbounded = {
  name: "form-shape-unbounded",
  report: "S1",
  fault:
    "a form is nested by recursion before anything is counted, so that one field's name can end the process",
  edits: [
    {
      file: "lib/http/form-data.ts",
      find: "  if (!isWithinLimits(form)) return null;\n",
      replace: "",
    },
    {
      file: "lib/http/form-data.ts",
      find: "    if (path.length > FORM_LIMITS.depth) return null;\n",
      replace: "",
    },
    {
      file: "lib/http/form-data.ts",
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
    message: /81 KB in 20 names[^]*Expected: < 2000|a name of 60,000 dots|fetch failed/u,
  },
};
