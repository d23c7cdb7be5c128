/** A line that tells how far something is, and how long it will still take. */
export interface Progress {
  update(done: number, all: number, note?: string): void;
  end(note?: string): void;
}

const width = 24;

/**
 * A progress bar on standard error: redrawn in place on a terminal, a line now and then elsewhere, as in a log file.
 */
export function progress(title: string, out: NodeJS.WriteStream = process.stderr): Progress {
  const began = Date.now();
  let shown = 0;
  let share = 0;
  let first: { at: number; share: number } | undefined;
  const line = (note: string): string => {
    const filled = Math.round(share * width);
    return `${title.padEnd(34)} ${"#".repeat(filled)}${".".repeat(width - filled)} ${String(Math.round(100 * share)).padStart(3)} %  ${note}`;
  };
  const write = (text: string, last: boolean): void => {
    if (out.isTTY) out.write(`\r\x1b[2K${text}${last ? "\n" : ""}`);
    else out.write(`${text}\n`);
  };
  return {
    update(done, all, note = "") {
      share = all > 0 ? Math.min(1, done / all) : 1;
      const now = Date.now();
      if (share === 1 || now - shown < (out.isTTY ? 100 : 20_000)) return;
      shown = now;
      // What was done before this process began says nothing of how long the rest takes.
      first ??= { at: now, share };
      const own = share - first.share;
      const left = own > 0 ? `${span(((now - first.at) * (1 - share)) / own)} left` : "begun";
      write(line(`${note}${note && ", "}${left}`), false);
    },
    end(note = "") {
      share = 1;
      write(line(`${note}${note && ", "}${span(Date.now() - began)}`), true);
    },
  };
}

/** A span of milliseconds in words. */
export function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
