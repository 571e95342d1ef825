// Times: absolute ones in Baghdad's time, running ones each second.
import { all, isolated, one } from "./dom.js";

const locale = document.documentElement.lang === "kmr" ? "ckb" : document.documentElement.lang;
const zone = { timeZone: "Asia/Baghdad", numberingSystem: "latn" };
const stamp = (options) => new Intl.DateTimeFormat([locale, "ar", "en"], { ...zone, ...options });
const long = stamp({ day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const short = stamp({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const absolute = (root) => {
  all("time[data-time], time[data-clock]", root).forEach((time) => {
    const at = new Date(time.getAttribute("datetime"));
    if (isNaN(at)) return;
    const today = Date.now() - at.getTime() < 20 * 3600e3 && time.hasAttribute("data-clock");
    time.textContent = (today ? short : long).format(at);
    time.title = long.format(at);
  });
};
/** Hour and minute of a moment. */
export const clock = (at) => short.format(at);

const span = (ms, bare) => {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60);
  // Large on a wall there is room for digits only.
  if (bare && hours > 0) return hours + ":" + two(minutes % 60) + ":" + two(seconds % 60);
  const { days, hours: hour } = document.body.dataset;
  if (days && hours >= 48) return days.replace("{0}", Math.floor(hours / 24)).replace("{1}", hours % 24);
  // With words, so that nobody takes how long for when.
  if (hour && hours > 0) return hour.replace("{0}", hours).replace("{1}", minutes % 60);
  return minutes + ":" + two(seconds % 60);
};

export const tick = () => {
  const said = one("[data-left]");
  if (!said) return;
  const now = Date.now();
  all("time[data-due]").forEach((time) => {
    const left = Number(time.dataset.due) - now;
    time.classList.toggle("over", left < 0);
    time.textContent = (left < 0 ? said.dataset.over : said.dataset.left).replace("{0}", isolated(span(left)));
  });
  all("time[data-since]").forEach((time) => {
    const bare = time.hasAttribute("data-bare");
    const waited = span(now - Number(time.dataset.since), bare);
    time.textContent = bare ? waited : said.dataset.ago.replace("{0}", isolated(waited));
  });
};
