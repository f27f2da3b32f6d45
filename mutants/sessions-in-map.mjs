// @ts-check

/**
 * In one process everything works. The next one, beside it or after a restart, knows nobody.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const sessionsInMap = {
  name: "sessions-in-map",
  report: "F2",
  fault: "sessions are kept in a `Map` of the process that opened them",
  edits: [
    {
      file: "lib/session/store.ts",
      find: `/**
 * The session rows. Every update states`,
      replace: `declare global {
  var sessionsOfThisProcess: Map<string, Session> | undefined;
}
const memory = () => (globalThis.sessionsOfThisProcess ??= new Map<string, Session>());

/**
 * The session rows. Every update states`,
    },
    {
      file: "lib/session/store.ts",
      find: `      return row;
`,
      replace: `      memory().set(row.id, row);
      return row;
`,
    },
    {
      file: "lib/session/store.ts",
      find: "    return database().session.findUnique({ where: { id } });",
      replace: "    return Promise.resolve(memory().get(id) ?? null);",
    },
    {
      file: "lib/session/store.ts",
      find: `      for (const session of revoked)
`,
      replace: `      for (const session of revoked) memory().set(session.id, session);
      for (const session of revoked)
`,
    },
    {
      file: "lib/session/store.ts",
      find: `    if (count === 1) await insertAuditEntry(db, entry);
`,
      replace: `    if (count === 1) await insertAuditEntry(db, entry);
    const row = await db.session.findUnique({ where: { id: where.id as string } });
    if (row) memory().set(row.id, row);
`,
    },
  ],
  caughtBy: {
    file: "e2e/two-instances.spec.ts",
    title: "A session that one instance has opened is known to the other, whichever answers next",
    message: /customer-email/u,
  },
};
