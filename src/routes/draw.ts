import { UsageError } from "../errors.ts";
import { type Colors, colorsFor } from "./draw/colors.ts";
import { drawLayer, layerWidth } from "./draw/layer.ts";
import { kindsOf } from "./draw/levels.ts";
import { drawMatrix } from "./draw/matrix.ts";
import type { Prompt } from "./draw/prompt.ts";
import { rehearse, type Scene } from "./draw/rehearsal.ts";
import { type Band, badge, drawStrip } from "./draw/strip.ts";
import { at, ink, type Part, page, stack, write } from "./draw/svg.ts";
import { countText, layersText, optionWords } from "./draw/words.ts";
import { type Plan, validate } from "./plan.ts";
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

/** How a plan is drawn. */
export interface PlanDrawOptions extends DrawOptions {
  /** The prompt whose tokens the strip of layers shows: the crops of one picture, and text; 5 and 50 unless said. */
  readonly crops?: number;
  readonly text?: number;
}

/**
 * A plan as an SVG picture: its layers in a strip, with a ribbon for every kind of token and a mark for every
 * opening, and below it the drawing of each of its routes with what happens before its first layer.
 *
 * @throws UsageError as `drawRoute` does, or for a plan in which a layer needs a kind that nothing has made.
 *
 * @example drawPlan(planOf(32, full(), from(12, proxyV())))
 */
export function drawPlan(plan: Plan, options: PlanDrawOptions = {}): string {
  validate(plan);
  const { crops = 5, text = 50 } = options;
  for (const [name, value] of Object.entries({ crops, text })) {
    if (!whole(value)) throw new UsageError(`${name} ${value}: expected a whole number from 1 on`);
  }
  const prompt = promptOf(options);
  const scenes = rehearse(plan, prompt).layers;
  const kinds = kindsIn(scenes);
  const colors = colorsFor(kinds, options.colors);
  const bands = bandsOf(scenes);
  const distinct = [...new Set(bands.map(({ letter }) => letter))].map((letter) =>
    bands.filter((band) => band.letter === letter),
  );
  const columns = Math.max(...distinct.map(([band]) => kindsOf((band as Band).scene).length));
  const routes = distinct.map((own) => drawScene((own[0] as Band).scene, colors, own, columns));
  const width = Math.max(900, ...routes.map((part) => part.width));
  const strip = drawStrip(
    rehearse(plan, { ...prompt, text: [0, text], pictures: [crops] }),
    bands,
    kinds,
    colors,
    width,
  );
  const title = `A plan of ${plan.layers.length} layers`;
  const reading = `A ribbon is as broad as its kind has tokens: here ${countOf(crops, "crop")} and ${countOf(text, "token")} of text.`;
  const head: Part = {
    svg: write(title, 0, 16, { size: 17, weight: "bold" }) + write(reading, 0, 36, { color: ink.faint }),
    width,
    height: 40,
  };
  return page(stack([stack([head, strip], 16), ...routes], 44), title);
}

const countOf = (count: number, of: string): string => `${countText(count)} ${of}${count === 1 ? "" : "s"}`;

/** Layers in a row with the same route, and a letter for each route. */
function bandsOf(scenes: readonly Scene[]): Band[] {
  const known: string[] = [];
  const bands: Band[] = [];
  scenes.forEach((scene, layer) => {
    const route = JSON.stringify(scene.route);
    if (!known.includes(route)) known.push(route);
    const letter = letterOf(known.indexOf(route));
    const last = bands.at(-1);
    if (last?.letter === letter) bands[bands.length - 1] = { ...last, last: layer };
    else bands.push({ letter, first: layer, last: layer, scene });
  });
  return bands;
}

const letterOf = (i: number): string =>
  `${String.fromCharCode(65 + (i % 26))}${i < 26 ? "" : Math.floor(i / 26)}`;

/** The kinds of a plan in the order of the layer that has most of them. */
const kindsIn = (scenes: readonly Scene[]): Kind[] => [
  ...new Set(
    scenes
      .map(kindsOf)
      .sort((a, b) => b.length - a.length)
      .flat(),
  ),
];

const whole = (value: number): boolean => Number.isInteger(value) && value > 0;

/** The prompt of the drawings: two text tokens, the pictures, three text tokens. */
function promptOf({ pictures = [2], grid }: DrawOptions): Prompt {
  if (pictures.length === 0 || !pictures.every(whole)) {
    throw new UsageError(`pictures ${JSON.stringify(pictures)}: expected the crops of each, such as [2]`);
  }
  if (grid !== undefined && !whole(grid))
    throw new UsageError(`grid ${grid}: expected tokens a side, such as 24`);
  return { text: [2, 3], pictures, grid };
}

/**
 * A route's way through a layer beside who sees whom. Among others of a plan with its letter and its layers, and
 * with room for as many kinds as the widest of them has.
 */
function drawScene(scene: Scene, colors: Colors, bands: readonly Band[] = [], columns = 0): Part {
  const { name, options } = scene.route;
  const [layer, matrix] = [drawLayer(scene, colors), drawMatrix(scene, colors)];
  const side = Math.max(layer.width, layerWidth(columns)) + 44;
  const width = side + matrix.width;
  const height = Math.max(layer.height, matrix.height);
  const left = bands.length > 0 ? 28 : 0;
  const words = [...(bands.length > 0 ? [layersText(bands)] : []), ...optionWords(options)].join(", ");
  const title: Part = {
    svg: [
      bands.length > 0 ? badge((bands[0] as Band).letter) : "",
      write(name, left, 16, { size: 17, weight: "bold", width: width - left }),
      write(words, left, 38, { color: ink.faint, width: width - left }),
    ].join(""),
    width,
    height: words ? 42 : 20,
  };
  return stack([title, { svg: layer.svg + at(side, 0, matrix.svg), width, height }], 20);
}
