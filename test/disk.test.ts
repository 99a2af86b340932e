// What stands in a folder and is no ordinary file: pipes, sockets, devices, links, files that grow or go.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRoot, MOST_BYTES, readFolder, readWorkspaceFile } from "../core/src/workspace/readFolder.ts";
import { nodeFileSystem } from "../disk/src/index.ts";

describe("the disk", () => {
  let folder = "";

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-disk-")));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => join(folder, name);
  const write = (name: string, text = "title: A\n") => writeFileSync(at(name), text);
  const makePipe = (name: string) => assert.equal(spawnSync("mkfifo", [at(name)]).status, 0);
  const read = () =>
    readFolder(nodeFileSystem(), folder).files.map(({ path, problem }) => [path, problem ?? "read"]);

  it("says of pipes, sockets, devices and links that lead nowhere that they cannot be read, and waits for none", async () => {
    makePipe("pipe.strategy.yaml");
    symlinkSync("/dev/zero", at("zero.strategy.yaml"));
    symlinkSync("pipe.strategy.yaml", at("to-pipe.strategy.yaml"));
    symlinkSync("nowhere", at("broken.strategy.yaml"));
    symlinkSync("circle.strategy.yaml", at("circle.strategy.yaml"));
    const server = createServer().listen(at("socket.strategy.yaml"));
    await new Promise((resolve) => server.once("listening", resolve));
    write("sound.strategy.yaml");
    assert.deepEqual(read(), [
      ["broken.strategy.yaml", "unreadable"],
      ["circle.strategy.yaml", "unreadable"],
      ["pipe.strategy.yaml", "unreadable"],
      ["socket.strategy.yaml", "unreadable"],
      ["sound.strategy.yaml", "read"],
      ["to-pipe.strategy.yaml", "unreadable"],
      ["zero.strategy.yaml", "unreadable"],
    ]);
    server.close();
  });

  it("takes no pipe for the settings", () => {
    makePipe("stratkit.config.yaml");
    write("sound.strategy.yaml");
    assert.equal(findRoot(nodeFileSystem(), folder), undefined);
    assert.deepEqual(read(), [["sound.strategy.yaml", "read"]]);
  });

  it("waits for no pipe that took a file's place after the folder was listed", () => {
    write("a.strategy.yaml");
    write("b.strategy.yaml");
    const fileSystem = nodeFileSystem((path) => {
      if (!path.endsWith("a.strategy.yaml")) return;
      unlinkSync(at("b.strategy.yaml"));
      makePipe("b.strategy.yaml");
    });
    const { files } = readFolder(fileSystem, folder);
    assert.deepEqual(
      files.map(({ problem }) => problem),
      [undefined, "unreadable"],
    );
  });

  it("says of a file that went between listing and reading that it cannot be read", () => {
    write("a.strategy.yaml");
    write("b.strategy.yaml");
    const fileSystem = nodeFileSystem((path) => {
      if (path.endsWith("a.strategy.yaml")) unlinkSync(at("b.strategy.yaml"));
    });
    const { files } = readFolder(fileSystem, folder);
    assert.deepEqual(
      files.map(({ problem }) => problem),
      [undefined, "unreadable"],
    );
  });

  it("takes in no more than is read of any file, however large it is or grows", () => {
    write("exact.strategy.yaml", "x".repeat(MOST_BYTES));
    write("large.strategy.yaml", "x".repeat(MOST_BYTES + 1));
    write("grows.strategy.yaml", "x".repeat(10));
    const system = nodeFileSystem();
    const problemOf = (name: string) => readWorkspaceFile(system, folder, name).problem;
    assert.deepEqual(["exact.strategy.yaml", "large.strategy.yaml", "grows.strategy.yaml"].map(problemOf), [
      undefined,
      "too-large",
      undefined,
    ]);
    assert.equal(readWorkspaceFile(system, folder, "exact.strategy.yaml").text.length, MOST_BYTES);
    // What the kernel makes up while it is read has a length of nothing.
    const made = system.read("/proc/self/status", 100_000);
    assert.ok(made !== "too-large" && made.length > 100);
    assert.equal(system.read("/proc/self/status", 10), "too-large");
    appendFileSync(at("grows.strategy.yaml"), "y");
    assert.equal(readWorkspaceFile(system, folder, "grows.strategy.yaml").text, `${"x".repeat(10)}y`);
  });

  it("follows links out of the folder once, and none in a circle", () => {
    mkdirSync(at("w/deep"), { recursive: true });
    mkdirSync(at("outside/inner"), { recursive: true });
    write("w/a.strategy.yaml");
    write("outside/b.measures.yaml");
    write("outside/c.text");
    symlinkSync("..", at("w/deep/up"));
    symlinkSync("../outside", at("w/out"));
    symlinkSync("../outside", at("w/out-again"));
    symlinkSync("../../w", at("outside/inner/back"));
    symlinkSync(at("outside/c.text"), at("w/c.measures.yaml"));
    const { files, unreadableFolders } = readFolder(nodeFileSystem(), at("w"));
    assert.deepEqual(files.map(({ path }) => path).sort(), [
      "a.strategy.yaml",
      "c.measures.yaml",
      "out/b.measures.yaml",
    ]);
    assert.deepEqual(unreadableFolders, []);
  });
});
