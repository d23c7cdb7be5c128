import { makeExternal } from "../../datasets/external/make.ts";
import { UsageError } from "../errors.ts";
import { nanoPages, smolPages } from "../pages/setting.ts";
import { parse, wholeNumber } from "./arguments.ts";

export const externalHelp = `proxylab external: questions about pages that nobody laid out for a model

  --out DIR         where pictures and questions go (out/external)
  --pages NAME      nano (96 pixels) or smol (224 pixels, unless said)
  --n NUMBER        pictures of each sort (100)

Windows of Debian's manuals, and mosaics of Fashion-MNIST. They are made from Debian's packages:
apt-get install debian-policy developers-reference dataset-fashion-mnist poppler-utils

example: proxylab external --pages nano --n 200
`;

/** `proxylab external`. */
export async function externalCommand(args: string[]): Promise<void> {
  const { values } = parse(args, { out: "string", pages: "string", n: "string" });
  const pages = values.pages ?? "smol";
  if (pages !== "nano" && pages !== "smol") throw new UsageError(`--pages ${pages}: expected nano or smol`);
  const count = wholeNumber("--n", String(values.n ?? 100));
  if (count < 1 || count > 10_000) throw new UsageError(`--n ${count}: expected 1 to 10000`);
  const setting = pages === "nano" ? nanoPages : smolPages;
  const made = makeExternal(String(values.out ?? "out/external"), setting, count);
  for (const path of Object.values(made)) process.stdout.write(`${path}\n`);
}
