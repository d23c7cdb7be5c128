import { currentContext } from "../context.ts";
import { type Heard, Model } from "./model.ts";

/** The version of anywidget's front end that is asked for. */
const version = "~0.11.0";

/** A model whose view is an ES module of one's own, run by anywidget. */
export function anywidget(
  { esm, css, name }: { esm: string; css?: string | undefined; name: string },
  state: Record<string, unknown>,
  heard: Heard,
): Model {
  return new Model(
    currentContext()?.session.comms,
    {
      _model_module: "anywidget",
      _model_module_version: version,
      _model_name: "AnyModel",
      _view_module: "anywidget",
      _view_module_version: version,
      _view_name: "AnyView",
      _view_count: null,
      _dom_classes: [],
      _anywidget_id: `proxylab.${name}`,
      _esm: esm,
      ...(css !== undefined && { _css: css }),
      ...state,
    },
    { heard },
  );
}
