/** A rectangle that a label must not touch. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  width: number;
  height: number;
  /** Points that the label may stand beside, best first. */
  anchors: { x: number; y: number }[];
}

/** Eight directions around a point, the reader's favourites first: right, left, above, below, then the corners. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/**
 * Places each label at the first free spot beside its anchors, in order; `null` where none is free within `bounds`.
 * `obstacles` are what is drawn already; placed labels become obstacles to those after them.
 */
export function placeLabels(
  labels: Label[],
  { obstacles, bounds, gaps = [9, 13, 18] }: { obstacles: Box[]; bounds: Box; gaps?: number[] },
): (Box | null)[] {
  const taken = [...obstacles];
  return labels.map(({ width, height, anchors }) => {
    for (const gap of gaps)
      for (const anchor of anchors)
        for (const [right, down] of directions) {
          const reach = right !== 0 && down !== 0 ? gap * 0.75 : gap;
          const box = {
            x: anchor.x + right * reach - (width * (1 - right)) / 2,
            y: anchor.y + down * reach - (height * (1 - down)) / 2,
            width,
            height,
          };
          if (!inside(box, bounds) || taken.some((other) => overlap(box, other))) continue;
          taken.push(box);
          return box;
        }
    return null;
  });
}

/**
 * Moves wanted positions apart until neighbours are at least `gap` from each other, each as near to its own as their
 * order allows, all between `low` and `high`. Returns them in the order given.
 */
export function spread(
  wanted: number[],
  { gap, low, high }: { gap: number; low: number; high: number },
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  // Neighbours too close are merged into blocks that stand around the mean of what their members want.
  const blocks: { members: number[]; centre: number }[] = [];
  for (const index of order) {
    let block = { members: [index], centre: clamp(wanted[index], 1) };
    for (let last = blocks.at(-1); last && touches(last, block); last = blocks.at(-1)) {
      blocks.pop();
      const members: number[] = [...last.members, ...block.members];
      const offsets = members.map((member, i) => wanted[member] - (i - (members.length - 1) / 2) * gap);
      block = { members, centre: clamp(offsets.reduce((a, b) => a + b, 0) / members.length, members.length) };
    }
    blocks.push(block);
  }
  const placed: number[] = [];
  for (const { members, centre } of blocks)
    for (const [i, member] of members.entries())
      placed[member] = centre + (i - (members.length - 1) / 2) * gap;
  return placed;

  function clamp(centre: number, count: number): number {
    const half = ((count - 1) / 2) * gap;
    return Math.max(low + half, Math.min(high - half, centre));
  }
  function touches(a: { members: number[]; centre: number }, b: typeof a): boolean {
    return b.centre - a.centre < ((a.members.length + b.members.length) / 2) * gap - 1e-9;
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(a: Box, b: Box): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}
