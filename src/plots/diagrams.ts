import { drawPlan, drawRoute } from "../routes/draw.ts";
import type { Plan } from "../routes/plan.ts";
import { type Route, reaches, updatesOf } from "../routes/route.ts";
import type { Figure, Row, Words } from "./figure.ts";

/** A route as a figure: its drawing, and its lanes as the table. */
export function routeDiagram(
  route: Route,
  {
    name = `route-${route.name}`,
    title = route.name,
    caption = "One decoder layer: the way of every kind, and who sees whom, token by token.",
  }: Words = {},
): Figure {
  const svg = drawRoute(route);
  return { name, title, svg, plotly: shown(svg), table: lanesOf(route), caption };
}

/** A plan as a figure: its layers in a strip and the drawing of each of its routes. */
export function planDiagram(
  plan: Plan,
  {
    name = "plan",
    title = "A plan",
    caption = "Ribbons are as broad as a kind has tokens; marks are openings; below, each route of the plan.",
  }: Words = {},
): Figure {
  const svg = drawPlan(plan);
  const table = plan.layers.flatMap(({ route }, layer) => lanesOf(route).map((row) => ({ layer, ...row })));
  return { name, title, svg, plotly: shown(svg), table, caption };
}

/** A route's lanes as rows. */
function lanesOf(route: Route): Row[] {
  return Object.entries(route.lanes).map(([kind, lane]) => {
    const reach = reaches(lane);
    const seen = Object.entries(reach ?? {}).map(([key, how]) => `${key} (${how})`);
    const updates = new Map(updatesOf(lane).map(({ slot, update }) => [slot, update.update]));
    const whole = "layer" in lane;
    const attention = whole ? "" : (updates.get("attention") ?? (reach ? `sees ${seen.join(", ")}` : "kept"));
    const ffn = whole ? "" : (updates.get("ffn") ?? (lane.ffn === "keep" ? "kept" : "FFN"));
    return {
      route: route.name,
      kind,
      layer_update: whole ? (updates.get("layer") ?? "kept") : "",
      attention,
      ffn,
    };
  });
}

/** A drawing as a Plotly figure: a picture to pan and zoom. */
function shown(svg: string): Figure["plotly"] {
  const [, width = "800", height = "400"] =
    /<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"/.exec(svg) ?? [];
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  const axis = { visible: false, fixedrange: false };
  const picture = {
    source,
    xref: "x",
    yref: "y",
    x: 0,
    y: Number(height),
    sizex: Number(width),
    sizey: Number(height),
    layer: "below",
  };
  return {
    data: [],
    layout: {
      images: [picture],
      xaxis: { ...axis, range: [0, Number(width)] },
      yaxis: { ...axis, range: [0, Number(height)], scaleanchor: "x" },
      margin: { l: 0, r: 0, t: 0, b: 0 },
    },
  };
}
