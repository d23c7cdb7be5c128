import { folderOf, once, readJson } from "./package.ts";
import { bySplit } from "./split.ts";

/** The kinds of things that icons show here, and twemoji's own names for those groups. */
const groups = {
  animal: "Animals & Nature",
  food: "Food & Drink",
  place: "Travel & Places",
  thing: "Objects",
  sport: "Activities",
  face: "Smileys & Emotion",
} as const;

export type IconKind = keyof typeof groups;
export const iconKinds = Object.keys(groups) as IconKind[];

/** A picture of Twemoji (npm `@iconify-json/twemoji`, CC-BY 4.0). */
export interface Icon {
  /** As Twemoji names it: `birthday-cake`. */
  readonly name: string;
  readonly kind: IconKind;
}

/** Left out: weapons, drugs and death have no place on these pages. */
const unfit =
  /dagger|sword|pistol|bomb|knife|cigarette|syringe|pill|coffin|urn|blood|skull|bow-and-arrow|axe|beer|wine|cocktail|sake|champagne|tumbler|vomit|swearing|nazar|religion|pray|place-of-worship|mosque|synagogue|church|temple|shrine|kaaba|clock|oclock|thirty/;

/** What Twemoji counts among places and nobody would call so. */
const noPlace =
  /sun|moon|star|cloud|rain|snow|umbrella|comet|fog|wave|droplet|fire|planet|globe|map|hourglass|watch|light|wind|tornado|cyclone|rock|wood|sign|wheel|bell|barber|fuel|construction|voltage|high/;

/** What Twemoji counts among activities and is no sport. */
const noSport =
  /medal|ticket|art|palette|thread|yarn|knot|crystal|wand|slot|die|chess|mahjong|joystick|video|jack|fire|spark|balloon|party|confetti|tree|doll|carp|chime|moon|envelope|ribbon|gift|frame|performing|puzzle|teddy|pinata|mirror|sewing|suit|joker|cards|christmas|magic|tanabata/;

const file = once(
  () =>
    readJson(folderOf("@iconify-json/twemoji"), "icons.json") as { icons: Record<string, { body: string }> },
);

const all = once((): readonly Icon[] => {
  const { categories } = readJson(folderOf("@iconify-json/twemoji"), "metadata.json") as {
    categories: Record<string, string[]>;
  };
  return iconKinds.flatMap((kind) =>
    (categories[groups[kind]] ?? [])
      .filter((name) => Object.hasOwn(file().icons, name) && !unfit.test(name))
      .filter((name) => !(kind === "place" && noPlace.test(name)))
      .filter((name) => !(kind === "sport" && noSport.test(name)))
      .sort()
      .map((name) => ({ name, kind })),
  );
});

/** The icons of a split. */
export const iconsOf = bySplit(all, ({ name }) => name);

/** An icon as SVG, 36 units wide and high. */
export function iconSvg(name: string): string {
  const icon = file().icons[name];
  if (!icon) throw new RangeError(`there is no icon "${name}" in Twemoji`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">${icon.body}</svg>`;
}
