package org.wasl.triage.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question in one language as it was, or is, put to people.
 *
 * @param text what is asked; what is filled in while speaking (a telephone number) stands as an ellipsis
 * @param options by id, the labels it offers, in their order; empty where words are asked for
 */
public record QuestionWords(String id, String text, Map<String, String> options) {

    private static final char FIELD = '\t';
    private static final int EDITION_BYTES = 4;

    public QuestionWords {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Names these very words: the same words have the same edition, others another one. */
    public String edition() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(row("").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, EDITION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    public QuestionName name() {
        return new QuestionName(id, edition());
    }

    /** What of the options has this label. */
    Optional<String> option(String label) {
        return options.entrySet().stream()
                .filter(option -> option.getValue().equals(label))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** As a line of the recording. */
    public String row() {
        return row(edition());
    }

    private String row(String edition) {
        List<String> fields = new ArrayList<>(List.of(id, edition, line(text)));
        options.forEach((option, label) -> fields.add(option + "=" + line(label)));
        return String.join(String.valueOf(FIELD), fields);
    }

    private static String line(String text) {
        return text.replace("\t", " ").replace("\n", "\\n");
    }

    /** Reads a line of the recording. Throws {@link IllegalArgumentException} where its words were changed by hand. */
    static QuestionWords read(String row) {
        String[] fields = row.split(String.valueOf(FIELD));
        if (fields.length < 3) {
            throw new IllegalArgumentException("question: " + fields.length + " fields (expected: 3 or more)");
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (int at = 3; at < fields.length; at++) {
            String[] option = fields[at].split("=", 2);
            options.put(option[0], option[1].replace("\\n", "\n"));
        }
        QuestionWords words = new QuestionWords(fields[0], fields[2].replace("\\n", "\n"), options);
        if (!words.edition().equals(fields[1])) {
            throw new IllegalArgumentException(
                    "question " + words.id() + ": edition " + fields[1] + " (expected: " + words.edition() + ")");
        }
        return words;
    }
}
