import { UsageError } from "../../src/index.ts";
import { currentContext } from "../context.ts";
import { escapeHtml } from "../display/html.ts";
import { stillOf } from "../display/plotly/bundle.ts";
import { isFigure, isPlotly, jsonOf, type PlotlyFigure } from "../display/plotly/figure.ts";
import { plotlySource, unpack } from "../display/plotly/page.ts";
import { bundleOf, type MimeBundle } from "../display/registry.ts";
import { anywidget } from "./anywidget.ts";
import type { Model } from "./model.ts";
import { reading } from "./reading.ts";
import { inContext, type Still, Widget } from "./widget.ts";

/**
 * What a function makes, made anew whenever a widget changes whose value it read. Figures of Plotly move in place, any
 * other value is shown as it is by itself.
 *
 * @example const k = slider(0, 32); live(() => plot({ y: curve(k.value) }))
 */
export const live = <T>(make: () => T | Promise<T>): Live<T> => new Live(make);

/** The value is what the function made last; undefined until it has been made once. */
export class Live<T> extends Widget<T | undefined> {
  protected readonly model: Model;
  readonly #make: () => T | Promise<T>;
  readonly #context = currentContext();
  readonly #watched = new Map<object, () => void>();
  #making: Promise<void> | undefined;
  #again = false;
  #disposed = false;

  constructor(make: () => T | Promise<T>) {
    super(undefined);
    this.#make = make;
    this.model = anywidget(
      { esm: module, name: "Live" },
      { figure: null, html: "" },
      {
        onCustom: (content) => {
          if ((Object(content) as { want?: unknown }).want === "plotly.js")
            this.model.send({ here: "plotly.js" }, [plotlySource()]);
        },
      },
    );
  }

  /** Makes it anew; what changes meanwhile is seen to afterwards, once. */
  refresh(): Promise<void> {
    this.#again = true;
    this.#making ??= this.#remake().finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  override dispose(): void {
    this.#disposed = true;
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
    super.dispose();
  }

  async #remake(): Promise<void> {
    while (this.#again && !this.#disposed) {
      this.#again = false;
      const { result, read } = await reading(this.#make);
      this.#watch(read);
      if (this.#disposed) return;
      this.model.set(await stateOfValue(result));
      await this.received(result);
    }
  }

  /** Listens to the widgets that were read this time, and no longer to others. */
  #watch(read: ReadonlySet<object>): void {
    for (const [widget, stop] of this.#watched)
      if (!read.has(widget)) {
        stop();
        this.#watched.delete(widget);
      }
    for (const widget of read) {
      if (this.#watched.has(widget) || !(widget instanceof Widget) || widget === this) continue;
      this.#watched.set(
        widget,
        widget.onChange(() => inContext(this.#context, () => this.refresh())),
      );
    }
  }

  /** The figure or value as it stands, by its own forms. */
  protected async still(): Promise<Still> {
    if (this.current === undefined) await this.refresh();
    const value = this.current as unknown;
    if (isFigure(value) || isPlotly(value)) {
      const { text, html } = stillOf(value);
      return { text: `live: ${text}`, html };
    }
    const bundle = await bundleOf(value);
    return { text: `live: ${bundle.data["text/plain"]}`, html: htmlOf(bundle) };
  }

  protected stateOf(): Record<string, unknown> {
    return {};
  }

  protected checked(): never {
    throw new UsageError("the value of live(...) is made by its function; set the widgets that it reads");
  }
}

async function stateOfValue(value: unknown): Promise<Record<string, unknown>> {
  if (isFigure(value)) return { figure: jsonOf(value.plotly as PlotlyFigure), html: "" };
  if (isPlotly(value)) return { figure: jsonOf(value), html: "" };
  return { figure: null, html: htmlOf(await bundleOf(value)) };
}

function htmlOf({ data }: MimeBundle): string {
  const html = data["text/html"];
  return typeof html === "string" ? html : `<pre>${escapeHtml(String(data["text/plain"]))}</pre>`;
}

/**
 * What runs in the page. plotly.js is taken from the page, or asked for here and kept there for all figures. Script
 * elements in HTML do not run.
 */
const module = `
const unpack = ${unpack};

function plotly(model) {
  if (!window.proxylabPlotly) {
    window.proxylabPlotly = new Promise((resolve, reject) => {
      const heard = (content, buffers) => {
        if (content?.here !== "plotly.js") return;
        model.off("msg:custom", heard);
        unpack(buffers[0]).then(resolve, reject);
      };
      model.on("msg:custom", heard);
      model.send({ want: "plotly.js" });
    });
    window.proxylabPlotly.then(() => window.dispatchEvent(new Event("proxylabPlotly")));
  }
  return window.proxylabPlotly;
}

export default {
  render({ model, el }) {
    const place = document.createElement("div");
    el.append(place);
    let drawing = false;
    let again = false;
    let chart;
    const clear = async () => {
      if (chart) (await plotly(model)).purge(chart);
      chart = undefined;
    };
    const draw = async () => {
      const figure = model.get("figure");
      if (!figure) {
        await clear();
        place.innerHTML = model.get("html");
        return;
      }
      const { react } = await plotly(model);
      if (!chart) {
        chart = document.createElement("div");
        place.replaceChildren(chart);
      }
      // Without a height of its own it would have none where it is drawn before it is on the page.
      chart.style.height = (figure.layout.height ?? 450) + "px";
      await react(chart, structuredClone(figure.data), structuredClone(figure.layout), { responsive: true, ...figure.config });
    };
    const drawLatest = async () => {
      again = true;
      if (drawing) return;
      drawing = true;
      try {
        while (again) {
          again = false;
          await draw();
        }
      } finally {
        drawing = false;
      }
    };
    model.on("change:figure", drawLatest);
    model.on("change:html", drawLatest);
    drawLatest();
    return () => {
      model.off("change:figure", drawLatest);
      model.off("change:html", drawLatest);
      clear();
    };
  },
};
`;
