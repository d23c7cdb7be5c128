/** How values are shown: importing this fills the registry. What stands last is asked first. */

import "./objects.ts";
import "./errors.ts";
import "./costs.ts";
import "./arquero.ts";
import "./routes.ts";
import "./svg.ts";
import "./plotly/bundle.ts";
import "./model/module.ts";
import "./model/lmm.ts";
import "./tensor/tensor.ts";
import "./custom.ts";

export { bundleOf, type MimeBundle, type MimeData, register } from "./registry.ts";
