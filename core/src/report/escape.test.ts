import assert from "node:assert/strict";
import fc from "fast-check";
import {
  csvRow,
  escapeCsv,
  escapeMarkdown,
  escapeMermaid,
  escapeTerminal,
  escapeWorkflowData,
  escapeWorkflowProperty,
  escapeXml,
} from "./escape.ts";

const HARMFUL = /\p{Cc}|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u;

describe("escaping what authors write", () => {
  it("shows control characters on a terminal and keeps one line", () => {
    assert.equal(escapeTerminal("a\tb\r\nc"), "a b c");
    assert.equal(
      escapeTerminal("\u001b[31mred \u202eturned\u200f"),
      "<U+001B>[31mred <U+202E>turned<U+200F>",
    );
    assert.equal(escapeTerminal("caf\u00e9 \u{1f680}"), "caf\u00e9 \u{1f680}");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !HARMFUL.test(escapeTerminal(text))));
  });

  it("gives the logs of GitHub and Azure no command", () => {
    assert.equal(escapeTerminal("::error::x"), ": :error::x");
    assert.equal(escapeTerminal("a ##[group]b ##vso[x]c"), "a ## [group]b ## vso[x]c");
    assert.equal(escapeTerminal("std::map #1 ##"), "std::map #1 ##");
  });

  it("takes the meaning from Markdown, HTML and mentions", () => {
    assert.equal(
      escapeMarkdown("*a* [b](c) `d` | <e> & #f"),
      "\\*a\\* \\[b\\]\\(c\\) \\`d\\` \\| &lt;e\\> &amp; \\#f",
    );
    assert.equal(escapeMarkdown("@team see https://x.y"), "&#64;&#8203;team see https&#8203;://x.y");
    assert.equal(escapeMarkdown("fixes #12, !3, gh-4"), "fixes \\#&#8203;12, \\!&#8203;3, gh-&#8203;4");
    assert.equal(escapeMarkdown("$a$"), "\\$a\\$");
    assert.equal(escapeMarkdown("- item"), "\\- item");
    assert.equal(escapeMarkdown("1. item"), "\\1. item");
    assert.equal(escapeMarkdown(" - item"), " \\- item");
  });

  it("gives no spreadsheet a formula", () => {
    for (const text of ["=1+1", "+1+1", "-x", "@SUM(A1)", "  =1"]) assert.match(escapeCsv(text), /^"?'/);
    assert.equal(escapeCsv("-1.5"), "-1.5");
    assert.equal(escapeCsv("a\u001b[31mb\nc"), '"a<U+001B>[31mb\nc"');
    assert.equal(
      csvRow(["a,b", 'say "x"', "two\nlines", "plain"]),
      '"a,b","say ""x""","two\nlines",plain\r\n',
    );
  });

  it("takes nothing for harmless in Markdown that is not", () => {
    const words = fc.constantFrom(
      "a",
      "gh-1",
      "GH-x",
      "-",
      " ",
      "1.",
      "www.",
      "http:",
      "https",
      "#",
      "@",
      "2026/27",
      "\t",
      "%",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (parts) => {
        const text = parts.join("");
        // With a sign that has to be escaped, nothing is harmless.
        assert.equal(`${escapeMarkdown(text)}\\|`, escapeMarkdown(`${text}|`));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps workflow commands whole", () => {
    assert.equal(escapeWorkflowData("50%\r\n::error::x"), "50%25%0D%0A::error::x");
    assert.equal(escapeWorkflowProperty("a:b,c"), "a%3Ab%2Cc");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !HARMFUL.test(escapeWorkflowData(text))));
  });

  it("writes XML that any reader takes", () => {
    assert.equal(escapeXml("<a b=\"c\" d='e'>&\n"), "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;&#10;");
    assert.equal(escapeXml("\u0000 \ud800 \uffff"), "&lt;U+0000&gt; &lt;U+D800&gt; &lt;U+FFFF&gt;");
  });

  it("keeps Mermaid's labels in their quotes", () => {
    assert.equal(escapeMermaid('say "x" #quot; <b> [y]'), "say #34;x#34; #35;quot#59; #60;b#62; #91;y#93;");
  });
});
