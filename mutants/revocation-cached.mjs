// @ts-check

/**
 * A query is saved, and what another instance has ended goes on here.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const revocationCached = {
  name: "revocation-cached",
  report: "F5",
  fault: "an instance remembers for half a minute whose a session is",
  edits: [
    {
      file: "lib/session/session.ts",
      find: `  return presented ? validateToState(presented.token) : { status: "guest" };`,
      replace: `  return presented ? recall(presented.token) : { status: "guest" };`,
    },
    {
      file: "lib/session/session.ts",
      find: "async function validateToState(",
      replace: `type Memory = { state: SessionState; until: number };
declare global {
  var statesOfThisProcess: Map<string, Memory> | undefined;
}
async function recall(token: SessionToken): Promise<SessionState> {
  const states = (globalThis.statesOfThisProcess ??= new Map<string, Memory>());
  const known = states.get(token.sid);
  if (known && known.until > Date.now()) return known.state;
  const state = await validateToState(token);
  states.set(token.sid, { state, until: Date.now() + 30_000 });
  return state;
}

async function validateToState(`,
    },
  ],
  caughtBy: {
    file: "e2e/two-instances.spec.ts",
    title: "What is ended on one instance is refused by the other at its next request",
    message: /signed-out-elsewhere[^]*\+ +"customer": Object/u,
  },
};
