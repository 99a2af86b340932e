import assert from "node:assert/strict";
import { findContacts, mayHoldContact } from "./findContacts.ts";

function found(text: string): string[] {
  const contacts = findContacts(text);
  if (contacts.length > 0) assert.ok(mayHoldContact(text), "the quick look finds it too");
  for (const { start, end, text: own } of contacts) assert.equal(text.slice(start, end), own);
  return contacts.map((contact) => contact.text);
}

describe("personal contacts", () => {
  it("are addresses made of names", () => {
    for (const address of [
      "jane.smith@nhs.net",
      "j.smith2@kmpt.nhs.uk",
      "jane_oneill@trust.org.uk",
      "Jane.Ann.Smith@council.gov.uk",
      "janesmith77@gmail.com",
      "mary-jane.o-brien@nhs.net",
    ])
      assert.deepEqual(found(`Write to ${address}.`), [address]);
  });

  it("are no addresses of teams, of organisations or of examples", () => {
    for (const address of [
      "info@nhs.net",
      "enquiries@trust.nhs.uk",
      "kmpt.communications@nhs.net",
      "strategy.team@nhs.net",
      "chief.executive@trust.nhs.uk",
      "kmpt.pals.kmpt@nhs.net",
      "rxy-tr.pals@nhs.net",
      "england.contactus@nhs.net",
      "trust.info@gmail.com",
      "pals@outlook.com",
      "jsmith@nhs.net",
      "jane.smith@example.org",
      "jane.smith@trust.example",
      "turnover@cmht",
      "foo.bar@v4",
    ])
      assert.deepEqual(found(`Write to ${address}.`), [], address);
  });

  it("are mobile numbers, in groups or together", () => {
    for (const number of [
      "07700 900123",
      "07700900123",
      "07700-900-123",
      "+44 7700 900123",
      "+44 (0)7700 900123",
      "0044 7700 900123",
    ])
      assert.deepEqual(found(`Call ${number} or wait`), [number]);
  });

  it("are no other numbers", () => {
    for (const text of [
      "01622 724100",
      "7700900123",
      "077009001234",
      "1207700900123",
      "07700 90012",
      "https://example.org/07700900123",
      "3.07700900123",
      "2017-07700900123",
      "0760 0900123",
    ])
      assert.deepEqual(found(text), [], text);
  });

  it("take no time in long texts", () => {
    const before = performance.now();
    found(`${"a.".repeat(50_000)}@`);
    found(`${"07 ".repeat(50_000)}`);
    found("a@".repeat(50_000));
    assert.ok(performance.now() - before < 2000);
  });
});
