// Covers what was said when nobody has moved for a while: somebody else may be passing behind the chair.
import { body, page } from "./dom.js";

const STILL = 120000;

export const veil = () => {
  if (!page || !page.hasAttribute("data-veil")) return;
  let pending = 0;
  const cover = () => body.classList.add("veiled");
  const seen = () => {
    body.classList.remove("veiled");
    clearTimeout(pending);
    pending = setTimeout(cover, STILL);
  };
  ["pointermove", "pointerdown", "keydown", "touchstart", "scroll"].forEach((kind) => document.addEventListener(kind, seen, { passive: true }));
  // A window that is behind another is covered at once.
  document.addEventListener("visibilitychange", () => { if (document.hidden) cover(); });
  seen();
};
