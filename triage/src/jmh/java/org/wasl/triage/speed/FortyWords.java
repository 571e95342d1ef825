package org.wasl.triage.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;

/** Texts of forty words, joined from the development texts of a language by line breaks, as fragments of a report are. */
final class FortyWords {

    /** For texts of all languages, one after the other. */
    static final String ALL = "all";

    /** The forms people write in, as the corpus names them. */
    private static final List<String> LANGUAGES = List.of("ar", "ckb", "kmr-arab", "arabizi", "kmr-latn", "ckb-latn");

    static final Path CORPUS = Path.of("src/corpus");

    private static final int WORDS = 40;

    private FortyWords() {}

    static List<String> of(String language) throws IOException {
        List<String> texts = new ArrayList<>();
        if (language.equals(ALL)) {
            for (String each : LANGUAGES) {
                texts.addAll(of(each));
            }
            return texts;
        }
        StringBuilder text = new StringBuilder();
        int words = 0;
        for (CorpusText written : Corpus.read(CORPUS).dev()) {
            if (written.language().equals(language)) {
                for (String word : written.text().split("\\s+")) {
                    text.append(word);
                    if (++words % WORDS == 0) {
                        texts.add(text.toString());
                        text.setLength(0);
                    } else {
                        text.append(' ');
                    }
                }
                text.append('\n');
            }
        }
        return texts;
    }

    /** Writes the texts of all languages into a file, a line each, for readers that are no Java. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        of(ALL).forEach(text -> lines.add(text.replace('\n', ' ')));
        Files.write(Path.of(arguments[0]), lines, StandardCharsets.UTF_8);
    }
}
