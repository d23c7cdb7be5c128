import { percent } from "./axes.ts";
import type { Figure, Words } from "./figure.ts";
import { frontPlotly } from "./frontPlotly.ts";
import { frontPrinted } from "./frontPrinted.ts";
import { baseline, type FrontRow } from "./frontRow.ts";
import { paretoFront } from "./paretoFront.ts";
import { stylesOfFamilies } from "./theme.ts";

export type { FrontRow } from "./frontRow.ts";
export { paretoFront } from "./paretoFront.ts";

/** Accuracy against FLOPs: every plan with its interval, and the Pareto front as a step line. */
export function front(
  rows: readonly FrontRow[],
  { name = "front", title = finding(rows), caption = reading(rows) }: Words = {},
): Figure & { pareto: FrontRow[] } {
  const pareto = paretoFront(rows.map(checked));
  const points = rows.map((row) => ({
    ...row,
    relativeFlopsPct: (100 * row.flops) / row.baselineFlops,
    onFront: pareto.includes(row),
  }));
  const styles = stylesOfFamilies(rows.map(({ family }) => family));
  return {
    name,
    title,
    caption,
    pareto,
    svg: frontPrinted(points, styles, title),
    plotly: frontPlotly(points, styles, title),
    table: points,
  };
}

/** The cheapest plan within one point of the full model, in a neutral sentence. */
function finding(rows: readonly FrontRow[]): string {
  const full = baseline(rows);
  if (rows.length < 2) return "Accuracy against FLOPs";
  if (!full) return `${paretoFront(rows).length} of ${rows.length} plans lie on the Pareto front`;
  const best = paretoFront(rows).find(({ accuracy }) => accuracy >= full.accuracy - 0.01);
  if (!best || best.flops >= full.flops)
    return `No plan comes within one point of ${full.plan} for fewer FLOPs`;
  return `${best.plan} measures within one point of ${full.plan} at ${percent((100 * best.flops) / full.flops)} of its FLOPs`;
}

function reading(rows: readonly FrontRow[]): string {
  if (rows.length === 0) return "No plan has been measured yet.";
  const [least, most] = [Math.min(...rows.map((r) => r.samples)), Math.max(...rows.map((r) => r.samples))];
  const samples = least === most ? `${most}` : `${least} to ${most}`;
  return `Exact match of ${rows.length} plans on ${samples} answers each, against prefill FLOPs relative to the full model. Filled marks are fine-tuned, open ones training-free; the step line joins the plans that no other beats on both axes.`;
}

function checked(row: FrontRow): FrontRow {
  for (const key of ["accuracy", "low", "high"] as const)
    if (!(row[key] >= 0 && row[key] <= 1))
      throw new RangeError(`front: ${key} ${row[key]} of plan "${row.plan}" is outside 0 .. 1`);
  if (!(row.flops >= 0 && row.baselineFlops > 0 && Number.isFinite(row.flops / row.baselineFlops)))
    throw new RangeError(`front: plan "${row.plan}" has ${row.flops} FLOPs of ${row.baselineFlops}`);
  return row;
}
