/* What is written: one after the other, again under the same id until it arrived. */

const LONGEST_WAIT = 30000;
const queue = [];
let sending = false;
let wake = null;

/** Answers within a time, or fails: a network that swallowed a request would otherwise hold it for minutes. */
async function ask(path, options = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), LONGEST_WAIT);
  try {
    return await fetch(path, {
      ...options,
      signal: limit.signal,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      headers: { "Accept-Language": page.lang || language, ...(typeof options.body === "string" ? { "Content-Type": "application/json" } : {}) },
    });
  } finally {
    clearTimeout(timer);
  }
}

async function detail(answer) {
  try { return await answer.json(); } catch { return { code: "failed", detail: "" }; }
}

/** Waits, or goes on as soon as the network is back. */
function pause(ms) {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    wake = () => { clearTimeout(timer); done(); };
  });
}

function onceId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** Shows what was written and sends it. What is unseen shows only while it is not sent: a tick is its own answer. */
function post(content, label, unseen = false) {
  const id = onceId();
  const own = document.createElement("div");
  own.className = "own waiting";
  own.hidden = unseen;
  const words = document.createElement("p");
  words.className = "words";
  words.dir = "auto";
  const heard = document.createElement("span");
  heard.className = "heard";
  heard.textContent = text("own");
  words.append(heard, whole(label));
  const state = document.createElement("p");
  state.className = "state";
  own.append(words, state);
  add(own);
  queue.push({ body: { id, ...content }, own, state, unseen });
  pump();
}

async function pump() {
  if (sending || !begun) return;
  sending = true;
  let wait = 1000;
  while (queue.length && begun) {
    const item = queue[0];
    const slow = setTimeout(() => { item.state.textContent = text("sending"); }, 800);
    try {
      const answer = await ask("/chat/messages", { method: "POST", body: JSON.stringify(item.body) });
      if (answer.ok) {
        arrived(item);
        wait = 1000;
        continue;
      }
      const problem = await detail(answer);
      if (answer.status === 401) { over(); break; }
      if (answer.status < 500) { refused(item, problem); continue; }
      notice(problem.detail || text("offline"));
    } catch {
      notice(text("offline"));
    } finally {
      clearTimeout(slow);
    }
    for (const waiting of queue) notSent(waiting);
    await pause(wait);
    wait = Math.min(wait * 2, 10000);
  }
  sending = false;
}

function notSent(item) {
  steady(() => {
    item.own.hidden = false;
    item.state.textContent = text("waiting");
  });
}

function arrived(item) {
  queue.shift();
  item.own.classList.remove("waiting");
  item.state.textContent = "";
  if (item.unseen) item.own.remove();
  notice("");
  lookLater();
}

/** Will never be taken as it is: the words go back to be changed. */
function refused(item, problem) {
  queue.shift();
  item.own.remove();
  for (const held of at("log").querySelectorAll("[aria-disabled]")) held.removeAttribute("aria-disabled");
  notice(problem.detail);
  if (item.body.text && !at("words").value) {
    at("words").value = item.body.text;
    grow();
  }
}

/** What had not arrived when the session ended goes back where it was written. */
function unsent() {
  const words = queue.filter((item) => item.body.text).map((item) => item.body.text).join("\n");
  queue.length = 0;
  return words;
}

addEventListener("online", () => {
  if (wake) wake();
  if (!queue.length) notice("");
});
addEventListener("offline", () => {
  if (!begun) return;
  for (const item of queue) notSent(item);
  notice(text(queue.length ? "offline" : "lost"));
});
