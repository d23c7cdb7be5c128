import { Module } from "../../../src/index.ts";
import { register } from "../registry.ts";
import { treeHtml, treeText } from "./print.ts";
import { treeOf } from "./tree.ts";

register(
  (value): value is Module => value instanceof Module,
  (module) => {
    const tree = treeOf(module, { name: module.constructor.name });
    const named = { ...tree, what: tree.what.slice(module.constructor.name.length).trim() };
    return { "text/plain": treeText(named), "text/html": treeHtml(named, { open: 2 }) };
  },
);
