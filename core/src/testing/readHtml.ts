// Reads the HTML that drawings are made of, strictly: what a browser would mend is a fault here. For tests that ask what
// stands in a page.

import assert from "node:assert/strict";

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Tag | string)[];
}

const ALONE: ReadonlySet<string> = new Set(["meta", "input", "link", "br"]);
const PART =
  /<!doctype html>|<style>[\s\S]*?<\/style>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*(\/?)>|[^<]+/gi;

/** The whole text must be tags that are closed in their order, attributes in double quotes, and text without `<`. */
export function readHtml(text: string): Tag {
  const root = { name: "", attributes: new Map<string, string>(), children: [] as (Tag | string)[] };
  const open = [root];
  let at = 0;
  for (const match of text.matchAll(PART)) {
    assert.equal(match.index, at, `cannot be read: ${text.slice(at, at + 80)}`);
    at += match[0].length;
    const [whole, closing, name, attributes = "", alone] = match;
    const inner = open.at(-1) ?? root;
    if (name === undefined) {
      if (!/^<(!doctype|style)/i.test(whole)) inner.children.push(decode(whole));
    } else if (closing === "/") {
      assert.equal(name, inner.name, `</${name}> closes <${inner.name}>`);
      open.pop();
    } else {
      const made = { name, attributes: readAttributes(attributes), children: [] as (Tag | string)[] };
      inner.children.push(made);
      if (alone !== "/" && !ALONE.has(name)) open.push(made);
    }
  }
  assert.equal(at, text.length, `cannot be read: ${text.slice(at, at + 80)}`);
  assert.equal(open.length, 1, `<${open.at(-1)?.name}> is never closed`);
  return root;
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
    assert.ok(!found.has(name), `${name} stands twice`);
    found.set(name, decode(value));
  }
  return found;
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** All tags below, outer before inner. */
export function tagsIn(tag: Tag): Tag[] {
  return tag.children.flatMap((child) => (typeof child === "string" ? [] : [child, ...tagsIn(child)]));
}

/** By name, by `.class`, or by both. */
export function findTags(tag: Tag, selector: string): Tag[] {
  const [name = "", ...classes] = selector.split(".");
  return tagsIn(tag).filter(
    (one) => (name === "" || one.name === name) && classes.every((wanted) => classesOf(one).includes(wanted)),
  );
}

export function classesOf(tag: Tag): string[] {
  return (tag.attributes.get("class") ?? "").split(" ");
}

/** As people read it: without the words that only narrow pages show. */
export function textIn(tag: Tag): string {
  const read = (one: Tag): string =>
    one.attributes.get("aria-hidden") === "true"
      ? ""
      : one.children.map((child) => (typeof child === "string" ? child : ` ${read(child)} `)).join("");
  return read(tag).replace(/\s+/g, " ").trim();
}
