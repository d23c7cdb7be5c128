import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { claimOf } from "../../src/files/pictureHeader.ts";
import { nanoPages } from "../../src/pages/setting.ts";
import { contactSheet } from "../../src/tasks/contactSheet.ts";
import { pageTasks } from "../../src/tasks/index.ts";

describe("contact sheets", () => {
  it("are pictures of as many rows as the pages need, the same each time", () => {
    const task = pageTasks.docVqa(nanoPages);
    const [few, many] = [4, 8].map((count) => contactSheet(task, { count })) as [Buffer, Buffer];
    assert.equal(claimOf(few)?.width, claimOf(many)?.width);
    assert.ok((claimOf(many)?.height ?? 0) > 1.8 * (claimOf(few)?.height ?? 1e9));
    assert.ok(contactSheet(task, { count: 4 }).equals(few));
  });

  it("are there for every task on both kinds of pages", () => {
    for (const name of Object.keys(pageTasks))
      for (const pages of ["nano", "smol"])
        assert.ok(
          existsSync(join("figures", `tasks-${name}-${pages}.jpg`)),
          `run: proxylab show all (${name})`,
        );
  });
});
