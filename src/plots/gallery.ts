import type { Figure } from "./figure.ts";
import { escapeHtml } from "./text.ts";
import { theme } from "./theme.ts";

/** The gallery of a folder of figures: one page without scripts, legible on a telephone and on paper. */
export function galleryPage(figures: readonly Pick<Figure, "name" | "title" | "caption">[]): string {
  const contents = figures.map(
    ({ name, title }) => `<li><a href="#${id(name)}">${escapeHtml(title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Figures</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Figures</h1>
<p>Each is drawn from the table beside it: SVG and PNG to print, CSV for the numbers, JSON for Plotly.</p>
${contents.length > 1 ? `<nav aria-label="Figures"><ol>\n${contents.join("\n")}\n</ol></nav>` : ""}
</header>
<main>
${figures.length > 0 ? figures.map(section).join("\n") : "<p>No figure has been drawn yet.</p>"}
</main>
</body>
</html>
`;
}

function section({ name, title, caption }: Pick<Figure, "name" | "title" | "caption">): string {
  const file = (ending: string) => escapeHtml(`${encodeURIComponent(name)}.${ending}`);
  const links = ["svg", "png", "csv", "json"].map(
    (ending) => `<a href="${file(ending)}" download>${ending.toUpperCase()}</a>`,
  );
  return `<article id="${id(name)}">
<h2>${escapeHtml(title)}</h2>
<figure>
<a class="picture" href="${file("svg")}"><img src="${file("svg")}" alt="${escapeHtml(title)}" loading="lazy"></a>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>
<p class="files">${links.join(" ")}</p>
</article>`;
}

function id(name: string): string {
  return escapeHtml(`figure-${encodeURIComponent(name)}`);
}

const style = `
:root { color-scheme: light; --text: ${theme.text}; --faint: ${theme.faint}; --rule: ${theme.rule}; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem 4rem; color: var(--text); background: ${theme.band};
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
header p { margin: .4rem 0 1rem; color: var(--faint); }
nav ol { margin: 0 0 2rem; padding-left: 1.4rem; }
nav li { padding: .15rem 0; }
a { color: #00578a; text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid #d55e00; outline-offset: 2px; }
article { margin: 0 0 1.5rem; padding: 1rem; background: ${theme.paper}; border: 1px solid var(--rule); border-radius: .6rem; }
/* The picture bears its title; only a narrow screen, where the picture scrolls, shows it again. */
h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
figure { margin: 0; }
.picture { display: block; }
img { display: block; width: 100%; height: auto; }
figcaption { margin: .75rem .25rem 0; max-width: 44rem; color: var(--faint); }
.files { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem .25rem .25rem; }
.files a { min-width: 4rem; padding: .45rem .9rem; border: 1px solid var(--rule); border-radius: .4rem; text-align: center;
  text-decoration: none; font-size: .9rem; }
.files a:hover { background: ${theme.band}; }
@media (max-width: 40rem) {
  article { padding: .75rem; }
  h2 { position: static; width: auto; height: auto; clip-path: none; margin: .2rem .25rem .6rem; font-size: 1.05rem; line-height: 1.3; }
  .picture { overflow-x: auto; }
  img { width: 38rem; max-width: none; }
}
@media print { body { background: none; } .files, nav { display: none; } article { break-inside: avoid; border: 0; } }
`;
