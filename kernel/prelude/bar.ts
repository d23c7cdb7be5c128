import { span } from "../../src/cli/progress.ts";
import { escapeHtml } from "../display/html.ts";
import { register } from "../display/registry.ts";

/** How far a loop is. */
export class Bar {
  constructor(
    readonly title: string,
    readonly done: number,
    readonly total: number | undefined,
    readonly note: string,
    readonly ms: number,
  ) {}

  get share(): number | undefined {
    return this.total ? Math.min(1, this.done / this.total) : undefined;
  }

  /** `training 3/8, 38 %, 12 s, 20 s left`. */
  get words(): string {
    const { title, done, total, share, note, ms } = this;
    const left = share && share < 1 ? `${span((ms * (1 - share)) / share)} left` : "";
    const counted = total === undefined ? `${done}` : `${done}/${total}, ${Math.round(100 * (share ?? 0))} %`;
    return [`${title} ${counted}`, span(ms), left, note].filter(Boolean).join(", ");
  }
}

const width = 24;

register(
  (value): value is Bar => value instanceof Bar,
  (bar) => {
    const filled = Math.round((bar.share ?? 0) * width);
    const label = escapeHtml(bar.words);
    return {
      "text/plain": `${"#".repeat(filled)}${".".repeat(width - filled)} ${bar.words}`,
      "text/html": `<div><progress max="1"${bar.share === undefined ? "" : ` value="${bar.share}"`} style="vertical-align: middle; width: 16em"></progress> ${label}</div>`,
    };
  },
);
