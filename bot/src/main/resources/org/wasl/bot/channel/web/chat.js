/* The page: its language, its session, what comes in, and the way out. */

const page = document.documentElement;
const body = document.body;
const at = (id) => document.getElementById(id);

/** How long a line may take, ms: longer than a slow network needs there and back. */
const PATIENCE = 6000;

let language = "ar";
let last = 0;
let source = null;
let begun = false;
let round = 0;
let wish = null;
const seen = new Set();

/** Of the poster that led here; counted once and shown nowhere. */
let campaign = /^#[a-z0-9-]{1,32}$/.test(location.hash) ? location.hash.slice(1) : "";
if (location.hash) history.replaceState(null, "", location.pathname);

/* ---- language ---- */

function family(tag) {
  const t = (tag || "").toLowerCase();
  if (t.startsWith("ckb")) return "ckb";
  if (t.startsWith("kmr") || t.startsWith("ku")) return "kmr";
  if (t.startsWith("en")) return "en";
  return "ar";
}

/** Where anybody is, is not known here: both numbers, the second with the name of its region. */
function text(key) {
  const words = WORDS[language];
  const kri = body.dataset.numberKri;
  const number = "\u2066" + body.dataset.number + "\u2069" + (kri ? ` (${words.region}: \u2066${kri}\u2069)` : "");
  return words[key].replace("{number}", number);
}

function speak(tag, direction) {
  language = family(tag);
  page.lang = tag || "ar";
  page.dir = direction || (language === "en" ? "ltr" : "rtl");
  at("words").placeholder = text("write");
  at("words").setAttribute("aria-label", text("write"));
  at("send").setAttribute("aria-label", text("send"));
  at("newest").setAttribute("aria-label", text("newest"));
  offer(offered);
  at("exit").querySelector("span").textContent = text("exit");
  at("exit").title = text("exit") + " (Esc)";
  at("name").textContent = text("log");
  at("log").setAttribute("aria-label", text("log"));
  if (!at("words").value) at("words").dir = page.dir;
  if (body.dataset.demonstration === "true") {
    at("demonstration").hidden = false;
    at("demonstration").textContent = text("demonstration");
  }
}

/** A line above the field. */
function notice(words) {
  if (at("notice").textContent !== words) steady(() => { at("notice").textContent = words; });
}

/* ---- quick exit: blank first, then away; the server is told on the way ---- */

function leave() {
  page.classList.add("away");
  document.title = "";
  begun = false;
  round++;
  hush();
  queue.length = 0;
  drop();
  at("log").replaceChildren();
  at("words").value = "";
  close();
  navigator.sendBeacon("/chat/exit");
  history.replaceState(null, "", "/");
  location.replace(body.dataset.exit);
}

let shifts = [];
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) return leave();
  if (event.repeat) return;
  const now = Date.now();
  // Three times Shift and nothing else between: capitals are written with it as well.
  shifts = event.key === "Shift" ? shifts.filter((t) => now - t < 1500).concat(now) : [];
  if (shifts.length >= 3) return leave();
  // Who begins to type while in the conversation is writing.
  const typed = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (typed && begun && (event.target === body || event.target === at("log"))) at("words").focus();
}, true);
// Before this script is there the way out is a link like any.
at("exit").addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
// A page that a browser kept aside comes back as a new one.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

/* ---- the session ---- */

/** A tap that cannot be answered yet is not offered: the page is there before its script. */
function ready(yes) {
  for (const one of at("begin").querySelectorAll("button")) one.disabled = !yes;
}

async function begin(chosen) {
  ready(false);
  at("trouble").textContent = "";
  speak(chosen);
  try {
    const answer = await ask("/chat/session", { method: "POST", body: new URLSearchParams({ campaign }) });
    campaign = "";
    if (!answer.ok) {
      at("trouble").textContent = (await detail(answer)).detail;
      return;
    }
    wish = (await detail(answer)).again ? null : chosen;
    begun = true;
    round++;
    at("start").hidden = true;
    at("chat").hidden = false;
    listenToLines();
    lookLater();
    at(matchMedia("(pointer: fine)").matches ? "words" : "log").focus({ preventScroll: true });
    pump();
  } catch {
    at("trouble").textContent = text("lost");
  } finally {
    ready(true);
  }
}

/** The session ended: nothing of it stays on the screen. */
function over() {
  if (!begun) return;
  begun = false;
  round++;
  close();
  hush();
  drop();
  const words = unsent();
  seen.clear();
  last = 0;
  at("log").replaceChildren();
  notice("");
  if (words) at("words").value = words;
  at("chat").hidden = true;
  at("start").hidden = false;
}

/* ---- lines from the server ---- */

function close() {
  if (source) source.close();
  source = null;
}

function listenToLines() {
  close();
  if (!window.EventSource) return poll(round);
  source = new EventSource("/chat/stream?after=" + last);
  source.onopen = () => { if (!queue.length) notice(""); };
  source.onmessage = (event) => show(Number(event.lastEventId), JSON.parse(event.data));
  source.addEventListener("over", over);
  source.onerror = () => {
    // While it tries by itself it is let be; a closed one was refused or cannot work on this network.
    if (source && source.readyState === EventSource.CLOSED) {
      source = null;
      poll(round);
    }
  };
}

/** Some networks hold a stream back until it ends: what does not come in time is fetched. */
function lookLater() {
  const mine = round;
  const before = last;
  setTimeout(async () => {
    if (mine !== round || last !== before) return;
    try {
      const answer = await ask(`/chat/lines?after=${last}`);
      if (answer.ok && mine === round) for (const numbered of await answer.json()) show(numbered.number, numbered.line);
    } catch { /* The stream tries by itself. */ }
  }, PATIENCE);
}

async function poll(mine) {
  let wait = 1000;
  while (begun && mine === round) {
    try {
      const answer = await ask(`/chat/lines?wait=true&after=${last}`);
      if (answer.status === 401) return over();
      if (!answer.ok) throw new Error("lines");
      if (mine !== round) return;
      for (const numbered of await answer.json()) show(numbered.number, numbered.line);
      wait = 1000;
    } catch {
      await pause(wait);
      wait = Math.min(wait * 2, 10000);
    }
  }
}

function find(ref) {
  return [...at("log").children].find((element) => element.dataset.ref === ref);
}

function show(place, line) {
  if (place <= last) return;
  last = place;
  if (line.k === "settle") return settle(find(line.r));
  if (line.k === "gone") return gone(find(line.r));
  if (line.k !== "say" || seen.has(line.r)) return;
  seen.add(line.r);
  if (granted(line)) return;
  offered = line.m || "";
  speak(line.l, line.d);
  const element = said(line);
  // The harmless page after EXIT stands alone: nothing of before is left above it.
  if (line.c.length === 1 && option(line.c[0]) === "p-clear") at("log").replaceChildren();
  const again = sameQuestion(line);
  const held = again && document.activeElement.closest(".choices") ? document.activeElement.value : null;
  if (line.c.length) {
    const asks = !line.c.every((choice) => option(choice) === TAKE_BACK);
    // One question at a time: what was asked before is answered, or asked again. Taking back stays possible.
    if (asks) for (const earlier of at("log").querySelectorAll(".said.asks")) settle(earlier);
    element.classList.toggle("asks", asks);
    element.append(choices(element, line.c, (choice, chip) => pressed(element, choice, chip)));
  }
  if (again) replace(again, element, held);
  else add(element);
}

/** The language was chosen on the first page: its question is answered with it and not asked again. */
function granted(line) {
  const choice = wish && line.c.find((one) => option(one) === wish);
  if (wish && line.c.length) wish = null;
  if (!choice) return false;
  post({ token: choice.v }, choice.n, true);
  return true;
}

function pressed(element, choice, chip) {
  if (chip.getAttribute("aria-disabled")) return;
  if (chip.classList.contains("tick")) {
    const picked = chip.getAttribute("aria-pressed") !== "true";
    chip.setAttribute("aria-pressed", String(picked));
    // The question comes again with the tick in it; until then another tap would be one of a turn that is over.
    for (const other of element.querySelectorAll(".choices button")) other.setAttribute("aria-disabled", "true");
    return post({ token: choice.v }, chip.textContent, true);
  }
  const ticks = [...element.querySelectorAll(".tick[aria-pressed=true]")].map((one) => one.textContent);
  const label = chip.className === "done" && ticks.length ? ticks.join(language === "en" ? ", " : "، ") : choice.n;
  settle(element);
  post({ token: choice.v }, label);
}

/** A question that comes again as it stood takes the place of the one before: ticks do not fill the screen. */
function sameQuestion(line) {
  const before = [...at("log").querySelectorAll(".said")].pop();
  return line.c.length && before?.classList.contains("asks") && before.said === line.t ? before : null;
}

function replace(before, element, held) {
  const log = at("log");
  const from = log.scrollTop;
  for (let next = before.nextElementSibling; next; next = before.nextElementSibling) {
    if (!next.classList.contains("own") || next.classList.contains("waiting")) break;
    next.remove();
  }
  element.classList.add("still");
  before.replaceWith(element);
  log.scrollTop = from;
  if (held) element.querySelector(`.choices button[value="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

/** What was said is taken away, and with it what was written right before and after it. */
function gone(element) {
  if (!element) return;
  for (const beside of ["previousElementSibling", "nextElementSibling"]) {
    while (element[beside]?.classList.contains("own")) element[beside].remove();
  }
  element.remove();
}

/** Takes the buttons away. Who stood on one stands in the conversation then: the next question is one step on. */
function settle(element) {
  const group = element?.querySelector(".choices");
  if (!group) return;
  if (group.contains(document.activeElement)) at("log").focus({ preventScroll: true });
  group.remove();
}

/* ---- the log ---- */

let read = null;

/** Shows the newest; when what came since the last own word is taller than the screen, from its beginning. */
function add(element) {
  const log = at("log");
  log.append(element);
  if (element.classList.contains("own")) read = null;
  else if (!read || !read.isConnected) read = element;
  log.scrollTop = log.scrollHeight;
  if (read && log.scrollTop > read.offsetTop - 8) log.scrollTop = read.offsetTop - 8;
  below();
}

/** Says that there is more further down. */
function below() {
  at("newest").hidden = atTheEnd();
}

/** Changes something in or around the log; who saw the newest still sees it. */
function steady(change) {
  const low = atTheEnd();
  change();
  if (low) at("log").scrollTop = at("log").scrollHeight;
}

function atTheEnd() {
  const log = at("log");
  return log.scrollHeight - log.scrollTop - log.clientHeight < 24;
}

at("log").addEventListener("scroll", below, { passive: true });
addEventListener("resize", below);
at("newest").addEventListener("click", () => {
  at("log").scrollTop = at("log").scrollHeight;
  at("log").focus({ preventScroll: true });
});

/* ---- writing ---- */

function grow() {
  const words = at("words");
  words.style.height = "";
  if (words.value) words.style.height = words.scrollHeight + 2 + "px";
  // An empty field would take "auto" for left-to-right and show its hint on the wrong side.
  words.dir = words.value ? "auto" : page.dir;
  at("send").disabled = !words.value.trim();
}

function say() {
  const words = at("words").value.trim();
  if (!words) return;
  if (words.length > Number(body.dataset.longest)) return notice(text("long"));
  at("words").value = "";
  if (!queue.length) notice("");
  grow();
  post({ text: words }, words);
  at("words").focus();
}

at("words").addEventListener("input", grow);
at("words").addEventListener("keydown", (event) => {
  // On a phone Enter is a new line; with a keyboard it sends.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(pointer: fine)").matches) {
    event.preventDefault();
    say();
  }
});
at("send").addEventListener("click", say);
at("begin").addEventListener("click", (event) => {
  const chosen = event.target.closest("button");
  if (chosen) begin(chosen.value);
});

speak((navigator.languages || []).find((tag) => /^(ar|ckb|ku|kmr|en)/i.test(tag)) || "ar");
grow();
ready(true);
