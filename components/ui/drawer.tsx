"use client";

import { Dialog, type DialogProps } from "@/components/ui/dialog";

/**
 * A dialog at the right edge, as high as the window. A placed Dialog and not Base UI's Drawer, which adds gestures
 * and several times the script.
 */
export function Drawer(props: Omit<DialogProps, "placement">) {
  return <Dialog {...props} placement="edge" />;
}
