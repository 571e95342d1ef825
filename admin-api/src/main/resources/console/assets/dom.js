// Small words the other scripts share.
export const body = document.body;
export const base = body.dataset.base || "/";
export const page = document.querySelector("[data-page]");
export const one = (selector, from) => (from || document).querySelector(selector);
export const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
export const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
/** Keeps a number whole among words of the other direction. */
export const isolated = (text) => "\u2068" + text + "\u2069";
/** Marks what a page asks by itself, so that it does not pass for somebody being there. */
export const byItself = { "X-By-Itself": "yes" };
/** Says something to the server quietly, with the form token. */
export const post = (address, fields) => fetch(address, {
  method: "POST",
  headers: { "X-CSRF-TOKEN": body.dataset.csrf || "", ...byItself },
  body: fields ? new URLSearchParams(fields) : undefined,
  redirect: "manual",
});
