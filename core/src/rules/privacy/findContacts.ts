// Finds what looks like one person's e-mail address or mobile number.

import type { Span } from "../../text/span.ts";

export interface Contact extends Span {
  readonly of: "address" | "mobile";
  readonly text: string;
}

const ADDRESS =
  /(?<![\p{L}\p{N}._%+@/-])([A-Za-z0-9._%+-]{1,64})@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})(?![\p{L}\p{N}@-])/gu;
/** British mobile numbers: 07 or +44 7 and nine more digits, in groups or together. */
const MOBILE =
  /(?<![\p{L}\p{N}_.,/=-])(?:\+44[ \u00A0]?(?:\(0\)[ \u00A0]?)?|0044[ \u00A0]?|0)7[1-57-9](?:[ \u00A0-]?\d){8}(?![\p{L}\p{N}_]|[.,-]\d)/gu;

/** A quick look: where this finds none, there is none. */
export function mayHoldContact(text: string): boolean {
  return ["@", "07", "+44", "0044"].some((begin) => text.includes(begin));
}

export function findContacts(text: string): Contact[] {
  const found: Contact[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const [whole, local = "", domain = ""] = match;
    if (!isPersonal(local.toLowerCase(), domain.toLowerCase())) continue;
    found.push({ of: "address", text: whole, start: match.index, end: match.index + whole.length });
  }
  for (const match of text.matchAll(MOBILE)) {
    if (isInAddress(text, match.index)) continue;
    found.push({ of: "mobile", text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Addresses that belong to a function, however they are put together. */
const FUNCTIONS = new Set(
  (
    "academy access accounts admin administration advice advisory agency alerts analytics appointments assurance audit " +
    "billing board booking bookings business cancer care careers chair chief clinic clinical clinics comms communication " +
    "communications community complaints compliance confidential consultation contact contactus corporate council crisis " +
    "customer customers data delivery department deputy desk development digital director directorate ed editor email " +
    "emergency engagement england enquiries enquiry equality estates events executive experience facilities feedback finance " +
    "foi forum freedom general generic governance governor governors group head health hello help helpdesk hospital hospitals " +
    "hr hub human improvement inbox info information innovation inquiries integrated integration invoices involvement ipc it " +
    "jobs lead learning library line mail mailbox management manager media medical meetings membership mental " +
    "midwifery news newsletter nhs no noreply nurse nursing office officer online operations partnership partnerships patient " +
    "patients pals people performance pharmacy place planning policy post practice press privacy procurement programme " +
    "programmes project projects protection public quality queries query reception recruitment referral referrals register " +
    "registry reply report reporting reports research resources rights risk safeguarding safety sales secretary security " +
    "service services social staff strategic strategy studies subscriptions supplies support survey surveys system systems " +
    "team teams test therapies therapy training transformation transport trust unit updates us volunteer volunteering " +
    "volunteers ward website wellbeing workforce"
  ).split(" "),
);

/** Addresses with one of these providers are hardly ever those of a team. */
const PRIVATE_DOMAINS =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|btopenworld|virginmedia|ntlworld|talktalk|sky|gmx|proton|protonmail)\.(?:com|co\.uk|net|me|org|uk)$/;

/** Set aside for examples, so nobody has one. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost)(?:\.[a-z]{2,6}){0,2}$/;

/** `jane.smith`, `j.a.smith2`: two or three names and no word for a function; at a private provider anything without one. */
function isPersonal(local: string, domain: string): boolean {
  if (RESERVED.test(domain)) return false;
  const words = local.split(/[._+-]+/).map((word) => word.replace(/\d+$/, ""));
  const labels = new Set(domain.split("."));
  if (words.some((word) => FUNCTIONS.has(word) || labels.has(word))) return false;
  if (PRIVATE_DOMAINS.test(domain)) return true;
  const names = local.split(/[._]/);
  return (
    (names.length === 2 || names.length === 3) &&
    names.every((name, at) => (at === names.length - 1 ? isSurname(name) : /^[a-z][a-z'-]*$/.test(name)))
  );
}

function isSurname(name: string): boolean {
  return /^[a-z][a-z'-]+\d{0,3}$/.test(name) && name.length > 2;
}

/** The digits of a web address are no number to call. */
function isInAddress(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return /:\/\/|www\./i.test(before.slice(before.search(/\S*$/)));
}
