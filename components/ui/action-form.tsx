import type { ComponentProps } from "react";
import type { useFormAction } from "@/components/ui/use-form-action";

type ActionFormProps = Omit<ComponentProps<"form">, "action" | "ref" | "name"> & {
  form: ReturnType<typeof useFormAction>["form"];
};

/** A form for an action of `useFormAction`. Validated by the server only, so that messages are the same everywhere. */
export function ActionForm({ form: { name, ...form }, children, ...rest }: ActionFormProps) {
  return (
    <form noValidate {...form} {...rest}>
      <input type="hidden" name="form" value={name} />
      {children}
    </form>
  );
}
