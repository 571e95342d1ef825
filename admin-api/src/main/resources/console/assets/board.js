// The board on the wall asks by itself: nobody stands before it to press anything.
import { byItself, one } from "./dom.js";
import { tick } from "./times.js";

const PACE = 15000;

export const board = () => {
  const broken = one("[data-broken]");
  setInterval(async () => {
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html", ...byItself }, redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") { location.reload(); return; }
      if (!answer.ok) throw new Error("not up to date");
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("board");
      if (next) one("#board").replaceChildren(...Array.from(next.childNodes));
      broken.hidden = true;
      tick();
    } catch (failed) {
      broken.hidden = false;
    }
  }, PACE);
};
