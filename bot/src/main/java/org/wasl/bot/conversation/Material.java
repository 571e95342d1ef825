package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;

/** Everything the engine reads and never changes: flows, words, numbers, places, guidance, triage, limits. */
record Material(
        Map<String, Flow> flows,
        String current,
        Migrations migrations,
        Map<String, Catalogue> catalogues,
        Numbers numbers,
        Places places,
        Towns towns,
        Guidance guidance,
        MoveWords words,
        Searching searching,
        Map<Level, Integer> hours,
        Function<Report, Assessment> triage,
        ConversationSettings settings) {

    static final String FALLBACK = "ar-IQ";
    static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab", "en");

    /** Reads all data files and compiles them. Throws one exception that lists every problem. */
    static Material load(Function<Report, Assessment> triage, ConversationSettings settings, FlowLimits limits) {
        Problems problems = new Problems();
        DataFile index = DataFile.resource("/flows/index.yml", problems);
        Map<String, Flow> flows = flows(index.texts("files"), problems);
        Map<String, Flow> retired = flows(index.texts("retired"), problems);
        Map<String, Catalogue> catalogues = catalogues(problems);
        Places places = Places.read(DataFile.resource("/directory/places.yml", problems), LOCALES);
        Material material = new Material(
                flows,
                index.text("current"),
                Migrations.read(DataFile.resource("/flows/migrations.yml", problems), retired),
                catalogues,
                Numbers.read(DataFile.resource("/directory/numbers.yml", problems), problems),
                places,
                Towns.read(DataFile.resource("/directory/towns.yml", problems), places),
                Guidance.read(DataFile.resource("/directory/guidance.yml", problems)),
                MoveWords.read(DataFile.resource("/catalogue/moves.yml", problems))
                        .withLabels(catalogues.values(), problems),
                Searching.read(DataFile.resource("/directory/searching.yml", problems)),
                hours(DataFile.resource("/directory/hours.yml", problems)),
                triage,
                settings);
        index.nothingElse();
        new FlowCompiler(material, limits, problems).check();
        new MigrationCheck(material, problems).check();
        new CatalogueCheck(DataFile.resource("/catalogue/forbidden.yml", problems), problems)
                .check(catalogues.values());
        problems.throwIfAny("conversation data");
        return material;
    }

    private static Map<String, Flow> flows(List<String> files, Problems problems) {
        Map<String, Flow> flows = new LinkedHashMap<>();
        for (String file : files) {
            Flow flow = FlowReader.read(
                    DataFile.resource("/flows/" + file, problems),
                    part -> DataFile.resource("/flows/" + folder(file) + part + ".yml", problems));
            flows.put(key(flow), flow);
        }
        return flows;
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static Map<String, Catalogue> catalogues(Problems problems) {
        DataFile index = DataFile.resource("/catalogue/index.yml", problems);
        List<String> topics = index.texts("topics");
        if (!index.texts("locales").equals(LOCALES)) {
            index.problem("locales: " + index.texts("locales") + " (expected: " + LOCALES + ")");
        }
        index.nothingElse();
        Map<String, Catalogue> catalogues = new LinkedHashMap<>();
        for (String locale : LOCALES) {
            String folder = "/catalogue/" + locale + "/";
            catalogues.put(
                    locale,
                    Catalogue.read(
                            DataFile.resource(folder + "locale.yml", problems),
                            topics.stream()
                                    .map(topic -> DataFile.resource(folder + topic + ".yml", problems))
                                    .toList()));
        }
        return catalogues;
    }

    private static Map<Level, Integer> hours(DataFile file) {
        Map<Level, Integer> hours = new TreeMap<>();
        for (Level level : Level.values()) {
            hours.put(level, file.number(level.wire()));
        }
        file.nothingElse();
        return hours;
    }

    /** The revision by its key, or the current one where it is not live. */
    Flow flow(String key) {
        Flow live = flows.get(key);
        return live == null ? Objects.requireNonNull(flows.get(current)) : live;
    }

    static String key(Flow flow) {
        return flow.name() + "-" + flow.revision();
    }

    /** The catalogue of a locale; Kurmanji in Latin letters reads the Badini one until it has its own. */
    Catalogue catalogue(String locale) {
        Catalogue found = catalogues.get(locale.equals("kmr-Latn") ? "kmr-Arab" : locale);
        return found == null ? Objects.requireNonNull(catalogues.get(FALLBACK)) : found;
    }

    /** The locale to answer in before one was chosen. */
    static String localeOf(Language language) {
        return switch (language) {
            case SORANI, SORANI_LATIN -> "ckb";
            case BADINI, KURMANJI_LATIN -> "kmr-Arab";
            case ENGLISH -> "en";
            case ARABIC, ARABIZI, PERSIAN, TURKISH, OTHER -> FALLBACK;
        };
    }

    List<String> locales() {
        return new ArrayList<>(catalogues.keySet());
    }
}
