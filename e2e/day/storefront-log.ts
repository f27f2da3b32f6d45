import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { environment } from "../support/environment";

/** Uncaught errors, and errors an action did not expect. An outage of the backend causes neither. */
const UNHANDLED = /⨯|Unexpected failure|[Uu]nhandled|(Type|Range|Reference|Syntax)Error/u;

/** The storefront's log from the moment of construction. */
export class StorefrontLog {
  readonly #file = join(environment.logsFolder, "storefront.log");
  readonly #start = statSync(this.#file).size;

  readErrors(): string[] {
    const written = readFileSync(this.#file).subarray(this.#start).toString("utf8");
    return written.split("\n").filter((line) => UNHANDLED.test(line));
  }
}
