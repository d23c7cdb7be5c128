import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const commandLine = fileURLToPath(new URL("../../src/cli/proxylab.js", import.meta.url));

/** What Jupyter knows a kernel by. */
export interface Kernelspec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: "message";
  readonly metadata: { readonly proxylab: true };
}

/** The kernelspec of this ProxyLab, run by this Node from whatever folder a notebook lies in. */
export const kernelspec = (name: string): Kernelspec => ({
  argv: [process.execPath, commandLine, "kernel", "start", "{connection_file}"],
  display_name: name === "proxylab" ? "ProxyLab (TypeScript)" : `ProxyLab (${name})`,
  language: "typescript",
  interrupt_mode: "message",
  metadata: { proxylab: true },
});

/** The files of a kernelspec's folder. */
export function kernelspecFiles(name: string): Record<string, string | Uint8Array> {
  const logo = readFileSync(new URL("./logo.svg", import.meta.url), "utf8");
  const png = (width: number) => new Resvg(logo, { fitTo: { mode: "width", value: width } }).render().asPng();
  return {
    "kernel.json": `${JSON.stringify(kernelspec(name), null, 2)}\n`,
    "logo-svg.svg": logo,
    "logo-32x32.png": png(32),
    "logo-64x64.png": png(64),
  };
}
