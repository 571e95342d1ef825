// The case: nothing moves by itself; a bar says that there is more. What was written is never lost.
import { all, body, one, page, post } from "./dom.js";

const ACTIVE = 120000;
/** Three hours ahead of UTC the whole year. */
const BAGHDAD = 3 * 3600e3;

/** Keeps the claim while somebody is at work here, and no longer: a page left open holds nothing. */
const keepClaim = () => {
  let active = Date.now();
  ["keydown", "input", "pointerdown"].forEach((kind) => document.addEventListener(kind, () => { active = Date.now(); }, { passive: true }));
  const beat = setInterval(async () => {
    if (Date.now() - active > ACTIVE) return;
    const answer = await post(page.dataset.renew).catch(() => null);
    if (answer && answer.status === 409) { clearInterval(beat); one("[data-claim-lost]").hidden = false; }
  }, 60000);
};

/** Looks a reply over while it is written; the server has the rules and looks again when it is sent. */
const watchReply = (form) => {
  const box = one("[data-reply]", form);
  const told = one("[data-care-box]", form);
  let pending = 0;
  let asked = 0;
  const look = async () => {
    const turn = ++asked;
    const answer = await post(form.dataset.care, { report: form.elements.report.value, text: box.value }).catch(() => null);
    if (!answer || !answer.ok || turn !== asked) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-found]");
    const before = one("[data-found]", told);
    if (before && next && before.dataset.found === next.dataset.found) return;
    told.replaceChildren(...(next ? [document.adoptNode(next)] : []));
  };
  const later = () => { clearTimeout(pending); pending = setTimeout(look, 400); };
  box.addEventListener("input", later);
  all("[data-first], [data-insert]", form).forEach((button) => button.addEventListener("click", () => {
    // A text is put where one writes; what stands there stays.
    const parts = [box.value.trim(), button.dataset.text];
    if (button.hasAttribute("data-first") && parts[0]) { box.focus(); return; }
    box.value = parts.filter((part) => part).join("\n");
    box.focus();
    look();
  }));
};

/** Keeps the words of a form until it is known that they arrived. */
const keepWords = () => {
  const kept = "wasl.form." + page.dataset.number;
  const good = one(".told.good-bar");
  const before = JSON.parse(sessionStorage.getItem(kept) || "null");
  sessionStorage.removeItem(kept);
  // Refused, overtaken, or lost with a session: whatever did not arrive stands there again.
  if (!good && before) {
    const form = all("form").find((one) => one.getAttribute("action") === before.action);
    if (form) {
      const fold = form.closest("details");
      if (fold) fold.open = true;
      before.fields.forEach(([name, text]) => { const field = form.elements[name]; if (field && field.tagName === "TEXTAREA") field.value = text; });
    }
    all("[data-history] li").forEach((line) => line.classList.toggle("newer", Number(line.dataset.at) > before.read));
  }
  const read = Date.now();
  document.addEventListener("submit", (event) => {
    const words = all("textarea", event.target).map((field) => [field.name, field.value]).filter(([, text]) => text);
    if (words.length > 0) sessionStorage.setItem(kept, JSON.stringify({ action: event.target.getAttribute("action"), fields: words, read }));
  });
};

/** Who and when are asked with the patrol; the time is put there at the moment of the choice, and can be changed. */
const watchStep = (form) => form.addEventListener("change", (event) => {
  if (event.target.name !== "step") return;
  const needed = event.target.hasAttribute("data-hands-over");
  const { unit, done } = form.elements;
  unit.required = needed;
  done.required = needed;
  if (needed && !done.value) done.value = new Date(Date.now() + BAGHDAD).toISOString().slice(0, 16);
});

/** Paper comes after the record of it; without one nothing is printed. */
const printing = () => {
  const button = one("[data-print-case]");
  if (!button) return;
  button.addEventListener("click", async () => {
    const answer = await post(page.dataset.print).catch(() => null);
    if (!answer || !answer.ok) return;
    // One's own record is no news.
    const changed = one("[data-changed]");
    if (Number(answer.headers.get("X-Edition")) === Number(page.dataset.edition) + 1) {
      page.dataset.edition = answer.headers.get("X-Edition");
      changed.hidden = true;
    }
    body.classList.add("printing");
    window.print();
  });
  addEventListener("afterprint", () => body.classList.remove("printing"));
};

export const watchCase = () => {
  const changed = one("[data-changed]");
  const reply = one("[data-reply]");
  const drafts = "wasl.draft." + page.dataset.number;
  changed.addEventListener("click", () => {
    if (reply && reply.value) sessionStorage.setItem(drafts, reply.value);
    location.reload();
  });
  if (reply) {
    const unsaved = sessionStorage.getItem(drafts);
    if (unsaved && !reply.value) reply.value = unsaved;
    sessionStorage.removeItem(drafts);
  }
  document.addEventListener("wasl:cover", () => { if (reply && reply.value) sessionStorage.setItem(drafts, reply.value); });
  if (page.dataset.speak) {
    // The lease is 60 s. A page that is closed lets it lapse, and the person is told.
    const speaking = setInterval(async () => {
      const answer = await post(page.dataset.speak).catch(() => null);
      if (answer && answer.status === 409) { clearInterval(speaking); one("[data-speak-lost]").hidden = false; }
    }, 20000);
  }
  if (page.dataset.renew) keepClaim();
  all("form.reply").forEach(watchReply);
  all("[data-step-form]").forEach(watchStep);
  keepWords();
  printing();
  return (edition) => { if (String(edition) !== page.dataset.edition) changed.hidden = false; };
};
