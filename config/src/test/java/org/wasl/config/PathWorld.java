package org.wasl.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.OneTimeSignIn;
import org.wasl.bot.channel.telegram.FakeBotApi;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import tools.jackson.databind.JsonNode;

/**
 * The whole of Wasl as it is shipped, both nodes in contexts of their own over the embedded stores, with a fake Bot API
 * where Telegram would be. Nothing inside is replaced. Real (that is: not demonstration) staff join the way they do.
 */
final class PathWorld implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final FakeBotApi telegram = new FakeBotApi();
    private final House house;
    private final StaffBrowser administrator;
    private final StaffBrowser supervisor;

    PathWorld(Path data) {
        this(data, List.of());
    }

    PathWorld(Path data, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--wasl.data=" + data,
                "--wasl.bot.port=0",
                "--wasl.staff.port=0",
                "--wasl.demonstration=false",
                "--wasl.telegram.token=" + FakeBotApi.TOKEN,
                "--wasl.telegram.server=" + telegram.uri(),
                "--wasl.telegram.poll-timeout=2s",
                "--wasl.telegram.call-timeout=2s",
                "--wasl.telegram.lease=6s",
                "--wasl.telegram.retry-first=50ms",
                "--wasl.telegram.retry-most=200ms"));
        arguments.addAll(more);
        this.house = House.start(arguments.toArray(String[]::new));
        this.administrator = anAdministrator();
        this.supervisor = joins("Made-up Supervisor", "SUPERVISOR").goesOnDuty();
    }

    FakeTelegramCitizen citizen(long chat) {
        return telegram.citizen(chat);
    }

    FakeBotApi telegram() {
        return telegram;
    }

    StaffBrowser supervisor() {
        return supervisor;
    }

    URI console() {
        return house.settings().staff().uri();
    }

    URI chat() {
        return house.settings().bot().uri();
    }

    House house() {
        return house;
    }

    /** Waits until there are so many cases in the queue and answers their rows. */
    List<JsonNode> queue(int atLeast) {
        return await("a queue of " + atLeast, () -> {
            List<JsonNode> rows = new ArrayList<>();
            supervisor.api("/api/queue").get("items").forEach(rows::add);
            return rows.size() >= atLeast ? rows : null;
        });
    }

    /** Waits until a case has what is asked for. */
    JsonNode caseThat(String number, java.util.function.Predicate<JsonNode> wanted) {
        return await("case " + number, () -> {
            JsonNode found = supervisor.api("/api/cases/" + number);
            return wanted.test(found) ? found : null;
        });
    }

    /** Takes a case and answers the person. */
    void answers(String number, String text) {
        answers(supervisor, number, text);
    }

    /** The same by anybody. A report is at the desk before its receipt is derived: until then there is no way back. */
    static void answers(StaffBrowser staff, String number, String text) {
        staff.change(number, "/acknowledgement", "{}");
        await("a way back to " + number, () -> reached(staff.api("/api/cases/" + number)) ? number : null);
        staff.change(number, "/replies", "{\"text\":\"" + text + "\"}");
    }

    /** Whether every report of a case has a mailbox. */
    static boolean reached(JsonNode held) {
        return held.get("reports")
                .valueStream()
                .allMatch(report -> report.get("mailbox").asBoolean());
    }

    static <T> T await(String what, Supplier<@Nullable T> look) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            T found = look.get();
            if (found != null) {
                return found;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
        throw new AssertionError("did not come: " + what);
    }

    @Override
    public void close() {
        house.close();
        telegram.close();
    }

    /** One more of the staff, of this role for everything. */
    StaffBrowser joins(String name, String role) {
        return new StaffBrowser(console())
                .joins(
                        administrator.invites(name, role),
                        name.toLowerCase(Locale.ROOT).replace(' ', '.'));
    }

    private StaffBrowser anAdministrator() {
        String first = Objects.requireNonNull(house.admin())
                .spring()
                .getBean(OneTimeSignIn.class)
                .pathForFirstAdministrator()
                .orElseThrow();
        return new StaffBrowser(console()).joins(first, "first.administrator");
    }
}
