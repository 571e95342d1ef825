/* Lines of the bot as they look on the page. */

const TAKE_BACK = "m-take-back";

/** The moves that stand at the foot of every question, each at its place and with its sign. */
const FOOT = {
  "m-skip": "M6 6l6 6-6 6M13 6l6 6-6 6",
  "m-help": "M9.2 9a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1.1-1.4 2.1M12 17.2v.1M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0",
  "m-exit": "M6 6l12 12M18 6L6 18",
  "m-more": "M5.5 12h.1M12 12h.1M18.5 12h.1",
};
const TURNS = new Set(["m-skip"]);
const SPEAKER = "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11";
const CHECK = "M5 12.5l4.5 4.5L19 7.5";
const TICK = "\u2713 ";

/** What a choice does, as its token ends: moves stand apart from answers. */
function option(choice) {
  return choice.v.slice(choice.v.lastIndexOf("|") + 1);
}

/** A sign like the one on the way out, with lines of its own. */
function sign(path) {
  const svg = at("exit").querySelector("svg").cloneNode(true);
  svg.firstElementChild.setAttribute("d", path);
  return svg;
}

function button(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(label);
  made.addEventListener("click", press);
  return made;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f]/;

/** The text with each line in its own direction: one in another script does not get its full stop on the wrong side. */
function paragraphs(text, direction) {
  const parts = [];
  text.split("\n").forEach((line, index) => {
    if (index) parts.push("\n");
    const own = RIGHT_TO_LEFT.test(line) ? "rtl" : LEFT_TO_RIGHT.test(line) ? "ltr" : direction;
    // A line that mixes scripts belongs to the message it stands in.
    if (own === direction || own === "rtl" && LEFT_TO_RIGHT.test(line)) {
      parts.push(...numbered(line));
    } else {
      const other = document.createElement("bdi");
      other.dir = own;
      other.append(...numbered(line));
      parts.push(other);
    }
  });
  return parts;
}

/** Keeps a telephone number or an account in its own order where the line runs from right to left. */
function whole(text) {
  return text.replace(/[+0-9٠-٩۰-۹][0-9٠-٩۰-۹ \-]{5,}[0-9٠-٩۰-۹]|@[A-Za-z0-9._-]+/g, "\u2066$&\u2069");
}

/** A line with its numbers marked: one to call or to keep is not torn apart where the line ends. */
function numbered(line) {
  return line.split(/(\u2066[^\u2069]*[0-9٠-٩۰-۹]\u2069)/).filter(Boolean).map((part) => {
    if (!part.startsWith("\u2066")) return part;
    const number = document.createElement("bdi");
    number.dir = "ltr";
    number.className = "number";
    number.textContent = part.slice(1, -1);
    return number;
  });
}

function said(line) {
  const element = document.createElement("div");
  element.className = "said";
  element.lang = line.l;
  element.dir = line.d === "ltr" ? "ltr" : "rtl";
  element.dataset.ref = line.r;
  element.said = line.t;
  const words = document.createElement("p");
  words.className = "words";
  words.id = "w-" + line.r;
  words.append(...paragraphs(line.t, element.dir));
  element.append(words);
  if (line.a) element.append(listen(line));
  return element;
}

let playing = null;

/** Plays the words on a tap and stops on the next; nothing sounds by itself. */
function listen(line) {
  const made = button(sign(SPEAKER), () => {
    const mine = playing && playing.ref === line.r;
    hush();
    if (mine) return;
    const sound = new Audio("/chat/audio?of=" + encodeURIComponent(line.a));
    playing = { ref: line.r, sound, made };
    made.setAttribute("aria-pressed", "true");
    sound.addEventListener("ended", hush);
    sound.play().catch(hush);
  });
  made.className = "listen";
  made.setAttribute("aria-pressed", "false");
  made.append(text("listen"));
  return made;
}

function hush() {
  if (!playing) return;
  playing.sound.pause();
  playing.made.setAttribute("aria-pressed", "false");
  playing = null;
}

/** The buttons under a message: answers as chips, the moves of every question below them in one row. */
function choices(element, list, press) {
  const group = document.createElement("div");
  group.className = "choices";
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", element.querySelector(".words").id);
  const foot = document.createElement("div");
  foot.className = "foot";
  const answers = list.map(option).filter((id) => !id.startsWith("m-"));
  // Several can be picked where answers stand beside the one that says it is done.
  const several = answers.length > 1 && answers.includes("done");
  for (const choice of list) {
    const id = option(choice);
    const chip = button(choice.n, () => press(choice, chip));
    chip.value = id;
    if (FOOT[id]) {
      chip.className = "move";
      const icon = sign(FOOT[id]);
      if (TURNS.has(id)) icon.classList.add("turns");
      chip.prepend(icon);
      foot.append(chip);
      continue;
    }
    if (id === "done") chip.className = "done";
    if (id === "page") chip.className = "page";
    if (several && id !== "done" && !id.startsWith("m-")) tickable(chip, choice.n);
    group.append(chip);
  }
  if (foot.children.length) group.append(foot);
  return group;
}

function tickable(chip, label) {
  const picked = label.startsWith(TICK);
  chip.className = "tick";
  const box = document.createElement("span");
  box.className = "box";
  box.append(sign(CHECK));
  chip.replaceChildren(box, picked ? label.slice(TICK.length) : label);
  chip.setAttribute("aria-pressed", String(picked));
}
