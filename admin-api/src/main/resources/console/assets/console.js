// The console's own script: live updates that never move what is under the hand, clocks, keys. No eval, no third party.
"use strict";
(() => {
  const body = document.body;
  const base = body.dataset.base || "/";
  const page = document.querySelector("[data-page]");
  const one = (selector, from) => (from || document).querySelector(selector);
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  // htmx sends the form token along with whatever it sends.
  body.addEventListener("htmx:configRequest", (event) => {
    if (body.dataset.csrf) event.detail.headers["X-CSRF-TOKEN"] = body.dataset.csrf;
  });

  // ---- times: absolute ones in Baghdad's time, running ones each second ----
  const locale = document.documentElement.lang === "kmr" ? "ckb" : document.documentElement.lang;
  const zone = { timeZone: "Asia/Baghdad", numberingSystem: "latn" };
  const stamp = (options) => new Intl.DateTimeFormat([locale, "ar", "en"], { ...zone, ...options });
  const long = stamp({ day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const short = stamp({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const words = () => one("[data-left]");

  const absolute = (root) => {
    all("time[data-time], time[data-clock]", root).forEach((time) => {
      const at = new Date(time.getAttribute("datetime"));
      if (isNaN(at)) return;
      const today = Date.now() - at.getTime() < 20 * 3600e3 && time.hasAttribute("data-clock");
      time.textContent = (today ? short : long).format(at);
      time.title = long.format(at);
    });
  };
  const span = (ms) => {
    const seconds = Math.floor(Math.abs(ms) / 1000);
    const two = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    if (hours > 0) return hours + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
    return Math.floor(seconds / 60) + ":" + two(seconds % 60);
  };
  const isolated = (text) => "\u2068" + text + "\u2069";
  const tick = () => {
    const said = words();
    if (!said) return;
    const now = Date.now();
    all("time[data-due]").forEach((time) => {
      const left = Number(time.dataset.due) - now;
      time.classList.toggle("over", left < 0);
      time.textContent = (left < 0 ? said.dataset.over : said.dataset.left).replace("{0}", isolated(span(left)));
    });
    all("time[data-since]").forEach((time) => {
      time.textContent = said.dataset.ago.replace("{0}", isolated(span(now - Number(time.dataset.since))));
    });
  };

  // ---- sound: off until somebody turns it on on this device ----
  const soundOn = () => localStorage.getItem("wasl.sound") === "on";
  let audio = null;
  const tone = () => {
    if (!soundOn()) return;
    try {
      audio = audio || new AudioContext();
      [0, 0.28].forEach((after) => {
        const note = audio.createOscillator();
        const loud = audio.createGain();
        note.frequency.value = 660;
        loud.gain.setValueAtTime(0.0001, audio.currentTime + after);
        loud.gain.exponentialRampToValueAtTime(0.25, audio.currentTime + after + 0.02);
        loud.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + after + 0.24);
        note.connect(loud).connect(audio.destination);
        note.start(audio.currentTime + after);
        note.stop(audio.currentTime + after + 0.25);
      });
    } catch (unsupported) { /* A browser without sound still shows everything. */ }
  };
  const showSound = () => {
    all("[data-sound-toggle]").forEach((button) => button.setAttribute("aria-pressed", String(soundOn())));
    all("[data-sound]").forEach((box) => { box.checked = soundOn(); });
  };
  const setSound = (on) => {
    localStorage.setItem("wasl.sound", on ? "on" : "off");
    showSound();
    tone();
  };

  // ---- the queue: rows are changed in place; their order only when no hand and no focus is on them ----
  const urgent = (row) => row.dataset.level === "L1_IMMEDIATE" || row.dataset.level === "L2_EMERGENT";
  const queue = () => {
    const live = one("#live");
    const fresh = one("[data-fresh]");
    let known = new Set(all("[data-rows] > li", live).map((row) => row.dataset.key));
    let waiting = null;
    let asking = false;
    let askAgain = false;

    const busy = () => {
      const rows = one("[data-rows]");
      return rows !== null && (rows.matches(":hover") || rows.contains(document.activeElement));
    };
    const settle = (root) => { absolute(root); tick(); };
    const replace = (next) => {
      const focused = document.activeElement && document.activeElement.closest("[data-key]");
      const key = focused ? focused.dataset.key : null;
      live.replaceChildren(...Array.from(next.childNodes));
      all("[data-rows] > li", live).forEach((row) => {
        if (!known.has(row.dataset.key)) row.classList.add("arrived");
      });
      known = new Set(all("[data-rows] > li", live).map((row) => row.dataset.key));
      if (key) { const again = one(`[data-key="${CSS.escape(key)}"] a`); if (again) again.focus({ preventScroll: true }); }
      waiting = null;
      fresh.hidden = true;
      settle(live);
    };
    const inPlace = (next) => {
      const incoming = new Map(all("[data-rows] > li", next).map((row) => [row.dataset.key, row]));
      const order = all("[data-rows] > li", live).map((row) => row.dataset.key);
      all("[data-rows] > li", live).forEach((row) => {
        const newer = incoming.get(row.dataset.key);
        if (!newer) { row.classList.add("gone"); return; }
        if (newer.dataset.edition === row.dataset.edition && newer.className === row.className) return;
        if (row.contains(document.activeElement)) return;
        row.className = newer.className;
        row.dataset.edition = newer.dataset.edition;
        row.dataset.level = newer.dataset.level;
        row.replaceChildren(...Array.from(newer.cloneNode(true).childNodes));
      });
      const counts = one(".levels", next);
      if (counts && one(".levels", live)) one(".levels", live).replaceWith(counts.cloneNode(true));
      const added = Array.from(incoming.values()).filter((row) => !known.has(row.dataset.key));
      const same = order.length === incoming.size && order.every((key, i) => Array.from(incoming.keys())[i] === key);
      if (same) { settle(live); return; }
      waiting = next;
      fresh.hidden = false;
      fresh.classList.toggle("urgent", added.some(urgent));
      fresh.textContent = fresh.dataset.text.replace("{0}", isolated(String(added.length)));
      settle(live);
    };
    const take = (html) => {
      const next = new DOMParser().parseFromString(html, "text/html").getElementById("live");
      if (!next) return;
      if (busy()) inPlace(next); else replace(next);
    };
    const ask = async () => {
      if (asking) { askAgain = true; return; }
      asking = true;
      try {
        const answer = await fetch(live.dataset.src, { headers: { Accept: "text/html" }, redirect: "manual", cache: "no-store" });
        if (answer.type === "opaqueredirect" || answer.status === 401) { location.reload(); return; }
        if (!answer.ok) throw new Error("not up to date");
        take(await answer.text());
        one("[data-broken]").hidden = true;
      } catch (failed) {
        one("[data-broken]").hidden = false;
      } finally {
        asking = false;
        if (askAgain) { askAgain = false; setTimeout(ask, 300); }
      }
    };
    const apply = () => { if (waiting) replace(waiting); };
    fresh.addEventListener("click", apply);
    document.addEventListener("pointermove", () => { if (waiting && !busy()) apply(); }, { passive: true });
    document.addEventListener("focusout", () => setTimeout(() => { if (waiting && !busy()) apply(); }, 50));
    // The stream only hints. Should it be silent for long, the page still asks.
    setInterval(ask, 30000);
    return { ask, apply };
  };

  // ---- the case: nothing moves by itself; a bar says that there is more ----
  const watchCase = () => {
    const changed = one("[data-changed]");
    const reply = one("[data-reply]");
    const drafts = "wasl.draft." + page.dataset.number;
    let unsaved = null;
    changed.addEventListener("click", () => {
      if (reply && reply.value) sessionStorage.setItem(drafts, reply.value);
      location.reload();
    });
    if (reply) {
      unsaved = sessionStorage.getItem(drafts);
      if (unsaved && !reply.value) reply.value = unsaved;
      sessionStorage.removeItem(drafts);
    }
    if (page.dataset.speak) {
      // The lease is 60 s. A page that is closed lets it lapse, and the person is told.
      const speaking = setInterval(async () => {
        const answer = await fetch(page.dataset.speak, { method: "POST", headers: { "X-CSRF-TOKEN": body.dataset.csrf || "" } }).catch(() => null);
        if (answer && answer.status === 409) { clearInterval(speaking); one("[data-speak-lost]").hidden = false; }
      }, 20000);
    }
    if (page.dataset.renew) {
      setInterval(() => fetch(page.dataset.renew, { method: "POST", headers: { "X-CSRF-TOKEN": body.dataset.csrf || "" } }), 120000);
    }
    all("[data-first]").forEach((button) => button.addEventListener("click", () => {
      const box = one("[data-reply]", button.closest("form"));
      if (!box.value.trim()) box.value = button.dataset.text;
      box.focus();
    }));
    return (edition) => { if (String(edition) !== page.dataset.edition) changed.hidden = false; };
  };

  // ---- the stream ----
  const stream = (onQueue, onCase) => {
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
    source.addEventListener("queue", (event) => { later(); const told = JSON.parse(event.data); if (told.case) onCase(told.case, told.edition); });
    source.addEventListener("alert", (event) => { if (JSON.parse(event.data).mine) tone(); later(); });
    addEventListener("pagehide", () => source.close());
  };

  // ---- keys, by place on the keyboard, so that Arabic and Kurdish layouts work ----
  const keys = (list) => {
    let g = false;
    const rows = () => all("[data-rows] > li a.cover");
    const move = (step) => {
      const links = rows();
      if (links.length === 0) return;
      const at = links.indexOf(document.activeElement);
      const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
      links[next].focus();
      links[next].scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (typing(event.target)) {
        // Esc leaves a field and keeps what is in it.
        if (event.code === "Escape") event.target.blur();
        return;
      }
      const act = {
        KeyJ: () => move(1),
        KeyK: () => move(-1),
        KeyA: () => { const claim = one("[data-claim]"); if (claim) claim.click(); },
        KeyR: () => { const reply = one("[data-reply]:not(:disabled)"); if (reply) { reply.focus(); event.preventDefault(); } },
        KeyM: () => { const first = one("[data-first]:not(:disabled)"); if (first) { first.click(); event.preventDefault(); } },
        KeyU: () => { if (list) list.apply(); const changed = one("[data-changed]:not([hidden])"); if (changed) changed.click(); },
        KeyQ: () => { if (g) location.assign(base + "queue"); },
        Slash: () => { if (event.shiftKey) { const help = one("#keys"); if (help) help.showModal(); } },
        Escape: () => all("details.menu[open]").forEach((menu) => { menu.open = false; }),
      }[event.code];
      const folded = one(`details[data-open="${event.code}"]`);
      if (act) act();
      else if (folded) {
        folded.open = true;
        const field = one("select, textarea, input:not([type=hidden])", folded);
        if (field) { field.focus(); field.scrollIntoView({ block: "nearest" }); event.preventDefault(); }
      }
      g = event.code === "KeyG";
    });
  };

  // ---- small things ----
  const fragment = one("[data-from-fragment]");
  if (fragment && location.hash.length > 1) {
    fragment.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }
  all("[data-absolute]").forEach((link) => { link.textContent = location.origin + link.textContent.trim(); });
  all("form[data-press]").forEach((form) => form.requestSubmit());
  all("[data-sound-toggle]").forEach((button) => button.addEventListener("click", () => setSound(!soundOn())));
  all("[data-sound]").forEach((box) => box.addEventListener("change", () => setSound(box.checked)));
  document.addEventListener("click", (event) => {
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  absolute(document);
  tick();
  setInterval(tick, 1000);
  showSound();
  const list = page && page.dataset.page === "queue" ? queue() : null;
  const seen = page && page.dataset.page === "case" && page.dataset.number ? watchCase() : null;
  if (body.dataset.signedIn === "true" && (list || seen)) {
    stream(() => { if (list) list.ask(); }, (number, edition) => {
      if (seen && number === page.dataset.number) seen(edition);
    });
  }
  if (body.dataset.signedIn === "true") keys(list);
})();
