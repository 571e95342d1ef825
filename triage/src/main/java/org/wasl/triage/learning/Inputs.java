package org.wasl.triage.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.wasl.triage.classifier.FeatureNames;
import org.wasl.triage.corpus.Corpus;

/** The digest of everything a model is made from: training texts, settings, features. */
final class Inputs {

    private Inputs() {}

    /** SHA-256 in hexadecimal digits over the training files under a corpus folder and what the program adds. */
    static String digest(Path corpus) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : Corpus.trainingFiles(corpus)) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(file));
            digest.update((byte) 0);
        }
        digest.update(Settings.DEFAULTS.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(FeatureNames.settings().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
