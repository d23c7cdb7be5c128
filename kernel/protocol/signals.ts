/** Node's own watcher of signals, which works in every thread; `process.on` hears them in the main thread only. */
interface SignalWrap {
  Signal: new () => { onsignal: () => void; start(signal: number): number; unref(): void };
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const;

/** Calls `heard` at each SIGINT, as `onSignal` does. */
export const onInterruptSignal = (heard: () => void): boolean => onSignal("SIGINT", heard);

/**
 * Calls `heard` at each signal of a name, in a thread beside the main one, which may be computing. Returns whether this
 * Node has such a watcher; without one, signals are left to the main thread.
 */
export function onSignal(name: keyof typeof numbers, heard: () => void): boolean {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    const { binding } = process as unknown as { binding(name: "signal_wrap"): SignalWrap };
    const signal = new (binding.call(process, "signal_wrap").Signal)();
    signal.onsignal = heard;
    signal.start(numbers[name]);
    signal.unref();
    return true;
  } catch {
    return false;
  } finally {
    process.noDeprecation = noDeprecation ?? false;
  }
}
