import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { environment } from "../support/environment";

/** An error that nothing has caught, or that an action did not expect. What a backend that is down causes is not one. */
const UNHANDLED = /⨯|Unexpected failure|[Uu]nhandled|(Type|Range|Reference|Syntax)Error/u;

/** What the storefront writes into its log from now on. */
export class StorefrontLog {
  readonly #file = join(environment.logsFolder, "storefront.log");
  readonly #start = statSync(this.#file).size;

  readErrors(): string[] {
    const written = readFileSync(this.#file).subarray(this.#start).toString("utf8");
    return written.split("\n").filter((line) => UNHANDLED.test(line));
  }
}
