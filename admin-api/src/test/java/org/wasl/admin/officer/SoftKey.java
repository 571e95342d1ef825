package org.wasl.admin.officer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey in it, as far as a desk sees one: answers what a browser would hand on. */
final class SoftKey {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final int WORD = 32;

    private final KeyPair pair;
    private final byte[] id = new byte[WORD];
    private String site = "localhost";
    private String origin = "http://localhost:8081";
    private boolean verifies = true;
    private int count;

    SoftKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
            new java.security.SecureRandom().nextBytes(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands before a page of another address. */
    SoftKey at(String otherOrigin, String otherSite) {
        origin = otherOrigin;
        site = otherSite;
        return this;
    }

    /** Asks for no finger and no PIN. */
    SoftKey careless() {
        verifies = false;
        return this;
    }

    SoftKey counting(int from) {
        count = from;
        return this;
    }

    /** The answer to what a desk asked of a browser to make one. */
    String made(String options) {
        byte[] data = data(ATTESTED, key());
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.writeBytes(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746159"));
        attestation.writeBytes(
                ByteBuffer.allocate(Short.BYTES).putShort((short) data.length).array());
        attestation.writeBytes(data);
        return answer(Map.of(
                "clientDataJSON", text(client("webauthn.create", options)),
                "attestationObject", text(attestation.toByteArray())));
    }

    /** The answer to what a desk asked of a browser to show one. */
    String taken(String options) {
        byte[] data = data(0, new byte[0]);
        byte[] client = client("webauthn.get", options);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(sha(client));
            return answer(Map.of(
                    "clientDataJSON", text(client),
                    "authenticatorData", text(data),
                    "signature", text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
    }

    private byte[] client(String type, String options) {
        JsonNode asked = JSON.readTree(options);
        return JSON.writeValueAsString(
                        Map.of("type", type, "challenge", asked.get("challenge").asString(), "origin", origin))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int flags, byte[] more) {
        return ByteBuffer.allocate(WORD + 1 + Integer.BYTES + more.length)
                .put(sha(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (verifies ? VERIFIED : 0) | flags))
                .putInt(count == 0 ? 0 : count++)
                .put(more)
                .array();
    }

    /** No maker, the id, and the public key as COSE has it (RFC 9053, 7.1.1). */
    private byte[] key() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.writeBytes(new byte[] {0, WORD});
        out.writeBytes(id);
        out.writeBytes(HexFormat.of().parseHex("a5010203262001215820"));
        out.writeBytes(word(key.getW().getAffineX().toByteArray()));
        out.writeBytes(HexFormat.of().parseHex("225820"));
        out.writeBytes(word(key.getW().getAffineY().toByteArray()));
        return out.toByteArray();
    }

    private static byte[] word(byte[] number) {
        byte[] word = new byte[WORD];
        int length = Math.min(number.length, WORD);
        System.arraycopy(number, number.length - length, word, WORD - length, length);
        return word;
    }

    private static byte[] sha(byte[] what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
