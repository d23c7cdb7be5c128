import { group as grouped } from "d3";
import { nameOf } from "./contender.ts";
import type { Measurement, MemoryPoint, Report } from "./report.ts";
import { exponent, median, type Ratio } from "./statistics.ts";

/** A report as text: a table for each thing that was measured. */
export function reportText(report: Report): string {
  const groups = grouped(report.measurements, ({ case: name, threads }) => `${name} ${threads}`);
  return [
    head(report),
    ...[...groups.values()].map((group) => caseText(group, report)),
    ...(report.memory.length > 0 ? [memoryText(report.memory, report.titles.memory ?? "")] : []),
    "",
  ].join("\n\n");
}

function head({ machine, versions, runs, noPytorch }: Report): string {
  const { cpu, cores, instructions, memoryGiB } = machine;
  return [
    `${cpu}, ${cores} cores, ${instructions.join(", ") || "no vector instructions known"}, ${memoryGiB} GiB`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
    `medians of ${runs} ${runs === 1 ? "run" : "runs"}, all sides taking turns; "x 2.00" is twice as fast as PyTorch, in brackets the range of neighbours`,
    ...(noPytorch ? [`without PyTorch: ${noPytorch}`] : []),
  ].join("\n");
}

function caseText(group: readonly Measurement[], { titles }: Report): string {
  const [first] = group as [Measurement];
  const title = `${first.case}, ${first.threads} ${first.threads === 1 ? "thread" : "threads"}: ${titles[first.case] ?? ""}`;
  const columns = columnsOf(group);
  const lines = [
    columns.map(({ title }) => title),
    ...group.map((one) => columns.map(({ cell }) => cell(one))),
  ];
  return [title, aligned(lines)].join("\n");
}

interface Column {
  readonly title: string;
  cell(one: Measurement): string;
}

function columnsOf(group: readonly Measurement[]): Column[] {
  const some = (has: (one: Measurement) => unknown) => group.some((one) => has(one) !== undefined);
  const against = (name: string, title: string): Column[] =>
    some(({ timesAsFast }) => timesAsFast?.[name])
      ? [{ title, cell: ({ timesAsFast }) => ratioText(timesAsFast?.[name]) }]
      : [];
  return [
    ...(new Set(group.map(({ variant }) => variant)).size > 1
      ? [{ title: "what", cell: ({ variant }: Measurement) => variant }]
      : []),
    { title: "side", cell: nameOf },
    { title: "runs", cell: ({ ms }) => (ms.length > 0 ? `${ms.length}` : "") },
    { title: "median ms", cell: ({ median }) => number(median) },
    { title: "min ms", cell: ({ min }) => number(min) },
    { title: "cpu ms", cell: ({ cpuMs }) => (cpuMs.length > 0 ? number(median(cpuMs)) : "") },
    {
      title: "spread",
      cell: ({ spread, ms }) => (spread === undefined || ms.length < 2 ? "" : percent(100 * spread)),
    },
    ...(some(({ flops }) => flops)
      ? [
          {
            title: "GFLOP/s",
            cell: ({ flops, median }: Measurement) =>
              flops === undefined || median === undefined ? "" : number(flops / median / 1e6),
          },
        ]
      : []),
    ...(some(({ savedFlopsPct }) => savedFlopsPct)
      ? [
          { title: "time saved", cell: ({ savedTimePct }: Measurement) => percent(savedTimePct) },
          { title: "FLOPs saved", cell: ({ savedFlopsPct }: Measurement) => percent(savedFlopsPct) },
        ]
      : []),
    ...against("eager", "eager"),
    ...against("compiled", "compiled"),
    ...against("best", "best PyTorch"),
    ...against("stock", "stock"),
    ...(some(({ differsBy }) => differsBy)
      ? [{ title: "differs by", cell: ({ differsBy }: Measurement) => differsBy?.toExponential(0) ?? "" }]
      : []),
    ...(some(({ error }) => error) || some(({ note }) => note)
      ? [
          {
            title: "",
            cell: ({ error, note = "" }: Measurement) => (error === undefined ? note : `failed: ${error}`),
          },
        ]
      : []),
  ];
}

const percent = (value: number | undefined): string => (value === undefined ? "" : `${value.toFixed(0)} %`);

const ratioText = (ratio: Ratio | undefined): string =>
  ratio ? `x ${ratio.ratio.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})` : "";

/** Three digits that count. */
function number(value: number | undefined): string {
  if (value === undefined) return "";
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Columns side by side: text to the left, figures to the right. */
function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] as readonly string[]).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] as string).length)),
  );
  const last = widths.length - 1;
  return lines
    .map((line) =>
      `  ${line
        .map((cell, column) => {
          const figures = lines.slice(1).some((other) => /^(x )?-?[\d.]/.test(other[column] as string));
          if (column === last && !figures) return cell;
          return figures ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number);
        })
        .join("  ")}`.trimEnd(),
    )
    .join("\n");
}

function memoryText(points: readonly MemoryPoint[], title: string): string {
  const sides = grouped(points, ({ engine, precision, mode = "" }) =>
    `${engine} ${precision} ${mode}`.trim(),
  );
  const lengths = [...new Set(points.map(({ tokens }) => tokens))];
  const lines = [...sides].map(([side, own]) => {
    const at = (tokens: number) => own.find((point) => point.tokens === tokens);
    const known = own.flatMap(({ tokens, bytes }) => (bytes ? [{ x: tokens, y: bytes }] : []));
    const grows = known.length > 1 ? exponent(known.slice(-3)).toFixed(2) : "";
    const notes = [...new Set(own.flatMap(({ note = [] }) => note))].join(", then ");
    const error = own.find(({ error }) => error !== undefined)?.error;
    return [
      side,
      ...lengths.map((tokens) => {
        const bytes = at(tokens)?.bytes;
        return bytes === undefined ? "" : (bytes / 1e6).toFixed(0);
      }),
      grows,
      error === undefined ? notes : `failed: ${error}`,
    ];
  });
  const names = ["MB over so many tokens", ...lengths.map(String), "grows as n to the", ""];
  return [`memory: ${title}`, aligned([names, ...lines])].join("\n");
}
