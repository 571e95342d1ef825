// Keys, by their place on the keyboard, so that Arabic and Kurdish layouts work.
import { all, base, one, page, typing } from "./dom.js";

/** What a key opens on a case; on a row of the queue it opens the case there. */
const FOLDS = ["KeyA", "KeyR", "KeyL", "KeyS", "KeyN", "KeyM", "KeyD", "KeyF", "KeyP"];
const CASE = [...FOLDS, "KeyC", "KeyW", "KeyI", "KeyT"];

const step = (links, by) => {
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
};
const goTo = (element) => {
  if (!element) return false;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
  return true;
};
const unfold = (code) => {
  const fold = one(`details[data-open="${code}"]`);
  if (!fold) return false;
  fold.open = true;
  return goTo(one("select, textarea, input:not([type=hidden]), button", fold) || one("summary", fold));
};
/** Does on this case what the key stands for; whether there was such a thing. */
const onCase = (code) => {
  if (code === "KeyC") { const claim = one("[data-claim]:not(:disabled)"); if (claim) claim.click(); return claim !== null; }
  if (code === "KeyW") return goTo(one("[data-reply]:not(:disabled)"));
  if (code === "KeyI") { const first = one("[data-first]:not(:disabled)"); if (first) first.click(); return first !== null; }
  const leads = one(`[data-go="${code}"]`);
  if (leads) { location.assign(leads.href); return true; }
  return FOLDS.includes(code) && unfold(code);
};
const help = () => { const sheet = one("#keys"); if (sheet && !sheet.open) sheet.showModal(); };
const search = () => {
  const field = one("[data-search]");
  if (!field) { location.assign(base + "queue#search"); return; }
  field.focus();
  field.select();
};

export const keys = (list) => {
  let g = false;
  const escape = () => {
    all("details.menu[open]").forEach((menu) => { menu.open = false; one("summary", menu).focus(); });
  };
  const plain = {
    KeyJ: () => step(all("[data-rows] > li a.cover, [data-step]"), 1),
    KeyK: () => step(all("[data-rows] > li a.cover, [data-step]"), -1),
    KeyU: () => { if (list) list.apply(); const changed = one("[data-changed]:not([hidden])"); if (changed) changed.click(); },
    Escape: escape,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      // Esc leaves a field and keeps what is in it; in a search field the browser would empty it.
      if (event.code === "Escape") { event.preventDefault(); event.target.blur(); }
      return;
    }
    if (one("dialog[open]")) return;
    const was = g;
    g = event.code === "KeyG";
    if (event.code === "Slash") {
      event.preventDefault();
      if (event.shiftKey) help(); else search();
    } else if (event.code === "KeyQ") {
      if (was) location.assign(base + "queue");
    } else if (page && page.dataset.page === "case" && onCase(event.code)) {
      event.preventDefault();
    } else if (CASE.includes(event.code) && document.activeElement.closest("[data-key]")) {
      location.assign(one("a.cover", document.activeElement.closest("[data-key]")).href + "#" + event.code);
    } else if (plain[event.code]) plain[event.code]();
  });
  all("[data-help]").forEach((button) => button.addEventListener("click", help));
  // Coming from a row with a key already pressed: what it stands for is opened, and nothing is done yet.
  const asked = location.hash.slice(1);
  if (page && page.dataset.page === "case" && CASE.includes(asked)) {
    history.replaceState(null, "", location.pathname + location.search);
    if (asked === "KeyC" || asked === "KeyI") goTo(one(asked === "KeyC" ? "[data-claim]:not(:disabled)" : "[data-first]:not(:disabled)")); else onCase(asked);
  }
  if (asked === "search") { history.replaceState(null, "", location.pathname + location.search); search(); }
};
