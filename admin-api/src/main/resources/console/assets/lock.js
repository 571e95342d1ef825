// Covers the page when nobody is at it. What runs goes on under the cover: the live chat, the stream, the claim.
import { base, body, byItself, page, post } from "./dom.js";
import { passkeys } from "./passkey.js";

const NEAR = 60000;
const LOOK = 5000;

const here = () => {
  const path = location.pathname + location.search;
  return path.startsWith(base) ? "/" + path.slice(base.length) : "/";
};

const cover = () => {
  // What was written and not sent is kept by whoever wrote it.
  document.dispatchEvent(new Event("wasl:cover"));
  const sheet = document.getElementById("cover").content.cloneNode(true);
  sheet.querySelectorAll("input[name=next]").forEach((field) => { field.value = here(); });
  // Taken out of the page, not only hidden: nobody scrolls to it.
  document.querySelectorAll("main, dialog, .watermark, .test-alert, header nav").forEach((part) => part.remove());
  body.classList.add("covered");
  body.append(sheet);
  ready();
};

const ready = () => {
  passkeys();
  const first = document.querySelector("main input:not([type=hidden]), main button");
  if (first) first.focus();
};

/** The desk knows what its holder can uncover it with; without it, the sheet that came with the page has to do. */
const offered = async () => {
  const answer = await fetch(base + "lock?next=" + encodeURIComponent(here()), { headers: byItself, redirect: "error" });
  if (!answer.ok) return;
  const sheet = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const typed = document.querySelector("main input[type=password]");
  if (!sheet || (typed && typed.value)) return;
  document.querySelector("main").replaceWith(document.adoptNode(sheet));
  ready();
};

export const lock = () => {
  const after = Number(body.dataset.lockAfter);
  // The board on the wall shows nothing of a case, and nobody is ever at it.
  if (!after || !document.getElementById("cover") || (page && page.dataset.page === "board")) return;
  let active = Date.now();
  let told = Date.now();
  const still = () => { active = Date.now(); };
  ["keydown", "pointerdown", "pointermove", "wheel", "input"].forEach((kind) => document.addEventListener(kind, still, { passive: true }));
  const beat = setInterval(() => {
    if (Date.now() - active >= after) {
      clearInterval(beat);
      cover();
      post(base + "lock").then(offered).catch(() => null);
    } else if (active > told && Date.now() - told > NEAR) {
      // Reading and writing on one page asks nothing of the server: it is told that somebody is there.
      told = Date.now();
      fetch(base + "present", { method: "POST", headers: { "X-CSRF-TOKEN": body.dataset.csrf || "" }, redirect: "manual" }).catch(() => null);
    }
  }, Math.min(LOOK, after));
};
