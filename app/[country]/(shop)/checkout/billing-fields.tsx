import { AddressFields, type AddressFieldsProps } from "@/components/address/address-fields";
import { Checkbox } from "@/components/ui/checkbox";

/** The address on the bill. The checkbox hides and shows it by CSS alone, so that it needs no JavaScript. */
export function BillingFields(props: Omit<AddressFieldsProps, "kind">) {
  return (
    <>
      <Checkbox
        name="sameAsBilling"
        label="The bill goes to the same address"
        defaultChecked={props.values.sameAsBilling === "on"}
        data-testid="billing-address-checkbox"
        className="mt-6"
      />
      <div className="group-has-[[name=sameAsBilling]:checked]/address:hidden">
        <h3 className="mt-5 mb-4 eyebrow">Bill to</h3>
        <AddressFields kind="billing" {...props} />
      </div>
    </>
  );
}
