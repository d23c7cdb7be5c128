import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const { $schema: _, ...schema } = JSON.parse(
  readFileSync(new URL("../../golden/nbformat/nbformat.v4.5.schema.json", import.meta.url), "utf8"),
) as { $schema: string };
const validate = new Ajv({ strict: false }).compile(schema);

/** Holds the text of a notebook to Jupyter's own schema of format 4.5. */
export function assertValid(text: string): void {
  assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 3)));
}
