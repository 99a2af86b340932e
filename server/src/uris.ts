// One spelling for every address: clients write the same file in several ways (escapes, drive letters, a slash at the
// end), and a file must never be known twice. A key is an address without escapes; only keys are compared.

/** `file:///trust/a b.strategy.yaml`: scheme, authority and path as they are, drive letter in lower case. */
export type UriKey = string;

const FORM = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([\s\S]*)$/;

/** The address that was asked about last: most messages name the one that the message before named. */
let last: { readonly uri: string; readonly key: UriKey } | undefined;

export function keyOf(uri: string): UriKey {
  if (last?.uri !== uri) last = { uri, key: makeKey(uri) };
  return last.key;
}

function makeKey(uri: string): UriKey {
  const [, scheme = "", authority = "", rest = ""] = FORM.exec(uri) ?? [];
  if (scheme === "") return uri;
  // Most addresses escape nothing, and each message names one.
  const plain = rest.includes("%") ? rest.split("/").map(decode).join("/") : rest;
  const path = plain.replace(/\/+$/, "");
  const drive = path.replace(/^\/[A-Z]:/, (letter) => letter.toLowerCase());
  return `${scheme.toLowerCase()}://${decode(authority)}${drive}`;
}

/** Nothing in it is ever escaped; an answer may name hundreds of such files. */
const PLAIN_PATH = /^[\w/.~-]*$/;

/** The address of a key, escaped as VS Code escapes it. */
export function uriOf(key: UriKey): string {
  const [, scheme = "", authority = "", path = ""] = FORM.exec(key) ?? [];
  const escaped = PLAIN_PATH.test(path) ? path : path.split("/").map(encode).join("/");
  return `${scheme}://${authority}${escaped}`;
}

export function schemeOf(key: UriKey): string {
  return key.slice(0, Math.max(0, key.indexOf(":")));
}

/** The path that a file system takes: `/trust/x`, `c:/trust/x`, `//server/share/x`. */
export function pathOf(key: UriKey): string {
  const [, , authority = "", path = ""] = FORM.exec(key) ?? [];
  if (authority !== "") return `//${authority}${path}`;
  return /^\/[a-z]:/.test(path) ? path.slice(1) : path === "" ? "/" : path;
}

export function keyOfPath(path: string): UriKey {
  if (path.startsWith("//")) return keyOf(`file:${path}`);
  const absolute = path.startsWith("/") ? path : `/${path}`;
  return `file://${absolute.replace(/\/+$/, "").replace(/^\/[A-Z]:/, (letter) => letter.toLowerCase())}`;
}

export function folderOfKey(key: UriKey): UriKey {
  return key.slice(0, key.lastIndexOf("/"));
}

/** The way from a folder to something below it, with `/`; undefined where it is not below it. */
export function pathBelow(folder: UriKey, key: UriKey): string | undefined {
  return key.startsWith(folder) && key[folder.length] === "/" ? key.slice(folder.length + 1) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A per cent sign that escapes nothing stands for itself.
    return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
