import { currentContext } from "../context.ts";
import { type Heard, Model } from "./model.ts";

const base = { module: "@jupyter-widgets/base", version: "2.0.0" };
const controls = { module: "@jupyter-widgets/controls", version: "2.0.0" };

type Part = typeof base;

/** The names by which ipywidgets' front end finds a model and its view. */
function names(
  model: string,
  view: string,
  { of = controls, viewOf = controls }: { of?: Part; viewOf?: Part } = {},
) {
  return {
    _model_module: of.module,
    _model_module_version: of.version,
    _model_name: model,
    _view_module: viewOf.module,
    _view_module_version: viewOf.version,
    _view_name: view,
    _view_count: null,
  };
}

/** One of ipywidgets' own controls, with the models of its layout and style. */
export function control(
  name: string,
  state: Record<string, unknown>,
  { style, heard }: { style: string; heard: Heard },
): Model {
  const comms = currentContext()?.session.comms;
  const layout = new Model(comms, names("LayoutModel", "LayoutView", { of: base, viewOf: base }));
  const styling = new Model(comms, names(`${style}Model`, "StyleView", { viewOf: base }));
  return new Model(
    comms,
    {
      ...names(`${name}Model`, `${name}View`),
      _dom_classes: [],
      disabled: false,
      tabbable: null,
      tooltip: null,
      layout: `IPY_MODEL_${layout.id}`,
      style: `IPY_MODEL_${styling.id}`,
      ...state,
    },
    { heard, parts: [layout, styling] },
  );
}
