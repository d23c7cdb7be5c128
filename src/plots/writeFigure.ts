import { writeFiles } from "../files/writeFiles.ts";
import { toCsv } from "./csv.ts";
import type { Figure } from "./figure.ts";
import { galleryPage } from "./gallery.ts";
import { toPng } from "./png.ts";

/** Writes `name.svg`, `.png`, `.json` (Plotly) and `.csv`; throws `Failure` and leaves nothing half-written. */
export async function writeFigure({ name, svg, plotly, table }: Figure, folder: string): Promise<void> {
  await writeFiles(folder, {
    [`${name}.svg`]: `${svg}\n`,
    [`${name}.png`]: toPng(svg),
    [`${name}.json`]: `${JSON.stringify(plotly, null, 1)}\n`,
    [`${name}.csv`]: toCsv(table),
  });
}

/** Writes `index.html`, the page that shows the folder's figures; throws `Failure` as `writeFigure` does. */
export async function writeIndex(
  figures: readonly Pick<Figure, "name" | "title" | "caption">[],
  folder: string,
): Promise<void> {
  await writeFiles(folder, { "index.html": galleryPage(figures) });
}
