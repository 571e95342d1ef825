// Sound: off until somebody turns it on on this device.
import { all } from "./dom.js";

const on = () => localStorage.getItem("wasl.sound") === "on";
let audio = null;

export const tone = () => {
  if (!on()) return;
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
const show = () => {
  all("[data-sound-toggle]").forEach((button) => button.setAttribute("aria-pressed", String(on())));
  all("[data-sound]").forEach((box) => { box.checked = on(); });
};
const set = (wanted) => {
  localStorage.setItem("wasl.sound", wanted ? "on" : "off");
  show();
  tone();
  // Asked once, by a hand: a window behind another can then be told of as well.
  if (wanted && self.Notification && Notification.permission === "default") Notification.requestPermission().catch(() => {});
};

export const sound = () => {
  show();
  all("[data-sound-toggle]").forEach((button) => button.addEventListener("click", () => set(!on())));
  all("[data-sound]").forEach((box) => box.addEventListener("change", () => set(box.checked)));
};
