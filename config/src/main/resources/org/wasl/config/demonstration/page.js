"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  for (const button of all("[data-role]")) {
    button.addEventListener("click", () => {
      const role = button.dataset.role;
      document.getElementById("console").src = `/seat/${role}/demonstration/sign-in/${role}`;
      for (const other of all("[data-role]")) other.setAttribute("aria-pressed", String(other === button));
    });
  }

  for (const tab of all("[data-language]")) {
    tab.addEventListener("click", () => {
      for (const other of all("[data-language]")) other.setAttribute("aria-selected", String(other === tab));
      for (const list of all("[data-sentences]")) list.hidden = list.dataset.sentences !== tab.dataset.language;
    });
  }

  for (const sentence of all(".copy")) {
    sentence.addEventListener("click", async () => {
      const told = document.getElementById("copied");
      try {
        await navigator.clipboard.writeText(sentence.textContent);
        told.textContent = "Copied. Paste it into the chat.";
      } catch {
        getSelection().selectAllChildren(sentence);
        told.textContent = "Marked. Copy it with Ctrl-C.";
      }
    });
  }
})();
