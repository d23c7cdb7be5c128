import type { Kind } from "../stream.ts";
import type { Colors } from "./colors.ts";
import { contentOf } from "./contents.ts";
import type { Scene } from "./rehearsal.ts";
import { at, box, element, ink, type Part, wrap, write } from "./svg.ts";
import { drawnTokens, presentIn, seesToken, type Token, tokensOf } from "./tokens.ts";
import { countText, listText } from "./words.ts";

/** Tokens of one kind in a row. */
interface Run {
  readonly kind: Kind;
  readonly from: number;
  readonly count: number;
}

/**
 * Who sees whom, token by token: a row for every token that asks, a column for every token that may be seen, and
 * a cell of the seen kind's colour where the rule of attention says yes. Rows of a kind without queries are blank.
 */
export function drawMatrix(scene: Scene, colors: Colors): Part {
  const tokens = tokensOf(scene);
  const runs = runsOf(tokens);
  const cell = Math.max(4, Math.min(16, Math.floor(320 / tokens.length)));
  const side = cell * tokens.length;
  const [left, top] = [84, 104];
  const asking = ({ kind }: Run) => contentOf(scene.route, kind, "attention") === "runs";
  const cells = tokens.flatMap((query, row) =>
    tokens.flatMap((key, column) => {
      if (!seesToken(scene.route, scene.inside, query, key)) return [];
      const marks = {
        class: "seen",
        "data-query": named(query),
        "data-key": named(key),
        fill: colors(key.kind),
      };
      return [box(column * cell, row * cell, cell, cell, marks)];
    }),
  );
  const inner = tokens.slice(1).map((_, i) => `M${(i + 1) * cell} 0V${side}M0 ${(i + 1) * cell}H${side}`);
  const note = wrap(sampleText(scene).split(" "), side, 11);
  const svg = [
    write("Who (row) sees whom (column)", 0, 12, { size: 13, weight: "bold" }),
    at(
      left,
      top,
      ...runs
        .filter(asking)
        .map(({ from, count }) => box(0, from * cell, side, count * cell, { fill: ink.band })),
      ...cells,
      element("path", {
        d: inner.join(""),
        fill: "none",
        stroke: ink.paper,
        "stroke-width": cell > 8 ? 1.5 : 0.75,
      }),
      box(0, 0, side, side, { fill: "none", stroke: ink.rule }),
      ...runs.filter((run) => !asking(run)).map((run) => blank(scene, run, cell, side)),
      ...axes(tokens, runs, cell, colors),
    ),
    ...note.map((text, i) =>
      write(text, left, top + side + 22 + 15 * i, { size: 11, color: ink.faint, width: side }),
    ),
  ];
  return {
    svg: svg.join(""),
    width: Math.max(left + side, 240),
    height: top + side + (note.length > 0 ? 12 + 15 * note.length : 0),
  };
}

function runsOf(tokens: readonly Token[]): Run[] {
  const starts = tokens.flatMap(({ kind }, i) => (kind === tokens[i - 1]?.kind ? [] : [i]));
  return starts.map((from, i) => ({
    kind: (tokens[from] as Token).kind,
    from,
    count: (starts[i + 1] ?? tokens.length) - from,
  }));
}

/** Rows that ask nothing, and what stands in place of attention there. */
function blank({ route }: Scene, { kind, from, count }: Run, cell: number, side: number): string {
  if (count * cell < 14) return "";
  const content = contentOf(route, kind, "attention");
  const words = `no attention: ${typeof content === "string" ? content : content.update}`;
  return write(words, side / 2, (from + count / 2) * cell + 4, {
    size: 11,
    color: ink.faint,
    anchor: "middle",
    width: side - 8,
  });
}

/** Every token as a square along both edges, and the name of every run. */
function axes(tokens: readonly Token[], runs: readonly Run[], cell: number, colors: Colors): string[] {
  const side = Math.min(9, 0.7 * cell);
  const words = { size: 11, width: 66 } as const;
  const squares = tokens.flatMap((token, i) => {
    const [place, fill] = [(i + 0.5) * cell - side / 2, colors(token.kind)];
    const asking = { class: "token", "data-token": named(token), fill };
    return [box(-5 - side, place, side, side, asking), box(place, -5 - side, side, side, { fill })];
  });
  const names = runs.flatMap(({ kind, from, count }) => {
    const middle = (from + count / 2) * cell + 4;
    return [
      write(kind, -10 - side, middle, { ...words, anchor: "end" }),
      write(kind, middle, -10 - side, { ...words, upright: true }),
    ];
  });
  return [...squares, ...names];
}

/** A token as whoever reads the picture's source finds it: `vision 72`, the 73rd vision token. */
const named = ({ kind, index }: Token): string => `${kind} ${index}`;

/** What is left out: `Shown: 8 of 1,152 vision and 4 of 72 proxy tokens.` */
function sampleText({ route, inside }: Scene): string {
  const parts = Object.keys(route.lanes).flatMap((kind) => {
    const places = inside[kind];
    if (!places) return [];
    const [drawn, all] = [drawnTokens(kind, places).length, presentIn(places)];
    return drawn < all ? [`${countText(drawn)} of ${countText(all)} ${kind}`] : [];
  });
  return parts.length > 0 ? `Shown: ${listText(parts)} tokens.` : "";
}
