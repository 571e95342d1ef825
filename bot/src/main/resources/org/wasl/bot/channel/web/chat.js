"use strict";
(() => {
  const page = document.documentElement;
  const body = document.body;
  const at = (id) => document.getElementById(id);
  const number = "\u2066" + body.dataset.number + "\u2069";
  const kri = body.dataset.numberKri;
  /** Where anybody is, is not known here: both numbers, the second with the name of its region. */
  const numbers = (region) => (kri ? `${number} (${region}: \u2066${kri}\u2069)` : number);

  const TEXTS = {
    ar: {
      write: "الكتابة هنا…", send: "إرسال", exit: "خروج", log: "المحادثة", own: "كُتب: ",
      sending: "جارٍ الإرسال…", waiting: "لم يصل بعد", offline: `لا يوجد اتصال. لم يصل هذا بعد، والمحاولة مستمرة. عند الخطر يمكن الاتصال بالرقم ${numbers("إقليم كردستان")}.`,
      long: "الرسالة أطول من اللازم. يمكن إرسالها على أجزاء.",
      demonstration: `عرض تجريبي، لا أحد يقرأ هذا. عند الخطر يمكن الاتصال بالرقم ${numbers("إقليم كردستان")}.`,
    },
    ckb: {
      write: "لێرە بنووسە…", send: "ناردن", exit: "دەرچوون", log: "گفتوگۆ", own: "نووسرا: ",
      sending: "دەنێردرێت…", waiting: "هێشتا نەگەیشتووە", offline: `هێڵ نییە. ئەمە هێشتا نەگەیشتووە، هەوڵدان بەردەوامە. ئەگەر مەترسی هەیە، پەیوەندی بە ${numbers("هەرێمی کوردستان")} بکە.`,
      long: "پەیامەکە زۆر درێژە. دەکرێت بە چەند بەشێک بنێردرێت.",
      demonstration: `نمایشی تاقیکردنەوە، کەس ئەمە ناخوێنێتەوە. ئەگەر مەترسی هەیە، پەیوەندی بە ${numbers("هەرێمی کوردستان")} بکە.`,
    },
    kmr: {
      write: "ل ڤێرێ بنڤیسە…", send: "فرێکرن", exit: "دەرکەفتن", log: "ئاخفتن", own: "هاتە نڤیسین: ",
      sending: "دهێتە فرێکرن…", waiting: "هێشتا نەگەهشتیە", offline: `هێل نینە. ئەڤە هێشتا نەگەهشتیە، تاقیکرن بەردەوامە. ئەگەر مەترسی هەبیت، پەیوەندیێ ب ${numbers("هەرێما کوردستانێ")} بکە.`,
      long: "نامە گەلەک درێژە. دشێی ب چەند پارچان فرێ بکەی.",
      demonstration: `نیشادانەکا تاقیکرنێ یە، کەس ڤێ ناخوینیت. ئەگەر مەترسی هەبیت، پەیوەندیێ ب ${numbers("هەرێما کوردستانێ")} بکە.`,
    },
    en: {
      write: "Write here…", send: "Send", exit: "Exit", log: "Conversation", own: "Written: ",
      sending: "Sending…", waiting: "Not arrived yet", offline: `No connection. This has not arrived yet; we keep trying. In danger, call ${numbers("Kurdistan Region")}.`,
      long: "The message is too long. It can be sent in parts.",
      demonstration: `Demonstration, nobody reads this. In danger, call ${numbers("Kurdistan Region")}.`,
    },
  };

  let language = "ar";
  let last = 0;
  let source = null;
  let begun = false;
  let round = 0;
  const seen = new Set();
  const queue = [];
  let sending = false;

  /* ---- language ---- */

  function family(tag) {
    const t = (tag || "").toLowerCase();
    if (t.startsWith("ckb")) return "ckb";
    if (t.startsWith("kmr") || t.startsWith("ku")) return "kmr";
    if (t.startsWith("en")) return "en";
    return "ar";
  }

  function speak(tag, direction) {
    language = family(tag);
    page.lang = tag || "ar";
    page.dir = direction || (language === "en" ? "ltr" : "rtl");
    const t = TEXTS[language];
    at("words").placeholder = t.write;
    at("words").setAttribute("aria-label", t.write);
    at("send").setAttribute("aria-label", t.send);
    at("exit").querySelector("span").textContent = t.exit;
    at("exit").title = t.exit + " (Esc ×3)";
    at("log").setAttribute("aria-label", t.log);
    if (!at("words").value) at("words").dir = page.dir;
    if (body.dataset.demonstration === "true") {
      at("demonstration").hidden = false;
      at("demonstration").textContent = t.demonstration;
    }
  }

  /* ---- quick exit: acts here first, tells the server second ---- */

  function leave() {
    page.classList.add("away");
    document.title = "";
    at("log").replaceChildren();
    at("words").value = "";
    queue.length = 0;
    close();
    history.replaceState(null, "", "/");
    navigator.sendBeacon("/chat/exit");
    location.replace(body.dataset.exit);
  }

  let escapes = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = Date.now();
    escapes = escapes.filter((t) => now - t < 2000).concat(now);
    if (escapes.length >= 3) leave();
  });
  at("exit").addEventListener("click", leave);
  // A page that a browser kept aside comes back as a new one.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  /* ---- asking the server ---- */

  function ask(path, options = {}) {
    return fetch(path, {
      ...options,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      headers: { "Accept-Language": page.lang || language, ...(options.body ? { "Content-Type": "application/json" } : {}) },
    });
  }

  async function detail(answer) {
    try { return await answer.json(); } catch { return { code: "failed", detail: "" }; }
  }

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  async function begin() {
    at("begin").disabled = true;
    at("trouble").textContent = "";
    try {
      const answer = await ask("/chat/session", { method: "POST" });
      if (!answer.ok) {
        at("trouble").textContent = (await detail(answer)).detail;
        return;
      }
      begun = true;
      round++;
      at("start").hidden = true;
      at("chat").hidden = false;
      listen();
      if (matchMedia("(pointer: fine)").matches) at("words").focus();
      pump();
    } catch {
      at("trouble").textContent = TEXTS[language].offline;
    } finally {
      at("begin").disabled = false;
    }
  }

  /** The session ended: nothing of it stays on the screen. What had not arrived goes back where it was written. */
  function over() {
    if (!begun) return;
    begun = false;
    round++;
    close();
    const unsent = queue.filter((item) => item.body.text).map((item) => item.body.text).join("\n");
    queue.length = 0;
    seen.clear();
    last = 0;
    at("log").replaceChildren();
    at("notice").textContent = "";
    if (unsent) at("words").value = unsent;
    at("chat").hidden = true;
    at("start").hidden = false;
  }

  /* ---- lines from the server ---- */

  function close() {
    if (source) source.close();
    source = null;
  }

  function listen() {
    close();
    if (!window.EventSource) return poll(round);
    source = new EventSource("/chat/stream?after=" + last);
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
    speak(line.l, line.d);
    const said = document.createElement("div");
    said.className = "said";
    said.lang = line.l;
    said.dir = line.d === "ltr" ? "ltr" : "rtl";
    said.dataset.ref = line.r;
    const words = document.createElement("p");
    words.className = "words";
    words.textContent = line.t;
    said.append(words);
    // The harmless page after EXIT stands alone: nothing of before is left above it.
    if (line.c.length === 1 && option(line.c[0]) === "p-clear") at("log").replaceChildren();
    if (line.c.length) {
      const asks = !line.c.every((choice) => option(choice) === TAKE_BACK);
      // One question at a time: what was asked before is answered, or asked again. Taking back stays possible.
      if (asks) for (const earlier of at("log").querySelectorAll(".said.asks")) settle(earlier);
      said.classList.toggle("asks", asks);
      said.append(choices(said, line.c));
    }
    // A question that comes again as it stood takes the place of the one before: ticks do not fill the screen.
    const before = at("log").querySelectorAll(".said");
    const same = line.c.length && before.length ? before[before.length - 1] : null;
    if (same && same.querySelector(".words").textContent === line.t && !same.querySelector(".choices")) same.remove();
    add(said);
  }

  /** What was said is taken away, and with it what was written right before and after it. */
  function gone(said) {
    if (!said) return;
    for (const beside of ["previousElementSibling", "nextElementSibling"]) {
      while (said[beside]?.classList.contains("own")) said[beside].remove();
    }
    said.remove();
  }

  const TAKE_BACK = "m-take-back";

  /** What a choice does, as its token ends: moves stand apart from answers. */
  function option(choice) {
    return choice.v.slice(choice.v.lastIndexOf("|") + 1);
  }

  function choices(said, list) {
    let answers = false;
    const group = document.createElement("div");
    group.className = "choices";
    group.setAttribute("role", "group");
    for (const choice of list) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = choice.n;
      if (option(choice).startsWith("m-")) {
        if (answers && !group.querySelector(".move")) group.append(lineBreak());
        if (answers) button.className = "move";
      } else {
        answers = true;
      }
      button.addEventListener("click", () => {
        settle(said);
        post({ token: choice.v }, choice.n);
      });
      group.append(button);
    }
    return group;
  }

  function lineBreak() {
    const line = document.createElement("span");
    line.className = "break";
    return line;
  }

  function settle(said) {
    const group = said?.querySelector(".choices");
    if (!group) return;
    if (group.contains(document.activeElement)) at("words").focus({ preventScroll: true });
    group.remove();
  }

  function add(element) {
    const log = at("log");
    log.append(element);
    log.scrollTop = log.scrollHeight;
  }

  /* ---- what is written: one after the other, again until it arrived ---- */

  function onceId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  }

  /** Keeps a telephone number in its own order where the line runs from right to left. */
  function whole(text) {
    return text.replace(/[+0-9٠-٩۰-۹][0-9٠-٩۰-۹ \-]{5,}[0-9٠-٩۰-۹]/g, "\u2066$&\u2069");
  }

  function post(content, label) {
    const id = onceId();
    const own = document.createElement("div");
    own.className = "own waiting";
    own.dataset.ref = id;
    const words = document.createElement("p");
    words.className = "words";
    words.dir = "auto";
    const heard = document.createElement("span");
    heard.className = "heard";
    heard.textContent = TEXTS[language].own;
    words.append(heard, whole(label));
    const state = document.createElement("p");
    state.className = "state";
    own.append(words, state);
    add(own);
    queue.push({ body: { id, ...content }, own, state });
    pump();
  }

  async function pump() {
    if (sending || !begun) return;
    sending = true;
    let wait = 1000;
    while (queue.length && begun) {
      const item = queue[0];
      const slow = setTimeout(() => { item.state.textContent = TEXTS[language].sending; }, 800);
      try {
        const answer = await ask("/chat/messages", { method: "POST", body: JSON.stringify(item.body) });
        clearTimeout(slow);
        if (answer.ok) {
          arrived(item);
          wait = 1000;
          continue;
        }
        const problem = await detail(answer);
        if (answer.status === 401) { over(); break; }
        if (answer.status < 500) { refused(item, problem); continue; }
        at("notice").textContent = problem.detail || TEXTS[language].offline;
      } catch {
        clearTimeout(slow);
        at("notice").textContent = TEXTS[language].offline;
      }
      item.state.textContent = TEXTS[language].waiting;
      await pause(wait);
      wait = Math.min(wait * 2, 10000);
    }
    sending = false;
  }

  function arrived(item) {
    queue.shift();
    item.own.classList.remove("waiting");
    item.state.textContent = "";
    at("notice").textContent = "";
  }

  /** Will never be taken as it is: the words go back to be changed. */
  function refused(item, problem) {
    queue.shift();
    item.own.remove();
    at("notice").textContent = problem.detail;
    if (item.body.text && !at("words").value) {
      at("words").value = item.body.text;
      grow();
    }
  }

  function grow() {
    const words = at("words");
    words.style.height = "auto";
    words.style.height = Math.min(words.scrollHeight + 2, 152) + "px";
    // An empty field would take "auto" for left-to-right and show its hint on the wrong side.
    words.dir = words.value ? "auto" : page.dir;
    at("send").disabled = !words.value.trim();
  }

  function say() {
    const text = at("words").value.trim();
    if (!text) return;
    if (text.length > Number(body.dataset.longest)) {
      at("notice").textContent = TEXTS[language].long;
      return;
    }
    at("words").value = "";
    at("notice").textContent = "";
    grow();
    post({ text }, text);
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
  at("begin").addEventListener("click", begin);

  speak((navigator.languages || []).find((tag) => /^(ar|ckb|ku|kmr|en)/i.test(tag)) || "ar");
  grow();
})();
