// A number for who called: the page makes a key for one answer, opens it here, and forgets both.
import { all, base, body, byItself, one, page } from "./dom.js";
import { open } from "./hpke.js";

const LOOK = 700;
const SHOWN = 10 * 60 * 1000;
const sleep = (millis) => new Promise((done) => setTimeout(done, millis));
const text = (bytes) => new TextEncoder().encode(bytes);
const written = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const read = (words) => Uint8Array.from(atob(words.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

/** What it was sealed for: each part behind its length. */
const context = (ask) => {
  const parts = ["wasl/page/v1", "receipt", ask].map(text);
  const all = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let at = 0;
  parts.forEach((part) => {
    new DataView(all.buffer).setUint32(at, part.length);
    all.set(part, at + 4);
    at += 4 + part.length;
  });
  return all;
};

const says = (what) => all("[data-says]").forEach((line) => { line.hidden = line.dataset.says !== what; });

const say = (address, headers, sent) => fetch(address, {
  method: "POST",
  headers: { "X-CSRF-TOKEN": body.dataset.csrf || "", ...headers },
  body: sent,
  redirect: "manual",
});

const asked = (address, key, lost) => say(address, {
  "Content-Type": "application/json",
  "If-Match": `"${page.dataset.edition}"`,
  "Idempotency-Key": crypto.randomUUID(),
}, JSON.stringify({ key: written(key), lost }));

/** The sealed number, or the word that says why there is none. */
const fetched = async (address, ask) => {
  const until = Date.parse(ask.until);
  for (let answer; Date.now() < until + LOOK;) {
    await sleep(LOOK);
    answer = await say(`${address}/${ask.id}/collection`, byItself);
    if (answer.status === 404) return "late";
    if (!answer.ok) return "refused";
    const found = await answer.json();
    if (found.state === "GIVEN") return found;
  }
  return "late";
};

/** The digits of one number, or the word that says why there are none. */
const made = async (lost) => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const address = `${base}api/cases/${page.dataset.number}/receipts`;
  const answer = await asked(address, key, lost);
  if (answer.status === 503) return "away";
  if (!answer.ok) return "refused";
  const ask = await answer.json();
  const found = await fetched(address, ask);
  if (typeof found === "string") return found;
  try {
    const padded = await open(pair.privateKey, key, read(found.sealed), context(ask.id));
    const length = new DataView(padded.buffer).getUint32(0);
    const digits = new TextDecoder().decode(padded.subarray(4, 4 + length));
    return /^[0-9]{20}$/.test(digits) ? digits : "failed";
  } catch (closed) {
    return "failed";
  }
};

const groups = (digits) => digits.match(/.{4}/g);

const element = (name, words, more) => Object.assign(document.createElement(name), { textContent: words }, more);

const show = (digits) => {
  const chosen = one("[data-language]").selectedOptions[0];
  const names = chosen.dataset.digits.split(" ");
  const list = one("[data-groups]");
  list.replaceChildren(...groups(digits).map((group) => {
    const item = document.createElement("li");
    const spoken = [...group].map((digit) => names[Number(digit)]).join(" · ");
    item.append(element("b", group), element("span", spoken, { lang: chosen.value, dir: chosen.dataset.direction }));
    return item;
  }));
};

/** Digits of any script, as somebody types what they hear. */
const plain = (typed) => typed.replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660)
  .replace(/[\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) - 0x6f0).replace(/[^0-9]/g, "");

const present = (first) => {
  let digits = first;
  const field = one("[data-check]");
  const putAway = () => {
    digits = "";
    one("[data-groups]").replaceChildren();
    one("[data-slip]").replaceChildren();
    field.value = "";
    one("[data-shown]").hidden = true;
    says("put-away");
  };
  says("");
  one("[data-shown]").hidden = false;
  show(digits);
  one("[data-shown]").focus();
  one("[data-language]").addEventListener("change", () => { if (digits) show(digits); });
  field.addEventListener("input", () => {
    const heard = plain(field.value);
    const differs = !digits.startsWith(heard) || heard.length > digits.length;
    one("[data-check-says=right]").hidden = heard !== digits;
    one("[data-check-says=wrong]").hidden = !differs;
  });
  one("[data-print]").addEventListener("click", () => print(digits));
  one("[data-put-away]").addEventListener("click", putAway);
  setTimeout(putAway, SHOWN);
  addEventListener("pagehide", putAway);
};

/** Some browsers print the title on the edge of a sheet: for this one it says nothing. */
const print = (digits) => {
  const title = document.title;
  one("[data-slip]").replaceChildren(...groups(digits).map((group) => element("div", group)));
  document.title = "\u2007";
  body.classList.add("slipping");
  window.print();
  body.classList.remove("slipping");
  one("[data-slip]").replaceChildren();
  document.title = title;
};

export const receipt = () => {
  const button = one("[data-make]");
  if (!button) return;
  if (!window.crypto || !crypto.subtle) { button.disabled = true; says("unable"); return; }
  const sure = one("[data-sure]");
  if (sure) sure.addEventListener("change", () => { button.disabled = !sure.checked; });
  button.addEventListener("click", async () => {
    one("[data-ask]").hidden = true;
    says("waits");
    const answer = await made(button.dataset.lost === "true").catch(() => "refused");
    if (/^[0-9]/.test(answer)) { present(answer); } else { says(answer); }
  });
};
