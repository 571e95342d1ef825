// The queue: rows are changed in place; their order only when no hand and no focus is on them.
import { all, byItself, isolated, one } from "./dom.js";
import { absolute, clock, tick } from "./times.js";

const SLOW = 600;
const urgent = (row) => row.dataset.level === "L1_IMMEDIATE" || row.dataset.level === "L2_EMERGENT";

export const queue = () => {
  const live = one("#live");
  const fresh = one("[data-fresh]");
  const broken = one("[data-broken]");
  const rows = (root) => all("[data-rows] > li", root);
  let known = new Set(rows(live).map((row) => row.dataset.key));
  let good = Date.now();
  let waiting = null;
  let asking = false;
  let askAgain = false;

  const busy = () => live.matches(":hover") || live.contains(document.activeElement);
  const settle = () => { absolute(live); tick(); };
  const replace = (next) => {
    const focused = document.activeElement && document.activeElement.closest("[data-key]");
    const key = focused ? focused.dataset.key : null;
    live.replaceChildren(...Array.from(next.childNodes));
    rows(live).forEach((row) => { if (!known.has(row.dataset.key)) row.classList.add("arrived"); });
    known = new Set(rows(live).map((row) => row.dataset.key));
    if (key) { const again = one(`[data-key="${CSS.escape(key)}"] a`); if (again) again.focus({ preventScroll: true }); }
    waiting = null;
    fresh.hidden = true;
    settle();
  };
  const change = (row, newer) => {
    row.className = newer.className;
    row.dataset.edition = newer.dataset.edition;
    row.dataset.level = newer.dataset.level;
    row.replaceChildren(...Array.from(newer.cloneNode(true).childNodes));
  };
  const inPlace = (next) => {
    const incoming = new Map(rows(next).map((row) => [row.dataset.key, row]));
    const order = rows(live).map((row) => row.dataset.key);
    rows(live).forEach((row) => {
      const newer = incoming.get(row.dataset.key);
      if (!newer) { row.classList.add("gone"); return; }
      if (newer.dataset.edition === row.dataset.edition && newer.className === row.className) return;
      // A row that would grow would push the one under the hand: it changes when the hand is gone.
      if (row.contains(document.activeElement) || row.matches(":hover")) return;
      const height = row.offsetHeight;
      const before = row.cloneNode(true);
      change(row, newer);
      if (row.offsetHeight !== height) change(row, before);
    });
    all("[data-count]", live).forEach((count) => {
      const newer = one(`[data-count="${count.dataset.count}"]`, next);
      if (newer) count.textContent = newer.textContent;
    });
    const added = Array.from(incoming.values()).filter((row) => !known.has(row.dataset.key));
    const keys = Array.from(incoming.keys());
    settle();
    if (order.length === keys.length && order.every((key, at) => keys[at] === key)) return;
    waiting = next;
    fresh.hidden = false;
    fresh.classList.toggle("urgent", added.some(urgent));
    fresh.textContent = fresh.dataset.text.replace("{0}", isolated(String(added.length)));
  };
  const take = (html) => {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("live");
    if (!next) return;
    if (busy()) inPlace(next); else replace(next);
  };
  const ask = async () => {
    if (document.hidden) return;
    if (asking) { askAgain = true; return; }
    asking = true;
    const slow = setTimeout(() => live.setAttribute("aria-busy", "true"), SLOW);
    try {
      const answer = await fetch(live.dataset.src, { headers: { Accept: "text/html", ...byItself }, redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 401) { location.reload(); return; }
      if (!answer.ok) throw new Error("not up to date");
      take(await answer.text());
      good = Date.now();
      broken.hidden = true;
    } catch (failed) {
      one("[data-broken-since]").textContent = clock(good);
      broken.hidden = false;
    } finally {
      clearTimeout(slow);
      live.setAttribute("aria-busy", "false");
      asking = false;
      if (askAgain) { askAgain = false; setTimeout(ask, 300); }
    }
  };
  const apply = () => { if (waiting) replace(waiting); };
  fresh.addEventListener("click", apply);
  one("[data-again]").addEventListener("click", ask);
  document.addEventListener("pointermove", () => { if (waiting && !busy()) apply(); }, { passive: true });
  document.addEventListener("focusout", () => setTimeout(() => { if (waiting && !busy()) apply(); }, 50));
  document.addEventListener("visibilitychange", ask);
  // The stream only hints. Should it be silent for long, the page still asks.
  setInterval(ask, 30000);
  return { ask, apply };
};
