/** One side of a measurement. */
export interface Contender {
  /** `stock wasm` is tfjs-backend-wasm as its package has it. */
  readonly engine: "wasm" | "stock wasm" | "native" | "PyTorch";
  /** Of native, bfloat16 stands for its precision `high`. */
  readonly precision: "float32" | "bfloat16";
  /** Of PyTorch: operation by operation, or through `torch.compile`. */
  readonly mode?: "eager" | "compiled" | undefined;
  readonly threads: number;
  /** At most so many measurements, where it is slow and known to be. */
  readonly most?: number;
  /** The only variants that it runs, where it does not run all. */
  readonly only?: readonly string[];
}

/** What a contender is called. A native engine's `high` precision is bfloat16 where the processor has that. */
export const nameOf = ({
  engine,
  precision,
  mode,
}: Pick<Contender, "engine" | "precision" | "mode">): string =>
  [
    engine,
    engine === "native" && precision === "bfloat16" ? "high" : precision,
    ...(mode ? [mode] : []),
  ].join(" ");

/** Every engine of ProxyLab and every way of PyTorch's, with so many threads; wasm has one. */
export function allContenders(threads: number, wasm: Pick<Contender, "most" | "only"> = {}): Contender[] {
  const precisions = ["float32", "bfloat16"] as const;
  return [
    ...(threads === 1 ? [{ engine: "wasm", precision: "float32", threads, ...wasm } as const] : []),
    ...precisions.map((precision) => ({ engine: "native", precision, threads }) as const),
    ...precisions.flatMap((precision) =>
      (["eager", "compiled"] as const).map(
        (mode) => ({ engine: "PyTorch", precision, mode, threads }) as const,
      ),
    ),
  ];
}

/** How a contender's program is run: the command's words and the variables that choose engine, precision and threads. */
export interface Invocation {
  readonly command: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** `program` is the name that a program has on both sides: `programs/NAME.ts` and `bench_NAME.py`. */
export function invocation(
  { engine, precision, mode, threads }: Contender,
  program: string,
  settings: object,
  places: { root: string; python?: string | undefined; tsx: string },
): Invocation {
  const variables = {
    OMP_NUM_THREADS: `${threads}`,
    MKL_NUM_THREADS: `${threads}`,
    TF_NUM_INTRAOP_THREADS: `${threads}`,
    TF_NUM_INTEROP_THREADS: "1",
  };
  if (engine === "PyTorch") {
    const given = { ...settings, threads, precision, mode };
    const file = `${places.root}/test/reference/bench_${program}.py`;
    return { command: [places.python ?? "python3", file, JSON.stringify(given)], variables };
  }
  const file = `${places.root}/test/bench/programs/${program}.ts`;
  return {
    command: [
      process.execPath,
      "--import",
      places.tsx,
      file,
      JSON.stringify({ ...settings, engine, precision }),
    ],
    variables: {
      ...variables,
      PROXYLAB_BACKEND: engine === "native" ? "native" : "wasm",
      PROXYLAB_PRECISION: precision === "bfloat16" ? "high" : "highest",
      PROXYLAB_THREADS: `${threads}`,
    },
  };
}
