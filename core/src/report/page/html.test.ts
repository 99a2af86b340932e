import assert from "node:assert/strict";
import fc from "fast-check";
import { readHtml, tagsIn, textIn } from "../../testing/readHtml.ts";
import { html, said } from "./html.ts";

describe("HTML that is built here", () => {
  it("takes the meaning from every text, as content and as attribute", () => {
    const hostile = `<script>alert("1")</script>' & \``;
    assert.equal(
      html`<p title="${hostile}">${hostile}</p>`.markup,
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; &#96;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; &#96;</p>',
    );
  });

  it("gives back any text as it was, in one paragraph", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const [tag, ...others] = tagsIn(readHtml(html`<p title="${text}">${text}</p>`.markup));
        assert.equal(others.length, 0);
        assert.equal(tag === undefined ? "" : textIn(tag), text.replace(/\s+/g, " ").trim());
      }),
    );
  });

  it("shows what would turn the reading direction, and keeps a text inside its own", () => {
    assert.equal(said("a\u202eb").markup, "<bdi>a&lt;U+202E&gt;b</bdi>");
  });

  it("places pieces, lists and nothing", () => {
    const pieces = [html`<b>1</b>`, undefined, html`<b>2</b>`];
    assert.equal(html`<p>${pieces}${undefined}${3}</p>`.markup, "<p><b>1</b><b>2</b>3</p>");
  });
});
