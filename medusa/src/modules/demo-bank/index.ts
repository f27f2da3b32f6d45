import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { DemoBankProvider } from "./provider";

export default ModuleProvider(Modules.PAYMENT, { services: [DemoBankProvider] });
