// Passkeys: the browser asks for a finger, a face or a PIN; what it answers goes along in a form.
import { all, post } from "./dom.js";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

const made = async (options) => {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    },
  });
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: {
      attestationObject: text(credential.response.attestationObject),
      clientDataJSON: text(credential.response.clientDataJSON),
      transports: credential.response.getTransports ? credential.response.getTransports() : [],
    },
  };
};

const taken = async (options) => {
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) },
  });
  const answer = credential.response;
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: {
      authenticatorData: text(answer.authenticatorData),
      clientDataJSON: text(answer.clientDataJSON),
      signature: text(answer.signature),
      userHandle: answer.userHandle ? text(answer.userHandle) : undefined,
    },
  };
};

/** A form that needs a passkey: asks for what to sign, lets it be signed, and goes. */
export const passkeys = () => {
  all("form[data-passkey]").forEach((form) => {
    if (!window.PublicKeyCredential) { form.hidden = true; return; }
    form.addEventListener("submit", async (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      try {
        const asked = await post(form.dataset.options, form.elements.ticket ? { ticket: form.elements.ticket.value } : undefined);
        if (!asked.ok) throw new Error();
        const options = await asked.json();
        form.elements.credential.value = JSON.stringify(form.dataset.passkey === "make" ? await made(options) : await taken(options));
        form.requestSubmit();
      } catch {
        // Refused by the person, or none is here: said beside the button, and the other ways stay.
        form.querySelector("[data-failed]").hidden = false;
      }
    });
  });
};
