/** How a variable of a cell is read and set from outside it. */
interface Variable {
  /** The number of the cell that declared it. */
  readonly owner: number;
  /** Whether it lives in the cell's own code, which assigns to it and then tells what it assigned. */
  readonly live: boolean;
  get(): unknown;
  set(value: unknown): void;
}

/** The variables of a session: what cells declared, over what the prelude brings. */
export class Scope {
  readonly #variables = new Map<string, Variable>();
  #prelude: Record<string, unknown> = {};

  /** What is known without being declared. */
  set prelude(names: Record<string, unknown>) {
    this.#prelude = names;
  }

  get(name: string): unknown {
    const variable = this.#variables.get(name);
    return variable ? variable.get() : this.#prelude[name];
  }

  /** The values that cells have declared, except those that are not initialised. */
  values(): unknown[] {
    return [...this.#variables.values()].flatMap((variable) => {
      try {
        return [variable.get()];
      } catch {
        return [];
      }
    });
  }

  /** Reads a value and forgets it. */
  take(name: string): unknown {
    const value = this.get(name);
    this.#variables.delete(name);
    return value;
  }

  /** Says that `name` is a variable of a cell, which it reads and sets by these functions. */
  bind(owner: number, name: string, get: () => unknown, set: (value: unknown) => void): void {
    this.#variables.set(name, { owner, live: true, get, set });
  }

  /**
   * What the text of a cell knows as `exports`: names that it declares become variables of the session until another
   * cell declares them; the others are read and set where they were declared.
   */
  exportsOf(owner: number, declared: Iterable<string>): Record<string, unknown> {
    const own = new Set(declared);
    for (const name of own) this.#hold(owner, name);
    const set = (name: string | symbol, value: unknown): true => {
      if (typeof name === "symbol" || name === "__esModule") return true;
      const variable = this.#variables.get(name);
      if (!variable) this.#hold(owner, name, value);
      else if (!own.has(name) || (variable.owner === owner && !variable.live)) variable.set(value);
      return true;
    };
    return new Proxy(Object.create(null) as Record<string, unknown>, {
      get: (_, name) => (typeof name === "symbol" ? undefined : this.get(name)),
      has: () => true,
      set: (_, name, value) => set(name, value),
      defineProperty: (_, name, { get, value }) => set(name, get ? get() : value),
    });
  }

  /** A variable whose value is kept here. */
  #hold(owner: number, name: string, initial?: unknown): void {
    let value = initial;
    this.#variables.set(name, {
      owner,
      live: false,
      get: () => value,
      set: (next) => {
        value = next;
      },
    });
  }
}
