// Names that Windows keeps for devices: a file that begins with one and a dot cannot be made there, or not be opened.

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Of a file's id, which has small letters and no dots. */
export function isReservedName(id: string): boolean {
  return RESERVED.test(id);
}

/** What is kept here cannot be checked out there, so it is refused everywhere. */
export function sayReserved(id: string): string {
  return `Windows keeps the name "${id}" for itself, so no file can have it: choose another id`;
}
