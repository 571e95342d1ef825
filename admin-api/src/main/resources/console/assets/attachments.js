// Pictures on a case's page: fetched by a click, covered until another, covered again when the eyes go elsewhere.
"use strict";
document.querySelectorAll("[data-picture]:not([data-ready])").forEach((place) => {
  place.dataset.ready = "";
  const one = (selector) => place.querySelector(selector);
  const look = one("[data-look]");
  const uncovers = one("[data-uncovers]");
  const mistake = one("[data-mistake]");
  const image = one("img");

  const cover = (covered) => {
    image.classList.toggle("covered", covered);
    uncovers.setAttribute("aria-pressed", String(!covered));
    uncovers.textContent = covered ? place.dataset.uncover : place.dataset.cover;
  };
  const say = (words) => {
    mistake.textContent = words;
    mistake.hidden = !words;
  };
  const read = (blob) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = failed;
    reader.readAsDataURL(blob);
  });

  look.addEventListener("click", async () => {
    look.disabled = true;
    say("");
    try {
      const answer = await fetch(place.dataset.from, { cache: "no-store", credentials: "same-origin", redirect: "error" });
      if (!answer.ok) {
        say(answer.status === 403 ? place.dataset.closed : answer.status === 415 ? place.dataset.none : place.dataset.later);
        return;
      }
      image.src = await read(await answer.blob());
      cover(true);
      one("figure").hidden = false;
      uncovers.hidden = false;
      look.hidden = true;
      uncovers.focus();
    } catch {
      say(place.dataset.later);
    } finally {
      look.disabled = false;
    }
  });
  uncovers.addEventListener("click", () => cover(!image.classList.contains("covered")));
  addEventListener("blur", () => cover(true));
  document.addEventListener("visibilitychange", () => { if (document.hidden) cover(true); });
});
