/** `find` must be in the file exactly once, and becomes `replace`. */
export type Edit = { file: string; find: string; replace: string };

/** The spec that must fail, by a part of its title that is in the file, and what its first error must be about. */
export type ExpectedFailure = { file: string; title: string; message: RegExp };

/** A fault of the field reports (F), of the security findings (S) or of shops in operation (D), put back. */
export type Mutant = {
  name: string;
  report: "F1" | "F2" | "F3" | "F4" | "F5" | `S${number}` | `D${number}`;
  fault: string;
  edits: Edit[];
  caughtBy: ExpectedFailure;
};

/** Whether the backend has to be built again. */
export function changesBackend({ edits }: Mutant): boolean {
  return edits.some(({ file }) => file.startsWith("medusa/"));
}
