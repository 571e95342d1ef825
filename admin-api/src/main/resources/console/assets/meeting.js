// The meeting by keys alone, by their place: a digit decides, a letter gives the day, Enter writes it down.
import { all, one, page, typing } from "./dom.js";

const follow = (selector) => { const link = one(selector); if (link) location.assign(link.href); };
const focus = (selector) => { const field = one(selector); if (field) field.focus(); };

/** On the list Enter goes to the first case that is not decided. */
const onList = (event) => {
  if (event.code === "Enter" && document.activeElement === document.body) follow("[data-start]");
};

const onCase = (event) => {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const choice = digit ? one(`[data-digit="${digit[1]}"]`) : null;
  const when = one(`[data-when="${event.code}"]`);
  if (choice) { choice.checked = true; choice.focus(); }
  else if (when) when.click();
  else if (event.code === "KeyO") focus("[data-owner]");
  else if (event.code === "KeyN") focus("[data-note]");
  else if (event.code === "KeyV") one("[data-words]").click();
  else if (event.code === "KeyJ") follow("[data-after]");
  else if (event.code === "KeyK") follow("[data-before]");
  else if (event.code === "KeyL") follow("[data-list]");
  else if (event.code === "Enter" && !event.target.closest("a, button, summary")) one("[data-save]").click();
  else return;
  event.preventDefault();
};

export const meeting = () => {
  all("[data-when]").forEach((button) => button.addEventListener("click", () => { one("[data-due]").value = button.dataset.value; }));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || one("dialog[open]")) return;
    if (typing(event.target)) return;
    (page.dataset.page === "meeting-case" ? onCase : onList)(event);
  });
};
