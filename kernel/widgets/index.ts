/** Live widgets: the parts of a notebook that one moves, by the protocol of ipywidgets and anywidget. */

export { type Button, button } from "./button.ts";
export { type Component, type ComponentOptions, component } from "./component.ts";
export { type Live, live } from "./live.ts";
export { type Select, select } from "./select.ts";
export { type Slider, type SliderOptions, slider } from "./slider.ts";
