import type { StepLog } from "./step-log";
import type { AdminApi } from "./admin-api";
import type { StoreSetup } from "./store-setup";
import type { ShopModel } from "./model";

/** What everybody's steps have in common. */
export type DayContext = {
  model: ShopModel;
  setup: StoreSetup;
  admin: AdminApi;
  log: StepLog;
  group: string;
};
