// Why a file could not be written, in the words of whoever wants it written.

export function sayWhyNot(path: string, error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case "EACCES":
    case "EPERM":
      return `${path} cannot be written (${code}): check its permissions and those of its folder, and whether another program has it open`;
    case "EBUSY":
    case "ETXTBSY":
      return `${path} cannot be written (${code}): close the program that has it open and run the command again`;
    case "EROFS":
      return `${path} cannot be written (${code}): its disk takes no changes`;
    case "ENOSPC":
    case "EDQUOT":
      return `${path} cannot be written (${code}): the disk is full, make room and run the command again`;
    case "ENAMETOOLONG":
      return `${path} cannot be written (${code}): choose a shorter name`;
    case "EEXIST":
      return `${path} exists already and is left as it is: choose another name`;
    case "EISDIR":
      return `${path} cannot be written (${code}): it is a folder, choose another name`;
    case "ENOTDIR":
      return `${path} cannot be written (${code}): a part of its path is a file, choose another folder`;
    default:
      return `${path} cannot be written (${code}): check its folder and run the command again`;
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
