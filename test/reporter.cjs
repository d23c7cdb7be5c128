const { reporters } = require("mocha");

/** Mocha's own report, closed by one line that counts: `N passed, N failed, N skipped`. */
module.exports = class Counting extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}`);
  }
};
