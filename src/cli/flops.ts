import { UsageError } from "../errors.ts";
import { gridOf, type LMMConfig } from "../lmm/config.ts";
import { type CostSettings, cost } from "../lmm/cost.ts";
import { llm } from "../lmm/llms.ts";
import { editNames, editsByName } from "../routes/library/byName.ts";
import type { Option, Options } from "../routes/route.ts";
import { parse, wholeNumber } from "./arguments.ts";

export const flopsHelp = `proxylab flops: count the prefill of an LLM of the paper under a route, without weights

  proxylab flops --llm vicuna-7b --route proxyV --from 12 [--factor 4] [--json]

  --llm NAME        vicuna-7b, vicuna-13b, llama3-8b, qwen2-7b, phi3-3b, internlm2.5-7b
  --route NAME      ${editNames().join(", ")};
                    several joined by +, as visionZip+proxyVNonSpatial
  --from K          the first layer that takes the route (0 unless said)
  --vision N        vision tokens, a multiple of 576, that is of crops (2880)
  --newline N       newline tokens (one a crop)
  --text N          text tokens (50)
  --scores C        full: every query with every key, the paper's convention; visible: only what may be seen
  --json            machine-readable

  options of the routes: --factor N, --queries N, --sees released|drawn, --positions released|block, --ratio R,
  --kind KIND, --update keep|lightMlp, --keep SHARE, --layers A,B,C, --dominant N, --contextual N

FLOPs are those of the decoder's matmuls, two a multiply-add; encoder, projector and head are left out, as in the
paper.

example: proxylab flops --llm vicuna-7b --route proxyV --from 12
`;

const numeric = ["factor", "queries", "ratio", "keep", "dominant", "contextual"];
const routeOptions = [...numeric, "sees", "positions", "kind", "update", "layers"] as const;

/** `proxylab flops`. */
export function flopsCommand(args: string[]): void {
  const { values } = parse(args, {
    llm: "string",
    route: "string",
    from: "string",
    vision: "string",
    newline: "string",
    text: "string",
    scores: "string",
    json: "boolean",
    ...Object.fromEntries(routeOptions.map((name) => [name, "string" as const])),
  });
  if (!values.llm) throw new UsageError("proxylab flops needs --llm, for instance --llm vicuna-7b");
  const name = (values.route as string | undefined) ?? "full";
  const config = llm(values.llm as string);
  const start = values.from === undefined ? undefined : wholeNumber("--from", values.from as string);
  const layers = config.decoder.num_hidden_layers;
  const { edits, start: begins } = editsByName(name, layers, start, optionsFrom(values));
  if (begins === null && start)
    process.stderr.write(`${name} acts at the encoder, before layer 0; --from ${start} changes nothing\n`);
  const settings = settingsFrom(values, config);
  const baseline = cost(config, [], settings);
  const own = cost(config, edits, settings);
  const { reducedPct } = own.versus(baseline);
  const report = {
    llm: values.llm,
    route: name,
    from: begins ?? start ?? 0,
    baselineFlops: baseline.flops,
    flops: own.flops,
    reducedPct,
    layers: own.layers.map(({ route, flops, byOperation, byKind }) => ({
      route,
      flops,
      byOperation,
      byKind,
    })),
  };
  process.stdout.write(
    values.json ? `${JSON.stringify(report)}\n` : inWords(report, settings.scores ?? "full"),
  );
}

function optionsFrom(values: Record<string, unknown>): Options {
  const given = routeOptions.filter((name) => values[name] !== undefined);
  return Object.fromEntries(
    given.map((name): [string, Option] => {
      const text = values[name] as string;
      if (name === "layers") return [name, text.split(",").map((part) => wholeNumber("--layers", part))];
      return [name, numeric.includes(name) ? number(`--${name}`, text) : text];
    }),
  );
}

/** A number, or a fraction such as 1/4. */
function number(flag: string, text: string): number {
  const [above, below = "1", ...rest] = text.split("/");
  const value = Number(above) / Number(below);
  if (text.trim() !== "" && rest.length === 0 && Number.isFinite(value)) return value;
  throw new UsageError(`${flag} ${text}: expected a number`);
}

function settingsFrom(values: Record<string, unknown>, { vision }: LMMConfig): CostSettings {
  const perCrop = gridOf(vision as NonNullable<LMMConfig["vision"]>) ** 2;
  const tokens = wholeNumber("--vision", (values.vision as string | undefined) ?? String(5 * perCrop));
  if (tokens % perCrop !== 0 || tokens === 0) {
    throw new UsageError(
      `--vision ${tokens}: expected a multiple of ${perCrop}, the tokens of a crop, such as ${5 * perCrop}`,
    );
  }
  const optional = (flag: "newline" | "text") =>
    values[flag] === undefined ? {} : { [flag]: wholeNumber(`--${flag}`, values[flag] as string) };
  const { scores } = values as { scores?: CostSettings["scores"] };
  return { crops: tokens / perCrop, ...optional("newline"), ...optional("text"), ...(scores && { scores }) };
}

type Report = {
  llm: unknown;
  route: string;
  from: number;
  baselineFlops: number;
  flops: number;
  reducedPct: number;
  layers: {
    route: string;
    byKind: Readonly<Record<string, number>>;
    byOperation: Readonly<Record<string, number>>;
  }[];
};

function inWords(
  { llm, route, from, baselineFlops, flops, reducedPct, layers }: Report,
  scores: string,
): string {
  const tera = (value: number): string => `${(value / 1e12).toFixed(2)} TFLOPs`;
  const shares = (field: "byKind" | "byOperation"): string => {
    const sums: Record<string, number> = {};
    for (const layer of layers)
      for (const [name, value] of Object.entries(layer[field])) sums[name] = (sums[name] ?? 0) + value;
    const ordered = Object.entries(sums).sort(([, a], [, b]) => b - a);
    return ordered.map(([name, value]) => `${name} ${((100 * value) / flops).toFixed(1)} %`).join(", ");
  };
  return `${llm}, ${route} from layer ${from} of ${layers.length}
  baseline   ${tera(baselineFlops)}
  this       ${tera(flops)}
  reduced    ${reducedPct.toFixed(2)} %
  by kind    ${shares("byKind")}
  operations ${shares("byOperation")}
  counted    decoder matmuls, 2 FLOPs a multiply-add, scores ${scores}
`;
}
