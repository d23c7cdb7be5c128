/** Thrown at the next safe place of a cell that was interrupted. */
export class Interrupted extends Error {
  override name = "Interrupted";
  constructor(readonly why = "the cell was interrupted") {
    super(why);
  }
}

/**
 * What a thread beside the session may set and read while the session computes. Slots: whether an interrupt is asked
 * for, whether a tensor operation is under way, whether a cell runs, how many interrupts were handled.
 */
export class Flags {
  readonly #slots: Int32Array;

  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(16)) {
    this.#slots = new Int32Array(shared);
  }

  get interrupt(): boolean {
    return Atomics.load(this.#slots, 0) !== 0;
  }

  set interrupt(on: boolean) {
    Atomics.store(this.#slots, 0, on ? 1 : 0);
  }

  /** Whether the interrupt is for want of time. */
  get timeIsUp(): boolean {
    return Atomics.load(this.#slots, 0) === 2;
  }

  callTime(): void {
    Atomics.store(this.#slots, 0, 2);
  }

  get computing(): boolean {
    return Atomics.load(this.#slots, 1) > 0;
  }

  enterOperation(): void {
    Atomics.add(this.#slots, 1, 1);
  }

  leaveOperation(): void {
    Atomics.sub(this.#slots, 1, 1);
  }

  get running(): boolean {
    return Atomics.load(this.#slots, 2) === 1;
  }

  set running(on: boolean) {
    Atomics.store(this.#slots, 2, on ? 1 : 0);
    if (!on) Atomics.store(this.#slots, 1, 0);
  }

  get handled(): number {
    return Atomics.load(this.#slots, 3);
  }

  countHandled(): void {
    Atomics.add(this.#slots, 3, 1);
  }
}
