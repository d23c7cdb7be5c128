import { UsageError } from "../../errors.ts";
import { defineOpening, type LayerOpening } from "../opening.ts";
import { type Kind, keepTokens, streamOf, tokens } from "../stream.ts";

type KeepOptions = { of: Kind; keep: number };

/**
 * An opening, under a name of its own, that keeps the share `keep` of a kind's tokens: those to which the last
 * prompt token paid most attention in the layer before. They stay in order and at their positions. Of n tokens,
 * floor(n keep) are kept, at least one.
 */
export const keepRankedAs = (name: string) => defineOpening<KeepOptions>(name, definition);

const definition: LayerOpening = {
  at: "layer",
  needs: ({ of }) => [of as Kind],
  ranks: ({ of }) => of as Kind,
  apply: (streams, { options, rows }) => {
    const { of, keep } = options as KeepOptions;
    if (!(keep > 0 && keep <= 1))
      throw new UsageError(`keep ${keep}: expected a share above 0 and at most 1`);
    const { places } = streamOf(streams, of);
    const perSample = tokens(places);
    const attention = rows().dataSync();
    const chosen = Array.from({ length: places.batch }, (_, sample) => {
      const present = Array.from({ length: perSample }, (_, i) => i).filter(
        (i) => places.present[sample * perSample + i],
      );
      const score = (token: number) => attention[sample * perSample + token] as number;
      const kept = Math.max(Math.min(1, present.length), Math.floor(present.length * keep));
      return present
        .sort((a, b) => score(b) - score(a) || a - b)
        .slice(0, kept)
        .sort((a, b) => a - b);
    });
    const width = Math.max(...chosen.map((list) => list.length));
    const index = Int32Array.from(chosen.flatMap((list) => [...list, ...Array(width - list.length).fill(0)]));
    const present = Uint8Array.from(
      chosen.flatMap((list) => [...list.map(() => 1), ...Array(width - list.length).fill(0)]),
    );
    return keepTokens(streams, of, index, present);
  },
};

/** The same under a name that says only what it does. */
export const keepRanked = keepRankedAs("keepRanked");
