import { defineRoute } from "../plan.ts";

/** The ordinary decoder: every token sees all that stands before it and goes through the FFN. */
export const full = defineRoute("full", {}, () => ({
  lanes: {
    vision: { sees: ["vision", "newline", "text"] },
    newline: { sees: ["vision", "newline", "text"] },
    text: { sees: ["vision", "newline", "text"] },
  },
}));
