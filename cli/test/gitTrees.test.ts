// What is read of a commit and of a working tree: names and contents that are made to act, links, other repositories, what
// is ignored or not there.

import assert from "node:assert/strict";
import { chmodSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { clone, commit, compare, filesOf, inWorkshop, makeRepository } from "./repositories.ts";
import { git, readIn, writeIn } from "./support.ts";

const S = "trust.strategy.yaml";

describe("a workspace as it stood at a commit", function () {
  this.timeout(60_000);

  it("is read under any name, with the ignore patterns of the head's config", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      const odd = 'a "b"\n\t\\é -x';
      commit(up, {
        "stratkit.config.yaml": "ignore: [kept/**]\n",
        [S]: "title: One",
        [`${odd}/x.measures.yaml`]: "title: Odd",
        "kept/y.measures.yaml": "title: Kept",
        "left/z.measures.yaml": "title: Left",
        "Trust.strategy.yaml": "title: Near",
        "notes.md": "no strategy",
      });
      writeIn(up, "stratkit.config.yaml", "ignore: [left/**]\n");
      const { base, head } = (await compare(up)).comparison;
      const all = { [S]: "One", [`${odd}/x.measures.yaml`]: "Odd", "kept/y.measures.yaml": "Kept" };
      assert.deepEqual(filesOf(base), all);
      assert.deepEqual(filesOf(head), all);
      assert.deepEqual(base.reading.nearMisses, ["Trust.strategy.yaml"]);
      assert.equal(base.ownConfig?.text, "ignore: [kept/**]\n");
      assert.equal(base.reading.files[0]?.text, "ignore: [left/**]\n");
      rmSync(join(up, "stratkit.config.yaml"));
      const without = (await compare(up)).comparison;
      assert.equal(filesOf(without.base)["kept/y.measures.yaml"], "Kept");
      assert.equal(filesOf(without.base)["left/z.measures.yaml"], "Left");
    }));

  it("keeps workspaces within it apart, and records beside it", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      commit(up, {
        [S]: "title: One",
        "inner/stratkit.config.yaml": "",
        "inner/x.measures.yaml": "title: Inner",
        "stratkit.decisions.md": "Agreed",
      });
      const { base } = (await compare(up)).comparison;
      assert.deepEqual(filesOf(base), { [S]: "One" });
      assert.deepEqual(base.reading.nestedRoots, ["inner"]);
      assert.deepEqual(base.records, [{ path: "stratkit.decisions.md", text: "Agreed" }]);
      const inner = (await compare(join(up, "inner"))).comparison.base;
      assert.deepEqual(filesOf(inner), { "x.measures.yaml": "Inner" });
    }));

  it("follows links within the commit, and none out of it", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      writeIn(folder, "outside/secret.measures.yaml", "title: Secret");
      writeIn(up, "shared/text.yml", "title: Shared");
      writeIn(up, "shared/deep/d.measures.yaml", "title: Deep");
      writeIn(up, `work/${S}`, "title: One");
      symlinkSync("../shared/text.yml", join(up, "work/by-link.measures.yaml"));
      symlinkSync("../shared/deep", join(up, "work/folder"));
      symlinkSync("../work", join(up, "work/around"));
      symlinkSync(".", join(up, "work/self"));
      symlinkSync("../../outside/secret.measures.yaml", join(up, "work/out.measures.yaml"));
      symlinkSync(join(folder, "outside"), join(up, "work/absolute"));
      symlinkSync("circle.measures.yaml", join(up, "work/circle.measures.yaml"));
      symlinkSync("nowhere", join(up, "work/lost.measures.yaml"));
      commit(up, { "work/stratkit.config.yaml": "" });
      const { base } = (await compare(join(up, "work"))).comparison;
      assert.deepEqual(filesOf(base), {
        [S]: "One",
        "by-link.measures.yaml": "Shared",
        "folder/d.measures.yaml": "Deep",
        "circle.measures.yaml": "unreadable",
        "lost.measures.yaml": "unreadable",
        "out.measures.yaml": "unreadable",
      });
    }));

  it("counts what Git LFS keeps elsewhere, and what is too large, as not read", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 9\n`;
      commit(up, {
        "kept.measures.yaml": pointer,
        "large.measures.yaml": `title: Large\n#${" ".repeat(5 * 1024 * 1024)}\n`,
        [S]: "title: One",
      });
      const { base } = (await compare(up)).comparison;
      assert.deepEqual(filesOf(base), {
        "kept.measures.yaml": "unreadable",
        "large.measures.yaml": "too-large",
        [S]: "One",
      });
    }));

  it("is read without running anything that the repository names", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      commit(up, { [S]: "title: One", ".gitattributes": "*.yaml filter=evil diff=evil\n" });
      const trap = join(folder, "trap.sh");
      writeIn(folder, "trap.sh", `#!/bin/sh\ntouch ${join(folder, "sprung")}\ncat\n`);
      chmodSync(trap, 0o755);
      for (const key of ["filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "core.fsmonitor"]) {
        git(up, "config", key, trap);
      }
      for (const hook of ["post-checkout", "post-index-change", "reference-transaction"]) {
        writeIn(up, `.git/hooks/${hook}`, readIn(folder, "trap.sh"));
        chmodSync(join(up, ".git/hooks", hook), 0o755);
      }
      writeIn(up, "x.measures.yaml", "title: New");
      const { base, head } = (await compare(up)).comparison;
      assert.deepEqual(filesOf(base), { [S]: "One" });
      assert.deepEqual(filesOf(head), { [S]: "One", "x.measures.yaml": "New" });
      assert.equal(existsSync(join(folder, "sprung")), false);
      assert.equal(existsSync(join(up, ".git/index.lock")), false);
    }));

  it("goes on while another git holds the lock", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      commit(up, { [S]: "title: One" });
      writeIn(up, ".git/index.lock", "");
      assert.deepEqual(filesOf((await compare(up)).comparison.base), { [S]: "One" });
      assert.equal(readIn(up, ".git/index.lock"), "");
    }));

  it("passes other repositories within it over, on both sides", () =>
    inWorkshop(async (folder) => {
      const inner = makeRepository(folder, "inner");
      commit(inner, { "in.measures.yaml": "title: Inner" });
      const up = makeRepository(folder);
      git(up, "-c", "protocol.file.allow=always", "submodule", "add", "-q", inner, "vendor");
      commit(up, { [S]: "title: One" });
      const { comparison, said } = await compare(up);
      const { base, head } = comparison;
      assert.deepEqual(said, ["Other repositories within this one are not compared: vendor"]);
      assert.deepEqual(filesOf(base), { [S]: "One" });
      assert.deepEqual(filesOf(head), { [S]: "One" });
      assert.deepEqual(base.reading.unreadableFolders, []);
    }));

  it("is an empty one where there was none at its place", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      commit(up, { "notes.md": "nothing yet" });
      writeIn(up, `plans/${S}`, "title: One");
      writeIn(up, "plans/stratkit.config.yaml", "");
      const { base, head } = (await compare(join(up, "plans"))).comparison;
      assert.deepEqual([base.isEmpty, filesOf(base)], [true, {}]);
      assert.deepEqual([head.isEmpty, filesOf(head)], [false, { [S]: "One" }]);
      assert.deepEqual(base.reading.unreadableFolders, []);
    }));
});

describe("a working tree", function () {
  this.timeout(60_000);

  it("holds what is new and not what git ignores or what was deleted", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      commit(up, {
        [S]: "title: One",
        "gone.measures.yaml": "title: Gone",
        ".gitignore": "drafts/\nscratch.*\n",
      });
      rmSync(join(up, "gone.measures.yaml"));
      writeIn(up, "new.measures.yaml", "title: New");
      writeIn(up, "drafts/a.measures.yaml", "title: Draft");
      writeIn(up, "scratch.measures.yaml", "title: Scratch");
      const { head } = (await compare(up)).comparison;
      assert.deepEqual(filesOf(head), { [S]: "One", "new.measures.yaml": "New" });
    }));

  it("counts what a sparse checkout leaves out as not read, for it was not deleted", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      commit(up, { [S]: "title: One", "plans/p.measures.yaml": "title: Plan", "code/main.c": "" });
      const work = clone(up, "work");
      git(work, "sparse-checkout", "set", "--cone", "docs");
      const { head } = (await compare(work)).comparison;
      assert.equal(existsSync(join(work, "plans")), false);
      assert.deepEqual(filesOf(head), { [S]: "One" });
      assert.deepEqual(head.reading.unreadableFolders, ["plans"]);
    }));

  it("is not looked at in CI, where the commit that is checked out counts", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      const only = commit(up, { [S]: "title: One" });
      writeIn(up, S, "title: Made on the way");
      const { head } = (await compare(up, { env: { CI: "true" } })).comparison;
      assert.deepEqual([head.commit, filesOf(head)], [only, { [S]: "One" }]);
    }));
});
