/* What is sent beside words: offered where the conversation takes it, told of before, sent in one piece, its end said. */

/** What a file of each kind may be; the phone offers its recorder or its camera for it. */
const KINDS = {
  sound: { accept: "audio/*", like: /^(audio\/|video\/(mp4|webm|3gpp)$|$)/ },
  picture: { accept: "image/jpeg,image/png", like: /^image\/(jpeg|png)$/ },
  paper: { accept: "application/pdf", like: /^application\/pdf$/ },
};
const OFFERS = { s: ["sound"], f: ["sound", "picture", "paper"] };

const MICROPHONE = "M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5.4a2.8 2.8 0 0 0 5.6 0V6.3A2.8 2.8 0 0 0 12 3.5zM5.8 11.5a6.2 6.2 0 0 0 12.4 0M12 17.7v3";
const CLIP = "M20 11.5l-8.2 8.2a5 5 0 0 1-7-7l8.4-8.4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7";

/** Without a byte moved for so long, ms, the way is taken for broken. */
const STALLED = 60000;

let offered = "";
const uploads = new Set();

/** With one digit behind the point where it says something. */
function megabytes(bytes) {
  return "\u2066" + String(Math.ceil(bytes / 104857.6) / 10) + "\u2069";
}

function most() {
  return Number(body.dataset.upload);
}

/** Shows, or takes away, the way to send what the conversation takes now. */
function offer(what) {
  const clip = at("clip");
  clip.hidden = !what;
  clip.querySelector("path").setAttribute("d", what === "f" ? CLIP : MICROPHONE);
  if (!what) return fold();
  clip.setAttribute("aria-label", WORDS[language].clip[what]);
  clip.title = WORDS[language].clip[what];
  at("attach").setAttribute("aria-label", WORDS[language].clip[what]);
  at("limit").textContent = WORDS[language].limit[what].replace("{most}", megabytes(most()));
  const held = at("kinds").contains(document.activeElement) ? document.activeElement.value : null;
  at("kinds").replaceChildren(...OFFERS[what].map((kind) => {
    const made = button(text(kind), () => choose(kind));
    made.value = kind;
    return made;
  }));
  if (held) (at("kinds").querySelector(`[value="${held}"]`) || clip).focus();
}

function fold() {
  const held = at("attach").contains(document.activeElement);
  steady(() => { at("attach").hidden = true; });
  at("clip").setAttribute("aria-expanded", "false");
  if (held) at(at("clip").hidden ? "log" : "clip").focus({ preventScroll: true });
}

document.getElementById("clip").addEventListener("click", () => {
  if (!at("attach").hidden) return fold();
  steady(() => { at("attach").hidden = false; });
  at("clip").setAttribute("aria-expanded", "true");
  at("kinds").firstElementChild.focus();
});

/** A field of its own for each time: choosing the same file again is heard as well. */
function choose(kind) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = KINDS[kind].accept;
  field.addEventListener("change", () => {
    const file = field.files[0];
    if (file) chosen(file, kind);
  });
  field.click();
}

async function chosen(file, kind) {
  fold();
  if (!KINDS[kind].like.test(file.type)) return notice(text("kind"));
  if (file.size > most()) return notice(text("heavy").replace("{is}", megabytes(file.size)).replace("{most}", megabytes(most())));
  if (!file.size || !await readable(file)) return notice(text("unread"));
  if (!begun) return;
  notice("");
  send(shown(file, kind));
}

/** A file that lies in a cloud, or was moved, is there by its name only. */
async function readable(file) {
  try {
    return (await file.slice(0, 1).arrayBuffer()).byteLength > 0;
  } catch {
    return false;
  }
}

/** As it stands in the conversation: what it is and how large. Its name is nobody's business. */
function shown(file, kind) {
  const own = document.createElement("div");
  own.className = "own waiting file";
  const words = document.createElement("p");
  words.className = "words";
  const heard = document.createElement("span");
  heard.className = "heard";
  heard.textContent = text("own");
  words.append(heard, `${text(kind)} · ${megabytes(file.size)} MB`);
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", text(kind));
  const state = document.createElement("p");
  state.className = "state";
  const ways = document.createElement("p");
  ways.className = "ways";
  own.append(words, bar, state, ways);
  add(own);
  return { id: onceId(), file, own, bar, state, ways, request: null };
}

function send(item) {
  const request = new XMLHttpRequest();
  item.request = request;
  uploads.add(item);
  item.bar.hidden = false;
  item.bar.value = 0;
  item.state.textContent = text("percent").replace("{done}", "0");
  ways(item, [["stop", () => { request.abort(); remove(item); }]]);
  let stalled = null;
  const moved = () => {
    clearTimeout(stalled);
    stalled = setTimeout(() => { if (request.readyState < 4) request.abort(); ended(missed, ""); }, STALLED);
  };
  const ended = (how, words) => {
    clearTimeout(stalled);
    if (uploads.delete(item)) how(item, words);
  };
  request.upload.addEventListener("progress", (event) => {
    moved();
    if (!event.total) return;
    item.bar.value = Math.floor(100 * event.loaded / event.total);
    item.state.textContent = text("percent").replace("{done}", String(item.bar.value));
  });
  request.addEventListener("load", () => {
    if (request.status === 200) return ended(taken, "");
    if (request.status === 401) return over();
    ended(request.status < 500 ? never : missed, problemOf(request));
  });
  request.addEventListener("error", () => ended(missed, ""));
  request.open("POST", "/chat/uploads?id=" + item.id);
  request.setRequestHeader("Accept-Language", page.lang || language);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  moved();
  request.send(item.file);
}

function problemOf(request) {
  try { return JSON.parse(request.responseText).detail || ""; } catch { return ""; }
}

function taken(item) {
  item.own.classList.remove("waiting");
  done(item, text("arrived"), []);
  lookLater();
}

/** Perhaps another time: under the same id, so that it is taken once. */
function missed(item, words) {
  done(item, text("missed"), [["again", () => send(item)], ["drop", () => remove(item)]]);
  notice(words || text(navigator.onLine === false ? "lost" : "missed"));
}

/** It will never be taken as it is. */
function never(item, words) {
  remove(item);
  notice(words || text("kind"));
}

function done(item, words, offers) {
  item.request = null;
  steady(() => {
    item.bar.hidden = true;
    item.state.textContent = words;
    ways(item, offers);
  });
}

function ways(item, offers) {
  const held = item.ways.contains(document.activeElement);
  item.ways.replaceChildren(...offers.map(([key, press]) => button(text(key), press)));
  if (held) (item.ways.firstElementChild || at("log")).focus({ preventScroll: true });
}

function remove(item) {
  uploads.delete(item);
  if (item.own.contains(document.activeElement)) at("log").focus({ preventScroll: true });
  steady(() => item.own.remove());
}

/** The way out, or the end of the session: what is under way is broken off. */
function drop() {
  for (const item of uploads) item.request?.abort();
  uploads.clear();
  offered = "";
  offer("");
}
