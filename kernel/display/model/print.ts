import { escapeHtml } from "../html.ts";
import { parametersText } from "../numbers.ts";
import type { Part } from "./tree.ts";

/** Parts that are shown; a tree of more is cut. */
const most = 5000;

/** The tree as text, one part a line; parts of a list that are alike share theirs: `0-11`. */
export function treeText(root: Part): string {
  return [headOf(root), ...linesBelow(root, "")].join("\n");
}

function linesBelow({ parts, list }: Part, indent: string): string[] {
  const blocks: { names: string[]; head: string; below: string[] }[] = [];
  for (const part of parts) {
    const inLine = part.parts.length <= 3 && part.parts.every((inner) => inner.parts.length === 0);
    const leaves = part.parts.map((inner) => `${inner.name} ${factsOf(inner)}`).join("; ");
    const head = inLine && leaves ? `${factsOf(part)}: ${leaves}` : factsOf(part);
    const below = inLine ? [] : linesBelow(part, "");
    const last = blocks.at(-1);
    if (list && last?.head === head && last.below.join("\n") === below.join("\n")) last.names.push(part.name);
    else blocks.push({ names: [part.name], head, below });
  }
  return blocks.flatMap(({ names, head, below }, i) => {
    const last = i === blocks.length - 1;
    const [first, final] = [names[0], names.at(-1)];
    const name = names.length === 1 ? first : `${first}-${final}`;
    const each = names.length > 1 ? ", each" : "";
    return [
      `${indent}${last ? "└─" : "├─"} ${name}: ${head}${each}`,
      ...below.map((line) => `${indent}${last ? "  " : "│ "} ${line}`),
    ];
  });
}

/**
 * The tree as HTML to unfold, without style sheets or scripts. At first `open` levels are unfolded, and what leads to
 * parts of which something is said.
 */
export function treeHtml(root: Part, { open = 1 }: { open?: number } = {}): string {
  let left = most;
  const visit = (part: Part, depth: number): string => {
    if (left-- <= 0) return "";
    const head = `<b>${escapeHtml(part.name)}</b> ${escapeHtml(factsOf(part))}`;
    if (part.parts.length === 0) return head;
    const inner = part.parts.map((child) => visit(child, depth + 1)).filter(Boolean);
    const cut = left < 0 ? `<li>... cut: only the first ${most} parts are shown</li>` : "";
    const items = inner.map((item) => `<li>${item}</li>`).join("\n");
    return `<details${depth < open || leadsToNote(part) ? " open" : ""}><summary>${head}</summary><ul style="list-style-type: none; margin: 0; padding-left: 1.5em">\n${items}${cut}</ul></details>`;
  };
  return visit(root, 0);
}

const leadsToNote = ({ parts }: Part): boolean =>
  parts.some((part) => part.parts.length > 0 && (part.note !== "" || leadsToNote(part)));

const headOf = (part: Part): string => [part.name, factsOf(part)].filter(Boolean).join(": ");

function factsOf({ what, parameters, note, parts }: Part): string {
  const size = parts.length > 0 && parameters > 0 ? `${parametersText(parameters)} parameters` : "";
  return [what, size, note].filter(Boolean).join(", ");
}
