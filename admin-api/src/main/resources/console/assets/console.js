// The console's own scripts begin here. No eval, no third party but htmx.
import { all, body, one, page } from "./dom.js";
import { absolute, tick } from "./times.js";
import { sound } from "./sound.js";
import { queue } from "./queue.js";
import { watchCase } from "./case.js";
import { stream } from "./live.js";
import { keys } from "./keys.js";
import { veil } from "./veil.js";
import { board } from "./board.js";
import { lock } from "./lock.js";
import { passkeys } from "./passkey.js";
import { meeting } from "./meeting.js";
import { receipt } from "./receipt.js";

// htmx sends the form token along with whatever it sends.
body.addEventListener("htmx:configRequest", (event) => {
  if (body.dataset.csrf) event.detail.headers["X-CSRF-TOKEN"] = body.dataset.csrf;
});

const fragment = one("[data-from-fragment]");
if (fragment && location.hash.length > 1) {
  fragment.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
all("[data-absolute]").forEach((link) => { link.textContent = location.origin + link.textContent.trim(); });
all("form[data-press]").forEach((form) => form.requestSubmit());
document.addEventListener("click", (event) => {
  all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
// Before the forms are watched: one that needs a passkey is not sent yet.
passkeys();
// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "yes";
});
addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

absolute(document);
tick();
setInterval(tick, 1000);
sound();
veil();
if (page && page.dataset.page === "board") board();
if (page && page.dataset.page.startsWith("meeting")) meeting();
if (page && page.dataset.page === "receipt") receipt();
const list = page && page.dataset.page === "queue" ? queue() : null;
const seen = page && page.dataset.page === "case" && page.dataset.number ? watchCase() : null;
if (body.dataset.live === "true") {
  stream(() => { if (list) list.ask(); }, (number, edition) => {
    if (seen && number === page.dataset.number) seen(edition);
  });
}
if (body.dataset.signedIn === "true") {
  keys(list);
  lock();
}
