// HPKE (RFC 9180) in base mode, the opening half: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message.
const KEM = [0x4b, 0x45, 0x4d, 0x00, 0x10];
const SUITE = [0x48, 0x50, 0x4b, 0x45, 0x00, 0x10, 0x00, 0x01, 0x00, 0x02];
const POINT = 65;
const NOTHING = new Uint8Array(0);

const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => { all.set(part, at); return at + part.length; }, 0);
  return all;
};
const label = (words) => new TextEncoder().encode(words);

const mac = async (key, content) => {
  // An empty key is as many zeros as the hash is long (RFC 2104); not every browser takes an empty one.
  const secret = key.length ? key : new Uint8Array(32);
  const made = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, content));
};
const extract = (suite, salt, name, secret) => mac(salt, joined(label("HPKE-v1"), suite, label(name), secret));
/** At most 32 bytes: one block. */
const expand = async (suite, secret, name, info, length) =>
  (await mac(secret, joined([0, length], label("HPKE-v1"), suite, label(name), info, [1]))).slice(0, length);

/** Opens what was sealed to the pair of these two keys under this info; throws for anything else. */
export const open = async (privateKey, publicKey, sealed, info) => {
  const point = sealed.subarray(0, POINT);
  const theirs = await crypto.subtle.importKey("raw", point, { name: "ECDH", namedCurve: "P-256" }, false, []);
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, privateKey, 256));
  const first = await extract(KEM, NOTHING, "eae_prk", shared);
  const agreed = await expand(KEM, first, "shared_secret", joined(point, publicKey), 32);
  const schedule = joined([0], await extract(SUITE, NOTHING, "psk_id_hash", NOTHING), await extract(SUITE, NOTHING, "info_hash", info));
  const secret = await extract(SUITE, agreed, "secret", NOTHING);
  const key = await crypto.subtle.importKey("raw", await expand(SUITE, secret, "key", schedule, 32), "AES-GCM", false, ["decrypt"]);
  const iv = await expand(SUITE, secret, "base_nonce", schedule, 12);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed.subarray(POINT)));
};
