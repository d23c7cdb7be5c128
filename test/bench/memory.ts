import { type Contender, nameOf } from "./contender.ts";
import type { MemoryPoint } from "./report.ts";

/** The tokens that attention is run over. */
export const lengths = [150, 300, 600, 1200, 2400, 3000] as const;

/** Whose memory is measured. */
export const memoryContenders: readonly Contender[] = [
  { engine: "native", precision: "float32", threads: 1 },
  { engine: "native", precision: "bfloat16", threads: 1 },
  { engine: "PyTorch", precision: "float32", mode: "eager", threads: 1 },
];

/** What a program tells of one length: the bytes, and the versions of what it runs on. */
export interface Taken {
  readonly bytes: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly note?: string | undefined;
}

/** The memory that one attention of Vicuna-7B's shape takes at its peak, each length in a process of its own. */
export async function measureMemory(
  contenders: readonly Contender[],
  takenBy: (contender: Contender, tokens: number) => Promise<Taken>,
  say: (line: string) => void,
): Promise<{ memory: MemoryPoint[]; versions: Record<string, string> }> {
  const versions: Record<string, string> = {};
  const points: MemoryPoint[] = [];
  for (const contender of contenders) {
    const { engine, precision, mode, threads } = contender;
    for (const tokens of lengths) {
      say(`memory: ${nameOf(contender)} over ${tokens} tokens`);
      const point = { threads, engine, precision, ...(mode && { mode }), tokens };
      try {
        const taken = await takenBy(contender, tokens);
        Object.assign(versions, taken.versions);
        points.push({ ...point, bytes: taken.bytes, ...(taken.note && { note: taken.note }) });
      } catch (error) {
        points.push({ ...point, error: (error as Error).message });
      }
    }
  }
  return { memory: points, versions };
}
