package org.wasl.admin.print;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document as the answer to a request: a file to keep, in no cache. */
public final class PdfAnswer {
    private PdfAnswer() {}

    /** @param name of the file without its ending: small letters, digits and dashes of ours, nothing anybody typed */
    public static ResponseEntity<byte[]> of(String name, byte[] pdf) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("file name: not ours (expected: [a-z0-9-]{1,60})");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }
}
