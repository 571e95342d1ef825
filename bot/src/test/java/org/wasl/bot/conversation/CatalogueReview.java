package org.wasl.bot.conversation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Strings out to a native reader and back, as XLIFF 1.2: every string of a locale with its English source, where it is
 * said, its longest length and its status. What comes back is taken whole or not at all: placeholders, lengths and
 * forbidden words are checked with the flow compiler's own rules, and a string that changed here since it went out is not
 * overwritten. A unit the reader marked {@code signed-off} or {@code final} becomes reviewed, with name and day; the
 * files keep their order and their comments. Started by {@code bot/review}.
 */
final class CatalogueReview {

    private static final String NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2";
    private static final String SOURCE = "en";
    private static final Set<String> SIGNED = Set.of("signed-off", "final");
    private static final Path FOLDER = Path.of("bot/src/main/resources/catalogue");
    private static final Pattern ENTRY = Pattern.compile("^ {2}\"?([a-zA-Z0-9.-]+)\"?: .*$");

    private final Material material;
    private final Path folder;

    /** What came of taking a file in: the new files by path, or what is wrong with it. */
    record Taken(Map<Path, String> files, List<String> problems, int changed, int reviewed) {}

    /** What a reader sent back for one string. */
    private record Unit(String text, String state, String digest) {}

    CatalogueReview(Material material, Path folder) {
        this.material = material;
        this.folder = folder;
    }

    /** {@code export LOCALE FILE} or {@code import FILE "NAME OF THE READER"}. */
    public static void main(String[] arguments) throws IOException, XMLStreamException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        CatalogueReview review = new CatalogueReview(Materials.REAL, FOLDER);
        if (arguments.length == 3 && arguments[0].equals("export")) {
            Files.writeString(Path.of(arguments[2]), review.export(arguments[1]));
            out.println("wrote " + arguments[2]);
        } else if (arguments.length == 3 && arguments[0].equals("import")) {
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Baghdad"));
            Taken taken = review.take(Files.readString(Path.of(arguments[1])), arguments[2], today);
            taken.problems().forEach(out::println);
            for (Map.Entry<Path, String> file : taken.files().entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
            out.println(
                    taken.problems().isEmpty()
                            ? taken.changed() + " strings changed, " + taken.reviewed() + " reviewed"
                            : taken.problems().size() + " problems, nothing was taken");
        } else {
            out.println("export LOCALE FILE, or import FILE \"NAME OF THE READER\"");
        }
    }

    /** All strings of a locale, in the order of its files. */
    String export(String locale) throws IOException, XMLStreamException {
        Catalogue words = known(locale);
        Catalogue source = material.catalogue(SOURCE);
        Map<String, Set<String>> said = said();
        Set<String> labels = labels();
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("xliff");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("version", "1.2");
        for (Path file : files(locale)) {
            xml.writeCharacters("\n");
            xml.writeStartElement("file");
            xml.writeAttribute("original", file.getFileName().toString());
            xml.writeAttribute("source-language", SOURCE);
            xml.writeAttribute("target-language", locale);
            xml.writeAttribute("datatype", "plaintext");
            xml.writeStartElement("body");
            for (String key : keys(Files.readString(file))) {
                unit(xml, words, source, key, said.getOrDefault(key, Set.of()), labels.contains(key));
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static void unit(
            XMLStreamWriter xml, Catalogue words, Catalogue source, String key, Set<String> said, boolean label)
            throws XMLStreamException {
        Catalogue.Entry entry = words.entry(key);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("trans-unit");
        xml.writeAttribute("id", key);
        xml.writeAttribute("maxwidth", String.valueOf(most(label)));
        xml.writeAttribute("size-unit", "char");
        xml.writeAttribute("xml:space", "preserve");
        element(xml, "source", source.entry(key).pattern());
        xml.writeStartElement("target");
        xml.writeAttribute("state", entry.status().equals("reviewed") ? "final" : "needs-review-translation");
        xml.writeCharacters(entry.pattern());
        xml.writeEndElement();
        note(xml, "context", (label ? "button" : "message") + (said.isEmpty() ? "" : " at " + String.join(", ", said)));
        note(
                xml,
                "status",
                entry.status() + (entry.reviewedBy() == null ? "" : " by " + entry.reviewedBy() + " on " + entry.on()));
        note(xml, "digest", digest(source, words, key));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void note(XMLStreamWriter xml, String from, String text) throws XMLStreamException {
        xml.writeStartElement("note");
        xml.writeAttribute("from", from);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static int most(boolean label) {
        return label ? FlowLimits.DEFAULTS.labelMax() : FlowLimits.DEFAULTS.textMax();
    }

    /** Changes when the source or the string changes: what went out and what stands here are then not the same. */
    private static String digest(Catalogue source, Catalogue words, String key) {
        try {
            String both = source.entry(key).pattern() + "\n" + words.entry(key).pattern();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks what came back; answers the new files, or every problem at once and no file. */
    Taken take(String xliff, String reader, LocalDate on) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Unit> units = new LinkedHashMap<>();
        String locale = read(xliff, units, problems);
        if (reader.isBlank()) {
            problems.add("the reader has no name");
        }
        if (!problems.isEmpty() || !material.catalogues().containsKey(locale)) {
            problems.add("locale " + locale + " (expected: one of " + material.locales() + ")");
            return new Taken(Map.of(), problems, 0, 0);
        }
        Catalogue words = known(locale);
        fits(words, units, problems);
        Map<Path, String> files = new LinkedHashMap<>();
        int changed = 0;
        int reviewed = 0;
        for (Path file : files(locale)) {
            StringBuilder written = new StringBuilder();
            for (String line : Files.readString(file).split("\n", -1)) {
                Matcher entry = ENTRY.matcher(line);
                Unit unit = entry.matches() ? units.get(entry.group(1)) : null;
                boolean signed = unit != null && SIGNED.contains(unit.state());
                boolean other = unit != null
                        && !unit.text().equals(words.entry(entry.group(1)).pattern());
                boolean already =
                        unit != null && words.entry(entry.group(1)).status().equals("reviewed");
                boolean news = unit != null && (other || (signed && !already));
                written.append(news ? line(entry.group(1), Objects.requireNonNull(unit), signed, reader, on) : line)
                        .append('\n');
                changed += other ? 1 : 0;
                reviewed += news && signed ? 1 : 0;
            }
            written.setLength(written.length() - 1);
            if (!written.toString().equals(Files.readString(file))) {
                files.put(file, written.toString());
            }
        }
        compiles(locale, files, units, problems);
        return problems.isEmpty() ? new Taken(files, problems, changed, reviewed) : new Taken(Map.of(), problems, 0, 0);
    }

    private void fits(Catalogue words, Map<String, Unit> units, List<String> problems) {
        Catalogue source = material.catalogue(SOURCE);
        for (Map.Entry<String, Unit> unit : units.entrySet()) {
            String key = unit.getKey();
            if (!words.has(key)) {
                problems.add(key + ": no such string");
            } else if (!unit.getValue().digest().equals(digest(source, words, key))
                    && !unit.getValue().text().equals(words.entry(key).pattern())) {
                problems.add(key + ": changed here since it went out");
            }
        }
        words.keys().stream()
                .filter(key -> !units.containsKey(key))
                .forEach(key -> problems.add(key + ": did not come back"));
    }

    /** The catalogue as it would be, judged by the rules every start judges it by. */
    private void compiles(String locale, Map<Path, String> files, Map<String, Unit> units, List<String> problems)
            throws IOException {
        Problems found = new Problems();
        List<DataFile> topics = new ArrayList<>();
        for (Path file : files(locale)) {
            topics.add(DataFile.of(
                    file.getFileName().toString(), files.getOrDefault(file, Files.readString(file)), found));
        }
        Path own = folder.resolve(locale).resolve("locale.yml");
        Catalogue taken = Catalogue.read(DataFile.of(own.toString(), Files.readString(own), found), topics);
        for (Map.Entry<String, Unit> unit : units.entrySet()) {
            boolean same = taken.has(unit.getKey())
                    && taken.entry(unit.getKey())
                            .pattern()
                            .equals(unit.getValue().text());
            if (taken.has(unit.getKey()) && !same) {
                found.add(unit.getKey() + ": cannot be written into its file");
            }
        }
        Map<String, Catalogue> all = new LinkedHashMap<>(material.catalogues());
        all.put(locale, taken);
        new FlowCompiler(Materials.with(all), FlowLimits.DEFAULTS, found).check();
        new CatalogueCheck(DataFile.resource("/catalogue/forbidden.yml", found), found).check(List.of(taken));
        problems.addAll(found.list());
    }

    private static String line(String key, Unit unit, boolean signed, String reader, LocalDate on) {
        String text = quoted(unit.text());
        return "  \"" + key + "\": "
                + (signed
                        ? "{text: " + text + ", status: reviewed, reviewed-by: " + quoted(reader) + ", reviewed-on: \""
                                + on + "\"}"
                        : text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }

    /** Reads the units; answers the locale they are in. */
    private static String read(String xliff, Map<String, Unit> units, List<String> problems) {
        String locale = "";
        String key = "";
        String text = "";
        String state = "";
        String digest = "";
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(xliff));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "file" -> {
                            String next = String.valueOf(xml.getAttributeValue(null, "target-language"));
                            if (!locale.isEmpty() && !locale.equals(next)) {
                                problems.add("two locales in one file: " + locale + ", " + next);
                            }
                            locale = next;
                        }
                        case "trans-unit" -> {
                            key = String.valueOf(xml.getAttributeValue(null, "id"));
                            text = "";
                            state = "";
                            digest = "";
                        }
                        case "target" -> {
                            state = String.valueOf(xml.getAttributeValue(null, "state"));
                            text = xml.getElementText();
                        }
                        case "note" -> {
                            if ("digest".equals(xml.getAttributeValue(null, "from"))) {
                                digest = xml.getElementText();
                            }
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("trans-unit")) {
                    if (units.put(key, new Unit(text, state, digest)) != null) {
                        problems.add(key + ": came back twice");
                    }
                }
            }
        } catch (XMLStreamException e) {
            problems.add("not XLIFF, line " + e.getLocation().getLineNumber());
        }
        return locale;
    }

    private Catalogue known(String locale) {
        Catalogue words = material.catalogues().get(locale);
        if (words == null) {
            throw new IllegalArgumentException("locale " + locale + " (expected: one of " + material.locales() + ")");
        }
        return words;
    }

    private List<Path> files(String locale) {
        return DataFile.resource("/catalogue/index.yml", new Problems()).texts("topics").stream()
                .map(topic -> folder.resolve(locale).resolve(topic + ".yml"))
                .toList();
    }

    private static List<String> keys(String yaml) {
        return yaml.lines()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> entry.group(1))
                .toList();
    }

    private Set<String> labels() {
        Set<String> labels = new TreeSet<>(Phrases.labels());
        material.flows()
                .values()
                .forEach(flow -> flow.steps().values().forEach(step -> {
                    if (step instanceof Step.Choose choose) {
                        choose.options().forEach(option -> labels.add(option.label()));
                    }
                    if (step instanceof Step.Story story) {
                        labels.add(story.done());
                    }
                }));
        return labels;
    }

    /** Strings to the steps of the current flow that say or show them. */
    private Map<String, Set<String>> said() {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        material.flow(material.current()).steps().forEach((id, step) -> {
            switch (step) {
                case Step.Say say -> said(said, say.text(), id);
                case Step.Asking asking -> {
                    said(said, asking.text(), id);
                    if (asking instanceof Step.Choose choose) {
                        choose.options().forEach(option -> said(said, option.label(), id));
                    }
                    if (asking instanceof Step.Story story) {
                        said(said, story.done(), id);
                        said(said, story.heard(), id);
                    }
                }
                default -> {}
            }
        });
        return said;
    }

    private static void said(Map<String, Set<String>> said, String text, String step) {
        for (String key : List.of(text, text + ".here", text + ".by", text + ".nobody")) {
            said.computeIfAbsent(key, one -> new TreeSet<>()).add(step);
        }
    }
}
