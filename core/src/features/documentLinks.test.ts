import { checkDocumentLinks } from "../testing/checkFeatures.ts";

describe("document links", () => {
  it("find addresses in any text, without the sentence around them", () => {
    checkDocumentLinks(
      `
#- a.strategy.yaml
title: Ours
description: See https://example.org/a, or (https://example.org/b_(c)). Not http://example.org.
vision: |
  https://example.org/d?x=1#y.
`,
      [
        "https://example.org/a -> https://example.org/a",
        "https://example.org/b_(c) -> https://example.org/b_(c)",
        "https://example.org/d?x=1#y -> https://example.org/d?x=1#y",
      ],
    );
  });

  it("find documents that a source names, and no other texts", () => {
    checkDocumentLinks(
      `
#- a.strategy.yaml
title: file.pdf
source: "papers/strategy.pdf#page=12"
objectives:
  a: {title: A, source: {document: our paper.docx, page: 3}}
  b: {title: B, source: "Strategy 2017-2019, chapter 3"}
  c: {title: C, source: ../outside.pdf}
`,
      [
        "papers/strategy.pdf#page=12 -> file papers/strategy.pdf page=12",
        "our paper.docx -> file our paper.docx",
      ],
    );
  });
});
