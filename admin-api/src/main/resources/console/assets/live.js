// The stream: it only hints that something moved.
import { base, one } from "./dom.js";
import { tone } from "./sound.js";

export const stream = (onQueue, onCase) => {
  const state = one("[data-live]");
  const say = (on) => {
    if (!state) return;
    state.classList.toggle("on", on);
    state.classList.toggle("off", !on);
    one("[data-live-text]", state).textContent = on ? state.dataset.on : state.dataset.off;
  };
  const source = new EventSource(base + "live");
  let pending = 0;
  const later = () => { clearTimeout(pending); pending = setTimeout(onQueue, 250); };
  source.addEventListener("open", () => { say(true); later(); });
  source.addEventListener("error", () => say(false));
  source.addEventListener("queue", (event) => {
    later();
    const told = JSON.parse(event.data);
    if (told.case) onCase(told.case, told.edition);
  });
  source.addEventListener("alert", (event) => { if (JSON.parse(event.data).mine) tone(); later(); });
  addEventListener("pagehide", () => source.close());
};
