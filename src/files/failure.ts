import { Failure } from "../errors.ts";

/** What stopped a file from being written, in one sentence for the researcher; other errors pass unchanged. */
export function writingFailure(path: string, error: unknown): unknown {
  const code = (error as { code?: string }).code ?? "";
  const cause: Record<string, string> = {
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    ENOTDIR: "a part of the path is a file, not a folder",
    ENOENT: "its parent folder does not exist",
    EISDIR: "a folder has its name",
    ENAMETOOLONG: "the name is too long",
  };
  return code in cause
    ? new Failure(`cannot write ${path}: ${cause[code]} (${code})`, { cause: error })
    : error;
}
