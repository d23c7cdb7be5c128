import { defineRoute } from "../plan.ts";

/** Vision tokens see themselves and the text before, no other vision token (paper, section 3.1, Figure 2). */
export const maskAttention = defineRoute("maskAttention", {}, () => ({
  lanes: {
    vision: { sees: { vision: "self", text: "earlier" } },
    newline: { sees: ["vision", "newline", "text"] },
    text: { sees: ["vision", "newline", "text"] },
  },
}));
