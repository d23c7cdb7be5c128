import { type Edit, type Plan, planDiagram, planToCode, type Route, routeDiagram } from "../../src/index.ts";
import { tableOf } from "./html.ts";
import { type MimeData, register } from "./registry.ts";
import { svgForms } from "./svg.ts";

/** A route: its drawing; as text, the lanes. */
register(isRoute, (route) => routeForms(route));

/** The step towards a plan that puts a route in. */
register(
  (value): value is Extract<Edit, { from: number }> =>
    isObject(value) && typeof value.from === "number" && isRoute(value.route),
  ({ from, route }) => routeForms(route, `from layer ${from} on: `),
);

/** A plan: its drawing; as text, the code that makes it. */
register(
  (value): value is Plan =>
    isObject(value) &&
    Array.isArray(value.encoder) &&
    Array.isArray(value.layers) &&
    value.layers.length > 0 &&
    value.layers.every((layer) => isObject(layer) && Array.isArray(layer.before) && isRoute(layer.route)),
  (plan) => {
    const words = `plan of ${plan.layers.length} layers\n${planToCode(plan)}`;
    return drawnOr(words, () => planDiagram(plan).svg);
  },
);

function routeForms(route: Route, before = ""): MimeData {
  const head = `${before}route "${route.name}"${Object.keys(route.options).length > 0 ? ` ${JSON.stringify(route.options)}` : ""}`;
  return drawnOr(`${head}\n${lanesText(route)}`, () => routeDiagram(route).svg);
}

/** The drawing, or where there can be none the words and the reason. */
function drawnOr(words: string, draw: () => string): MimeData {
  try {
    return svgForms(draw(), { words });
  } catch (error) {
    return { "text/plain": `${words}\n(not drawn: ${(error as Error).message})` };
  }
}

function lanesText({ lanes, opens }: Route): string {
  const opened = opens.map(({ opening, options }) => `opens with ${opening} ${JSON.stringify(options)}\n`);
  const rows = Object.entries(lanes).map(([kind, lane]) =>
    "layer" in lane
      ? [kind, `layer: ${wordsOf(lane.layer)}`, ""]
      : [
          kind,
          `sees ${wordsOf(lane.sees)}`,
          lane.ffn === undefined || lane.ffn === true ? "FFN" : `FFN: ${wordsOf(lane.ffn)}`,
        ],
  );
  return opened.join("") + tableOf([{ title: "kind" }, { title: "attention" }, { title: "FFN" }], rows).text;
}

function wordsOf(slot: unknown): string {
  if (typeof slot === "string") return slot;
  if (Array.isArray(slot)) return slot.join(", ");
  const { update, options, ...reach } = slot as { update?: string; options?: object };
  return update === undefined
    ? Object.entries(reach)
        .map(([kind, far]) => `${kind} (${far})`)
        .join(", ")
    : `${update} ${JSON.stringify(options)}`;
}

function isRoute(value: unknown): value is Route {
  return (
    isObject(value) &&
    typeof value.name === "string" &&
    Array.isArray(value.opens) &&
    isObject(value.options) &&
    isObject(value.lanes) &&
    isObject(value.lanes.text)
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
