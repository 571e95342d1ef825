package org.wasl.admin.partner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.wasl.triage.seal.Bytes;

/**
 * A file ready to leave.
 *
 * @param name says nothing but the reference
 * @param passphrase that opens it, to be passed on by another way; empty for one that is sealed to a key
 */
public record BundleFile(String name, String mediaType, Bytes content, String passphrase) {
    static final String INSIDE = "handover.html";

    static BundleFile sealed(String reference, Bytes content) {
        return new BundleFile(reference + ".wasl", "application/octet-stream", content, "");
    }

    /** A ZIP whose one entry is encrypted with AES-256 (WinZip's AE-2): 7-Zip, WinRAR, Keka, ZArchiver open it. */
    static BundleFile zipped(String reference, Bytes page, String passphrase) {
        ZipParameters parameters = new ZipParameters();
        parameters.setCompressionMethod(CompressionMethod.DEFLATE);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setAesVersion(AesVersion.TWO);
        parameters.setFileNameInZip(INSIDE);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, passphrase.toCharArray())) {
            zip.putNextEntry(parameters);
            zip.write(page.toArray());
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new BundleFile(reference + ".zip", "application/zip", Bytes.copyOf(file.toByteArray()), passphrase);
    }

    @Override
    public String toString() {
        return "BundleFile[redacted]";
    }
}
