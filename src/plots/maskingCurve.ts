import { groups } from "d3";
import { published } from "../../datasets/paper/load.ts";
import { percent } from "./axes.ts";
import type { Figure, Words } from "./figure.ts";
import { maskingPlotly } from "./maskingPlotly.ts";
import { maskingPrinted } from "./maskingPrinted.ts";

/** One measurement with vision tokens masked from each other in the layers `from .. layers - 1`. */
export type MaskingRow = {
  /** One line of the figure: a model, a task, a way of masking. */
  series: string;
  from: number;
  layers: number;
  /** Accuracy in percent of the unmasked model's, and its 95 % interval where there is one. */
  relativePct: number;
  lowPct: number | null;
  highPct: number | null;
};

/** A row as it is drawn. `published` marks the paper's. */
export type MaskingPoint = MaskingRow & { maskedPct: number; published: boolean };

export interface MaskingOptions extends Words {
  /** Share of the layers that are masked, or the first of them. */
  x?: "share" | "layer";
  /** Whose curves stand behind ours; Figure 2 of the paper unless others are given. */
  behind?: readonly MaskingRow[];
}

/** Accuracy against how many layers are masked: ours in front of the paper's six LLMs. */
export function maskingCurve(
  rows: readonly MaskingRow[],
  {
    x = "share",
    behind = figure2(),
    name = "masking-curve",
    title = finding(rows, behind),
    caption = reading(rows, behind),
  }: MaskingOptions = {},
): Figure {
  const points = [
    ...behind.map((row) => ({ ...row, maskedPct: masked(row), published: true })),
    ...rows.map((row) => ({ ...row, maskedPct: masked(row), published: false })),
  ];
  return {
    name,
    title,
    caption,
    svg: maskingPrinted(points, { title, x }),
    plotly: maskingPlotly(points, { title, x }),
    table: points,
  };
}

/** The paper's Figure 2, read off its plot (0.3 to 0.6 points of error, clipped at 100). */
export function figure2(): MaskingRow[] {
  const layers = new Map(published("llms").map((row) => [row.llm, row.layers]));
  return published("figure2_attention_masking").map((row) => ({
    series: row.llm,
    from: row.mask_start_layer,
    layers: layers.get(row.llm) as number,
    relativePct: row.score_relative_pct,
    lowPct: null,
    highPct: null,
  }));
}

function masked({ series, from, layers }: MaskingRow): number {
  if (!(layers > 0 && from >= 0 && from <= layers))
    throw new RangeError(`masking curve: series "${series}" starts at layer ${from} of ${layers}`);
  return (100 * (layers - from)) / layers;
}

/** How far each series can be masked, from the rear, before it has lost a whole point. */
function harmless(rows: readonly MaskingRow[]): number[] {
  return groups(rows, ({ series }) => series).map(([, own]) => {
    const ordered = own.toSorted((a, b) => masked(a) - masked(b));
    const first = ordered.findIndex(({ relativePct }) => relativePct < 99);
    const kept = first < 0 ? ordered : ordered.slice(0, first);
    return Math.max(0, ...kept.map(masked));
  });
}

function finding(rows: readonly MaskingRow[], behind: readonly MaskingRow[]): string {
  const range = (of: readonly MaskingRow[]) => {
    const shares = harmless(of);
    const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => Math.round(share));
    return low === high ? percent(high as number) : `${low} to ${percent(high as number)}`;
  };
  if (rows.length === 0) return "Accuracy with vision tokens masked from each other";
  const theirs = behind.length > 0 ? ` (published: ${range(behind)})` : "";
  return `Masking the last ${range(rows)} of the layers costs at most one point${theirs}`;
}

function reading(rows: readonly MaskingRow[], behind: readonly MaskingRow[]): string {
  const own = new Set(rows.map(({ series }) => series)).size;
  const ours = own > 0 ? ` Thick lines: ${own} series measured here, with 95 % intervals where given.` : "";
  const theirs = behind.length > 0 ? " Thin lines: the paper's Figure 2, read off its plot." : "";
  return `Accuracy relative to the unmasked model when, without training, vision tokens see no other vision token from a layer on.${ours}${theirs}`;
}
