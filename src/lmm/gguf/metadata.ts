import { Failure } from "../../errors.ts";

/** What a GGUF file says of itself, checked when it is asked for. */
export class Metadata {
  constructor(
    private readonly path: string,
    private readonly fields: object,
  ) {}

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name);
  }

  /** A number; those of 32 bits that came from a decimal fraction are given as that fraction. */
  number(name: string, otherwise?: number): number {
    const value = this.has(name) ? this.field(name) : otherwise;
    const found = typeof value === "bigint" ? Number(value) : value;
    if (typeof found !== "number" || !Number.isFinite(found)) throw this.wrong(name, "a number");
    return Number.isInteger(found) ? found : Number(found.toPrecision(7));
  }

  text(name: string): string {
    const value = this.field(name);
    if (typeof value === "string") return value;
    throw this.wrong(name, "a text");
  }

  texts(name: string): string[] {
    const value = this.field(name);
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
    throw this.wrong(name, "a list of texts");
  }

  numbers(name: string): number[] {
    const value = this.field(name);
    if (Array.isArray(value) && value.every((one) => typeof one === "number")) return value;
    throw this.wrong(name, "a list of numbers");
  }

  private field(name: string): unknown {
    return this.has(name) ? (this.fields as Record<string, unknown>)[name] : undefined;
  }

  private wrong(name: string, expected: string): Failure {
    const value = this.field(name);
    const given =
      value === undefined ? "missing" : `a value of type ${Array.isArray(value) ? "list" : typeof value}`;
    return new Failure(`${this.path}: ${name} is ${given}; expected ${expected}`);
  }
}
