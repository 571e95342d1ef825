import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.wasl.triage.text.LanguageIdentifier;
import org.wasl.triage.text.NormalText;

/** Asks Wasl, Lingua and OpenNLP's stock detector for the language of the same texts; prints shares, never a text. */
class WhichLanguage {

    /** What counts as right; any Kurdish is right for every Kurdish, to be fair to those who know only one. */
    private static final Map<String, Set<String>> OTHERS_SAY = Map.of(
            "ar", Set.of("ara", "arb"),
            "arabizi", Set.of("ara", "arb"),
            "ckb", Set.of("ckb", "kur"),
            "ckb-latn", Set.of("ckb", "kur"),
            "kmr-arab", Set.of("kmr", "kur"),
            "kmr-latn", Set.of("kmr", "kur"),
            "fa", Set.of("fas", "pes"),
            "tr", Set.of("tur"),
            "en", Set.of("eng"));

    private record Text(String set, String language, String text) {}

    public static void main(String[] arguments) throws Exception {
        List<Text> texts = new ArrayList<>();
        dev(Path.of(arguments[0]), texts);
        if (arguments.length > 1) {
            others(Path.of(arguments[1]), texts);
        }
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        LanguageIdentifier wasl = LanguageIdentifier.load();
        measure("Wasl", texts, table, text -> wasl.identify(NormalText.of(text)).main().wire(), false);
        LanguageDetectorME stock;
        try (InputStream model = WhichLanguage.class.getResourceAsStream("/langdetect-183.bin")) {
            stock = new LanguageDetectorME(new LanguageDetectorModel(model));
        }
        System.err.println("OpenNLP knows " + stock.getSupportedLanguages().length + " languages, of them "
                + List.of(stock.getSupportedLanguages()).stream().filter(Set.of("ckb", "kmr", "kur", "ara", "arb", "fas", "pes", "tur", "eng")::contains).toList());
        measure("OpenNLP stock", texts, table, text -> stock.predictLanguage(text).getLang(), true);
        var lingua = LanguageDetectorBuilder.fromAllSpokenLanguages().build();
        measure("Lingua", texts, table,
                text -> lingua.detectLanguageOf(text).getIsoCode639_3().toString().toLowerCase(java.util.Locale.ROOT), true);
        System.out.println("| texts | language | of | Wasl | OpenNLP stock | Lingua |\n|---|---|---|---|---|---|");
        table.forEach((name, row) -> System.out.println("| " + name + " | " + row.get("of") + " | " + row.get("Wasl")
                + " | " + row.get("OpenNLP stock") + " | " + row.get("Lingua") + " |"));
        System.exit(0);
    }

    private static void measure(
            String reader, List<Text> texts, Map<String, Map<String, String>> table, Function<String, String> say, boolean other) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        long start = System.nanoTime();
        for (Text text : texts) {
            int[] count = counts.computeIfAbsent(text.set() + " | " + text.language(), any -> new int[2]);
            String said = say.apply(text.text());
            count[0]++;
            count[1] += (other ? OTHERS_SAY.get(text.language()).contains(said) : said.equals(text.language())) ? 1 : 0;
        }
        System.err.printf("%s: %.1f s%n", reader, (System.nanoTime() - start) / 1e9);
        counts.forEach((name, count) -> {
            Map<String, String> row = table.computeIfAbsent(name, any -> new LinkedHashMap<>());
            row.put("of", Integer.toString(count[0]));
            row.put(reader, String.format(java.util.Locale.ROOT, "%.3f", count[1] / (double) count[0]));
        });
    }

    private static void dev(Path corpus, List<Text> texts) throws Exception {
        try (var files = Files.list(corpus.resolve("dev"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] cells = line.split("\t", -1);
                    if (cells.length == 8 && OTHERS_SAY.containsKey(cells[1])) {
                        texts.add(new Text("development", cells[1], cells[7]));
                    }
                }
            }
        }
        texts.sort(java.util.Comparator.comparing(Text::language));
    }

    private static void others(Path folder, List<Text> texts) throws Exception {
        for (String line : Files.readAllLines(folder.resolve("language-id.tsv")).stream().skip(1).sorted().toList()) {
            String[] cells = line.split("\t", -1);
            if (cells.length >= 3 && OTHERS_SAY.containsKey(cells[0])) {
                texts.add(new Text("other people's", cells[0], cells[2]));
            }
        }
        for (String line : Files.readAllLines(folder.resolve("sorani-on-arabic-keyboard.tsv")).stream().skip(1).toList()) {
            texts.add(new Text("Sorani on Arabic keys", "ckb", line.split("\t", -1)[0]));
        }
    }
}
