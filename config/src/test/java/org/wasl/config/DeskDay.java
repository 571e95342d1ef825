package org.wasl.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.OneTimeSignIn;
import org.wasl.bot.channel.telegram.FakeBotApi;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import org.wasl.config.store.EmbeddedMongo;
import tools.jackson.databind.JsonNode;

/**
 * Where the day of a desk happens: both nodes as they are shipped over the stores that come with them, citizens on the
 * chat page, staff at the console, and the officers' bot. Nothing inside is replaced.
 */
final class DeskDay implements AutoCloseable {

    private static final List<String> LANGUAGES = List.of("ar", "ckb", "kmr", "en");
    private static final int AT_ONCE = 8;

    private final FakeBotApi telegram = new FakeBotApi(FakeBotApi.OFFICER_TOKEN);
    private final House house;
    private final StaffBrowser administrator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService citizens = Executors.newFixedThreadPool(AT_ONCE);
    private final List<WebPage> pages = new ArrayList<>();
    private final Map<DayCitizen, String> cases = new LinkedHashMap<>();
    private final Set<String> numbers = new HashSet<>();

    DeskDay(Path data) {
        house = House.start(
                "--wasl.data=" + data,
                "--wasl.bot.port=0",
                "--wasl.staff.port=0",
                "--wasl.demonstration=false",
                "--wasl.telegram.officer-token=" + FakeBotApi.OFFICER_TOKEN,
                "--wasl.telegram.server=" + telegram.uri(),
                "--wasl.telegram.poll-timeout=2s",
                "--wasl.telegram.call-timeout=2s",
                "--wasl.telegram.lease=6s");
        String first = Objects.requireNonNull(house.admin())
                .spring()
                .getBean(OneTimeSignIn.class)
                .pathForFirstAdministrator()
                .orElseThrow();
        administrator = new StaffBrowser(console()).joins(first, "first.administrator");
    }

    private URI console() {
        return house.settings().staff().uri();
    }

    /** Two administrators agree to them; they join, set a second step up, and sign in with both. */
    Seat colleague(String name, String role, String gender) {
        String invitation = administrator.invites("Made-up " + name, role, gender);
        return new Seat(console(), "made.up." + name.toLowerCase(java.util.Locale.ROOT))
                .joins(invitation)
                .signsIn();
    }

    /** The telephone of somebody who linked it with a code of their own. */
    FakeTelegramCitizen telephone(Seat seat, long chat) {
        FakeTelegramCitizen telephone = telegram.citizen(chat);
        telephone.says(seat.linkCode());
        PathWorld.await("the link", () -> seat.read("/api/me").get("linked").asBoolean() ? seat : null);
        return telephone;
    }

    /** Taps "seen" under the alert that comes after so many others. */
    void seesAlert(FakeTelegramCitizen telephone, int before) {
        telegram.await("an alert", all -> alerts(telephone).size() > before);
        FakeBotApi.Shown alert = alerts(telephone).getLast();
        telephone.tapsToken(alert.buttons().getFirst().token(), alert.id());
    }

    List<FakeBotApi.Shown> alerts(FakeTelegramCitizen telephone) {
        return telegram.screen(telephone.chat()).stream()
                .filter(shown -> shown.sent().toString().contains("s|"))
                .toList();
    }

    // ---- citizens

    /** One who writes now; the case is known when this answers. */
    DayCitizen writes(Seat reader, boolean danger, String story, String... wishes) {
        DayCitizen one = citizen(LANGUAGES.getFirst(), danger, story, List.of(wishes));
        filed(List.of(one));
        arrived(reader, List.of(one));
        return one;
    }

    /** So many at once, in every language, about what comes to such a desk every day. */
    List<DayCitizen> writeInTurn(Seat reader, int many) {
        List<DayCitizen> wave = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String language = LANGUAGES.get(i % LANGUAGES.size());
            wave.add(citizen(language, false, story(language), List.of()));
        }
        filed(wave);
        arrived(reader, wave);
        return wave;
    }

    private DayCitizen citizen(String language, boolean danger, String story, Collection<String> wishes) {
        WebPage page = new WebPage(http, house.settings().bot().uri());
        pages.add(page);
        return new DayCitizen(pages.size(), language, danger, story, wishes, page);
    }

    private void filed(List<DayCitizen> wave) {
        try {
            for (Future<DayCitizen> one : citizens.invokeAll(wave.stream()
                    .map(one -> (java.util.concurrent.Callable<DayCitizen>) one::files)
                    .toList())) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Whose case is which follows from the words in it. */
    private void arrived(Seat reader, List<DayCitizen> wave) {
        Set<DayCitizen> awaited = new HashSet<>(wave);
        PathWorld.await("the cases of " + wave.size(), () -> {
            for (String number : queue(reader)) {
                if (!numbers.contains(number)) {
                    String held = reader.seen(number).toString();
                    awaited.stream()
                            .filter(one -> held.contains(one.sign()))
                            .findFirst()
                            .ifPresent(one -> {
                                cases.put(one, number);
                                numbers.add(number);
                                awaited.remove(one);
                            });
                }
            }
            return awaited.isEmpty() ? wave : null;
        });
    }

    /** The numbers that stand in somebody's queue. */
    static List<String> queue(Seat reader) {
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = reader.read("/api/queue?limit=200" + (after.isEmpty() ? "" : "&after=" + after));
            page.get("items").forEach(row -> found.add(row.get("number").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return found;
    }

    /** The case a call or a walk-in became. */
    void entered(String number) {
        numbers.add(number);
    }

    String caseOf(DayCitizen one) {
        return Objects.requireNonNull(cases.get(one), one.sign());
    }

    Map<DayCitizen, String> cases() {
        return cases;
    }

    Set<String> numbers() {
        return numbers;
    }

    private static String story(String language) {
        return switch (language) {
            case "ar" -> "واحد يهددني بصوري من شهر ويريد فلوس";
            case "ckb" -> "کەسێک هەڕەشەم لێ دەکات وێنەکانم بڵاو بکاتەوە و پارە دەوێت";
            case "kmr" -> "کەسەک گەفا ل من دکەت وێنێن من بەلاڤ بکەت و پاران دخوازیت";
            default -> "Someone threatens to publish my pictures and wants money";
        };
    }

    // ---- after the day

    @Override
    public void close() {
        pages.forEach(WebPage::close);
        citizens.shutdownNow();
        house.close();
        telegram.close();
    }

    /** What the auditor's command says of the store of a house that stands still. */
    record Verified(int answer, String said) {}

    /** Runs the command on the store, with the one key an auditor is given. */
    static Verified verifiedByCommand(Path data, @Nullable Consumer<String> before) throws Exception {
        Path keys = Files.createTempDirectory(
                data, "auditor", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(data.resolve("keys/desk/audit.wrapped"), keys.resolve("audit.wrapped"));
        String secret = Files.readString(data.resolve("desk.secret")).strip();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (EmbeddedMongo store =
                EmbeddedMongo.start(data.resolve("mongodb"), data.resolve("store.key"), 32, new SecureRandom())) {
            if (before != null) {
                before.accept(store.uri());
            }
            int answer = new Commands(
                            new ByteArrayInputStream((secret + "\n").getBytes(StandardCharsets.UTF_8)),
                            new PrintStream(said, true, StandardCharsets.UTF_8),
                            new SecureRandom())
                    .run("verify-audit", keys.toString(), store.uri())
                    .orElseThrow();
            return new Verified(answer, said.toString(StandardCharsets.UTF_8));
        }
    }
}
