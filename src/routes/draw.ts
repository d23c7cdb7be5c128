import { UsageError } from "../errors.ts";
import { type Colors, colorsFor } from "./draw/colors.ts";
import { drawLayer } from "./draw/layer.ts";
import { kindsOf } from "./draw/levels.ts";
import { drawMatrix } from "./draw/matrix.ts";
import { type Prompt, rehearse, type Scene } from "./draw/rehearsal.ts";
import { at, ink, type Part, page, stack, write } from "./draw/svg.ts";
import { optionsText } from "./draw/words.ts";
import type { Route } from "./route.ts";
import type { Kind } from "./stream.ts";

/** How a route is drawn. */
export interface DrawOptions {
  /** Colours of kinds, as in CSS; the figures' own unless said. */
  readonly colors?: Readonly<Record<Kind, string>>;
  /** The pictures of the prompt that is drawn, by their crops; one of two crops unless said. */
  readonly pictures?: readonly number[];
  /** Vision tokens a side of a crop; 24 unless said, or another usual grid on which the openings work. */
  readonly grid?: number;
}

/**
 * A route as an SVG picture: the way of every kind through one layer, and who sees whom, token by token. Nothing
 * of it is written down anywhere but in the route: openings and updates run on a small prompt, and cells are
 * coloured by the rule that attention runs.
 *
 * @throws UsageError for an update or opening that nobody registered, or one that cannot run on the prompt.
 *
 * @example drawRoute(proxyV({ factor: 4 }))
 */
export function drawRoute(route: Route, options: DrawOptions = {}): string {
  const { layers } = rehearse({ encoder: [], layers: [{ before: route.opens, route }] }, promptOf(options));
  const scene = layers[0] as Scene;
  const part = drawScene(scene, colorsFor(kindsOf(scene), options.colors));
  return page(part, `The route ${route.name}: one decoder layer, and who sees whom`);
}

/** The prompt of the drawings: two text tokens, the pictures, three text tokens. */
function promptOf({ pictures = [2], grid }: DrawOptions): Prompt {
  const whole = (value: number) => Number.isInteger(value) && value > 0;
  if (pictures.length === 0 || !pictures.every(whole)) {
    throw new UsageError(`pictures ${JSON.stringify(pictures)}: expected the crops of each, such as [2]`);
  }
  if (grid !== undefined && !whole(grid))
    throw new UsageError(`grid ${grid}: expected tokens a side, such as 24`);
  return { text: [2, 3], pictures, grid };
}

function drawScene(scene: Scene, colors: Colors, badge?: string): Part {
  const { name, options } = scene.route;
  const [layer, matrix] = [drawLayer(scene, colors), drawMatrix(scene, colors)];
  const gap = 44;
  const width = layer.width + gap + matrix.width;
  const words = optionsText(options);
  const titles: Part = {
    svg: [
      write(name, 0, 16, { size: 17, weight: "bold", width }),
      words ? write(words, 0, 36, { color: ink.faint, width }) : "",
    ].join(""),
    width,
    height: words ? 40 : 20,
  };
  const body: Part = {
    svg: layer.svg + at(layer.width + gap, 0, matrix.svg),
    width,
    height: Math.max(layer.height, matrix.height),
  };
  return stack([titles, body], 20);
}
