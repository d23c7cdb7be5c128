import type { Comparison, Cost } from "../../src/index.ts";
import { escapeHtml, tableOf } from "./html.ts";
import { bytesText, flopsText, parametersText, percentText } from "./numbers.ts";
import { register } from "./registry.ts";

register(
  (value): value is Cost =>
    has(value, ["flops", "layers", "parameters", "kvCacheBytes", "peakBytes", "versus"]),
  (cost) => {
    const { crops, text, newline, scores } = cost.settings;
    const settings = `prefill of ${crops} crops, ${text} text and ${newline} newline tokens, scores: ${scores}`;
    const head = `${flopsText(cost.flops)} (${settings})`;
    const facts = `${parametersText(cost.parameters)} parameters, KV cache ${bytesText(cost.kvCacheBytes)}, activations at their peak ${bytesText(cost.peakBytes)} (float32)`;
    const bands = bandsOf(cost.layers, (a, b) => a.route === b.route && a.flops === b.flops);
    const kinds = [...new Set(cost.layers.flatMap(({ byKind }) => Object.keys(byKind)))];
    const { html, text: plain } = tableOf(
      [
        { title: "layers" },
        { title: "route" },
        { title: "FLOPs a layer", numeric: true },
        { title: "share a layer", numeric: true },
        ...kinds.map((title) => ({ title, numeric: true })),
      ],
      bands.map(({ layers, of }) => [
        layers,
        of.route,
        flopsText(of.flops),
        percentText(of.flops / cost.flops),
        ...kinds.map((kind) => flopsText(of.byKind[kind] ?? 0)),
      ]),
    );
    return {
      "text/plain": [head, facts, "", plain].join("\n"),
      "text/html": `<p><b>${escapeHtml(head)}</b><br>${escapeHtml(facts)}</p>\n${html}`,
    };
  },
);

register(
  (value): value is Comparison => has(value, ["flops", "baselineFlops", "reducedPct", "layers"]),
  (comparison) => {
    const { flops, baselineFlops, reducedPct, layers } = comparison;
    const less =
      reducedPct >= 0 ? `${percentText(reducedPct / 100)} less` : `${percentText(-reducedPct / 100)} more`;
    const head = `${flopsText(flops)} against ${flopsText(baselineFlops)}: ${less}`;
    const bands = bandsOf(
      layers,
      (a, b) => a.route === b.route && a.flops === b.flops && a.baselineFlops === b.baselineFlops,
    );
    const { html, text } = tableOf(
      [
        { title: "layers" },
        { title: "route" },
        { title: "FLOPs a layer", numeric: true },
        { title: "baseline", numeric: true },
        { title: "of the baseline", numeric: true },
      ],
      bands.map(({ layers, of }) => [
        layers,
        of.route,
        flopsText(of.flops),
        flopsText(of.baselineFlops),
        percentText(of.flops / of.baselineFlops),
      ]),
    );
    return { "text/plain": `${head}\n\n${text}`, "text/html": `<p><b>${escapeHtml(head)}</b></p>\n${html}` };
  },
);

/** Layers in a row that are alike: `0-11`. */
export function bandsOf<T>(
  layers: readonly T[],
  alike: (a: T, b: T) => boolean,
): { layers: string; of: T }[] {
  const bands: { first: number; last: number; of: T }[] = [];
  layers.forEach((of, layer) => {
    const band = bands.at(-1);
    if (band && alike(band.of, of)) band.last = layer;
    else bands.push({ first: layer, last: layer, of });
  });
  return bands.map(({ first, last, of }) => ({
    layers: first === last ? `${first}` : `${first}-${last}`,
    of,
  }));
}

const has = (value: unknown, names: readonly string[]): boolean =>
  typeof value === "object" && value !== null && names.every((name) => name in value);
