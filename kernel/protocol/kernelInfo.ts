import { readFileSync } from "node:fs";
import { protocolVersion } from "./message.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** What the kernel says of itself. */
export const kernelInfo = {
  status: "ok",
  protocol_version: protocolVersion,
  implementation: "proxylab",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: "5.0.4",
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "typescript",
    nbconvert_exporter: "script",
  },
  banner: `ProxyLab ${version}: TypeScript cells for computation on vision tokens. The library is there without imports: load("nano"), cost(...), display(...).`,
  help_links: [
    { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
    { text: "TensorFlow.js", url: "https://js.tensorflow.org/api/latest/" },
    { text: "Plotly", url: "https://plotly.com/javascript/" },
    { text: "D3", url: "https://d3js.org" },
    { text: "Arquero", url: "https://idl.uw.edu/arquero/" },
  ],
  debugger: false,
  supported_features: [],
} as const;
