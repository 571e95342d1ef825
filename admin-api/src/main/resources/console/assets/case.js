// The case: nothing moves by itself; a bar says that there is more.
import { all, one, page, post } from "./dom.js";

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
  if (page.dataset.speak) {
    // The lease is 60 s. A page that is closed lets it lapse, and the person is told.
    const speaking = setInterval(async () => {
      const answer = await post(page.dataset.speak).catch(() => null);
      if (answer && answer.status === 409) { clearInterval(speaking); one("[data-speak-lost]").hidden = false; }
    }, 20000);
  }
  if (page.dataset.renew) setInterval(() => post(page.dataset.renew).catch(() => null), 120000);
  all("[data-first]").forEach((button) => button.addEventListener("click", () => {
    const box = one("[data-reply]", button.closest("form"));
    if (!box.value.trim()) box.value = button.dataset.text;
    box.focus();
  }));
  return (edition) => { if (String(edition) !== page.dataset.edition) changed.hidden = false; };
};
