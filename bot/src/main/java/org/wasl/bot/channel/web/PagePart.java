package org.wasl.bot.channel.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A part of the page, the same for everybody, and so packed once. */
final class PagePart {

    private final MediaType type;
    private final byte[] plain;
    private final byte[] packed;

    private PagePart(MediaType type, byte[] plain, byte[] packed) {
        this.type = type;
        this.plain = plain;
        this.packed = packed;
    }

    static PagePart text(MediaType type, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return new PagePart(type, plain, gzip(plain));
    }

    /** Of a kind that is packed already. */
    static PagePart packed(MediaType type, byte[] bytes) {
        return new PagePart(type, bytes, bytes);
    }

    ResponseEntity.BodyBuilder answer(String takes) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return bytes(takes) == plain ? answer : answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }

    byte[] bytes(String takes) {
        return packed != plain && takes.toLowerCase(Locale.ROOT).contains("gzip") ? packed : plain;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
