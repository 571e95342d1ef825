// The stream: it only hints that something moved. On every page it also calls whoever has it open.
import { base, body, one } from "./dom.js";
import { tone } from "./sound.js";

const QUIET_CALL = 10000;

/** An open console is a way for alerts: title, bar and sound, whichever page is open. Nothing of the case is in it. */
const called = (() => {
  const title = document.title;
  let last = 0;
  let beat = 0;
  const stop = () => { clearInterval(beat); beat = 0; document.title = title; };
  return () => {
    const bar = one("[data-alerted]");
    if (bar) bar.hidden = false;
    tone();
    // A window behind another is told of by the system, if that was allowed; it says no more than the title.
    if (document.hidden && self.Notification && Notification.permission === "granted" && Date.now() - last > QUIET_CALL) {
      last = Date.now();
      new Notification(body.dataset.alertedTitle, { tag: "wasl", requireInteraction: true });
    }
    if (beat) return;
    let on = false;
    beat = setInterval(() => { on = !on; document.title = on ? "● " + body.dataset.alertedTitle : title; }, 1000);
    ["pointerdown", "keydown"].forEach((kind) => document.addEventListener(kind, stop, { once: true }));
  };
})();

/** The session is over: what stands on the page is covered, and what was written stays in it. */
const ended = () => {
  body.classList.add("ended");
  const bar = one("[data-ended]");
  if (bar) bar.hidden = false;
};
/** A stream that broke may be the network's; one that is refused is the session's. */
const look = async () => {
  const answer = await fetch(base + "account", { method: "HEAD", redirect: "manual", cache: "no-store" }).catch(() => null);
  if (answer && (answer.type === "opaqueredirect" || answer.status === 401)) ended();
};

export const stream = (onQueue, onCase) => {
  const state = one("[data-live-text]") ? one("[data-live]:not(body)") : null;
  const say = (on) => {
    if (!state) return;
    state.classList.toggle("on", on);
    state.classList.toggle("off", !on);
    one("[data-live-text]", state).textContent = on ? state.dataset.on : state.dataset.off;
  };
  let source = null;
  let pending = 0;
  const later = () => { clearTimeout(pending); pending = setTimeout(onQueue, 250); };
  const open = () => {
    source = new EventSource(base + "live");
    source.addEventListener("open", () => { say(true); later(); });
    source.addEventListener("error", () => {
      say(false);
      // A browser comes back by itself to a stream that ended, and never to one that was refused.
      if (source.readyState === EventSource.CLOSED) { look(); if (!body.classList.contains("ended")) setTimeout(open, 5000); }
    });
    source.addEventListener("queue", (event) => {
      later();
      const told = JSON.parse(event.data);
      if (told.case) onCase(told.case, told.edition);
    });
    source.addEventListener("alert", (event) => { if (JSON.parse(event.data).mine) called(); later(); });
  };
  open();
  addEventListener("pagehide", () => source.close());
};
