import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { Resvg } from "@resvg/resvg-js";
import { iconSvg } from "../../datasets/sources/icons.ts";

const side = 64;
const drawn = new Map<string, Canvas>();

/** An icon, 64 pixels wide and high, drawn when it is first asked for. */
export function icon(name: string): Canvas {
  const known = drawn.get(name);
  if (known) return known;
  const { pixels, width, height } = new Resvg(iconSvg(name), {
    fitTo: { mode: "width", value: side },
    font: { loadSystemFonts: false },
  }).render();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  image.data.set(straight(pixels));
  context.putImageData(image, 0, 0);
  drawn.set(name, canvas);
  return canvas;
}

/** Resvg's pixels carry their opacity in their colours; the canvas wants the colours themselves. */
function straight(pixels: Buffer): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels);
  for (let i = 0; i < out.length; i += 4) {
    const opacity = out[i + 3] as number;
    if (opacity === 0) continue;
    for (let c = 0; c < 3; c++) out[i + c] = ((out[i + c] as number) * 255) / opacity;
  }
  return out;
}
