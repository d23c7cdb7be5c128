import { fileURLToPath } from "node:url";
import { UsageError } from "../errors.ts";
import { type Figure, writeFigure, writeIndex } from "../plots/index.ts";
import { figures } from "../studies/figures.ts";
import { parse } from "./arguments.ts";

export const figuresHelp = `proxylab figures: draw the figures from the stored records

  --only NAME       one of ${Object.keys(figures).join(", ")}
  --out DIR         the folder (figures)

Each is written as SVG and PNG, with its Plotly JSON and the CSV behind it; index.html shows them all.

example: proxylab figures --only front
`;

/** Where figures go. */
export const figuresFolder = fileURLToPath(new URL("../../figures", import.meta.url));

/** `proxylab figures`. */
export async function figuresCommand(args: string[]): Promise<void> {
  const { values } = parse(args, { only: "string", out: "string" });
  const only = values.only as string | undefined;
  if (only !== undefined && !(only in figures)) {
    throw new UsageError(`unknown figure "${only}"; there are ${Object.keys(figures).join(", ")}`);
  }
  process.stdout.write(
    `${await drawFigures({ ...(only && { only }), ...(values.out && { folder: values.out as string }) })}\n`,
  );
}

/** Draws all figures, or one, into a folder; returns the path of the index, or of the one picture. */
export async function drawFigures({
  only,
  folder = figuresFolder,
}: {
  only?: string;
  folder?: string;
} = {}): Promise<string> {
  const drawn: Figure[] = [];
  for (const [name, draw] of Object.entries(figures)) {
    if (only !== undefined && only !== name) continue;
    const figure = draw();
    await writeFigure(figure, folder);
    drawn.push(figure);
  }
  if (only !== undefined) return `${folder}/${only}.svg`;
  await writeIndex(drawn, folder);
  return `${folder}/index.html`;
}
