import { UsageError } from "../../errors.ts";
import { type Places, tokens } from "../stream.ts";

/**
 * Where proxies stand: `released` counts them from their picture's first position on; `block` gives each the
 * largest position it stands for.
 */
export type ProxyPositions = "released" | "block";

/** The same, once it is known to be one of them. */
export function checkedPositions(positions: ProxyPositions): ProxyPositions {
  if (positions === "released" || positions === "block") return positions;
  throw new UsageError(`positions "${positions}": use "released" or "block"`);
}

/**
 * The places of `count` proxies a sample, where `owner(token)` is the proxy that stands for a token. A proxy
 * belongs to the picture and crop of its tokens and is present when one of them is.
 */
export function proxyPlaces(
  of: Places,
  count: number,
  owner: (token: number) => number,
  positions: ProxyPositions,
): Places {
  const { batch } = of;
  const perSample = tokens(of);
  const position = new Int32Array(batch * count);
  const present = new Uint8Array(batch * count);
  const image = new Int32Array(batch * count).fill(-1);
  const crop = new Int32Array(batch * count).fill(-1);
  for (let sample = 0; sample < batch; sample++) {
    const first = new Map<number, number>();
    for (let token = 0; token < perSample; token++) {
      const from = sample * perSample + token;
      const to = sample * count + owner(token);
      if (!of.present[from]) continue;
      const [at, picture] = [of.position[from] as number, of.image[from] as number];
      present[to] = 1;
      image[to] = picture;
      crop[to] = of.crop[from] as number;
      position[to] = Math.max(position[to] as number, at);
      first.set(picture, Math.min(first.get(picture) ?? at, at));
    }
    if (positions === "block") continue;
    const counted = new Map<number, number>();
    for (let proxy = sample * count; proxy < (sample + 1) * count; proxy++) {
      if (!present[proxy]) continue;
      const picture = image[proxy] as number;
      const before = counted.get(picture) ?? 0;
      position[proxy] = (first.get(picture) as number) + before;
      counted.set(picture, before + 1);
    }
  }
  return { batch, position, present, image, crop };
}
