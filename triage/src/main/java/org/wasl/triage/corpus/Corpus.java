package org.wasl.triage.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.lexicon.Problems;
import org.wasl.triage.text.Normaliser;

/**
 * The project's own texts: those to learn on and those to measure on, in the order of files and lines.
 *
 * @param train written to learn on
 * @param dev written by other people than the training texts of the same language, to measure on
 * @param repeated development texts that somebody wrote word by word for training too; left out of {@code dev}
 */
public record Corpus(List<CorpusText> train, List<CorpusText> dev, int repeated) {

    private static final String SUFFIX = ".tsv";

    /**
     * Reads {@code train/*.tsv} and {@code dev/*.tsv} under a folder. Either may be absent.
     *
     * @throws FaultyDataException with every problem of every file
     */
    public static Corpus read(Path folder) throws IOException {
        Problems problems = new Problems();
        List<CorpusText> train = part(folder.resolve("train"), problems);
        List<CorpusText> dev = part(folder.resolve("dev"), problems);
        if (train.isEmpty()) {
            problems.add(folder.resolve("train").toString(), 0, "no texts");
        }
        problems.throwIfPresent();
        Set<String> learnt = train.stream().map(text -> bare(text.text())).collect(Collectors.toSet());
        List<CorpusText> unseen =
                dev.stream().filter(text -> !learnt.contains(bare(text.text()))).toList();
        return new Corpus(train, unseen, dev.size() - unseen.size());
    }

    /** The files of the training texts, in the order they are read. */
    public static List<Path> trainingFiles(Path folder) throws IOException {
        return tables(folder.resolve("train"));
    }

    private static List<CorpusText> part(Path folder, Problems problems) throws IOException {
        List<CorpusText> texts = new ArrayList<>();
        for (Path file : tables(folder)) {
            String name = file.getFileName().toString();
            String writer = name.substring(0, name.length() - SUFFIX.length());
            String shown = folder.getFileName() + "/" + name;
            try {
                texts.addAll(new CorpusFile(shown, writer, problems).read(Files.readAllLines(file)));
            } catch (CharacterCodingException notUtf8) {
                problems.add(shown, 0, "not UTF-8");
            }
        }
        return List.copyOf(texts);
    }

    private static List<Path> tables(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** The letters and digits of a text, folded: what two copies of it share whatever their typing. */
    static String bare(String text) {
        return Normaliser.foldedWord(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
