package org.wasl.admin.alert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/**
 * The test alert of each shift: whoever checks in gets one by every way they have, and is on duty once they answered it,
 * by a tap under it or in the console. Until then nobody counts on them, and they are paged when nobody else is there.
 *
 * <p>Made-up staff of the demonstration carry no phone and count as having answered.
 */
final class DutyTests {
    private static final String COLLECTION = "duty-tests";

    private final StaffDirectory directory;
    private final MongoTemplate mongo;
    private final AlertWays ways;
    private final OnceValues once;
    private final Executor beside;
    private final AlertSettings settings;
    private final Clock clock;

    DutyTests(
            StaffDirectory directory,
            MongoTemplate mongo,
            AlertWays ways,
            OnceValues once,
            Executor beside,
            AlertSettings settings,
            Clock clock) {
        this.directory = directory;
        this.mongo = mongo;
        this.ways = ways;
        this.once = once;
        this.beside = beside;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The test alert of somebody's present shift.
     *
     * @param tries how often it was sent
     * @param answered when they answered; {@code null} while they have not
     */
    record Test(
            StaffId staff,
            Instant since,
            String onceValue,
            int tries,
            Instant next,
            @Nullable Instant answered) {
        @Override
        public String toString() {
            return "Test[" + staff.value() + ", redacted]";
        }
    }

    /** Those of them who answered. */
    List<StaffMember> answering(List<StaffMember> checkedIn) {
        if (!settings.testAlert()) {
            return checkedIn;
        }
        Map<StaffId, Test> tests = tests(checkedIn);
        return checkedIn.stream()
                .filter(member -> member.demonstration() || answered(tests.get(member.id())))
                .toList();
    }

    /** Whether somebody who is checked in still has to answer. */
    boolean waitsFor(StaffId staff) {
        return directory
                .find(staff)
                .filter(StaffMember::onDuty)
                .filter(member -> answering(List.of(member)).isEmpty())
                .isPresent();
    }

    /** Answered in the console. {@code false} for somebody who is not checked in. */
    boolean answer(StaffId staff) {
        Optional<Instant> since = directory.onDutySince(staff);
        since.ifPresent(then -> {
            current(staff, then);
            collection()
                    .updateOne(Filters.eq("_id", staff.value()), Updates.set("answered", Date.from(clock.instant())));
        });
        return since.isPresent();
    }

    /** Answered by a tap. {@code false} when it was not under the test alert of the present shift. */
    boolean seen(StaffId staff, String onceValue) {
        Instant since = directory.onDutySince(staff).orElse(null);
        return since != null
                && find(staff)
                        .filter(test ->
                                test.since().equals(since) && test.onceValue().equals(onceValue))
                        .isPresent()
                && answer(staff);
    }

    /** Sends the test alerts that are due. Of several nodes one sends each. */
    void sweep() {
        if (!settings.testAlert()) {
            return;
        }
        Instant now = clock.instant();
        List<StaffMember> checkedIn = directory.onDuty().stream()
                .filter(member -> !member.demonstration())
                .toList();
        Map<StaffId, Test> tests = tests(checkedIn);
        for (StaffMember member : checkedIn) {
            Instant since = directory.onDutySince(member.id()).orElse(null);
            if (since == null) {
                continue;
            }
            Test known = tests.get(member.id());
            Test test = known != null && known.since().equals(since) ? known : current(member.id(), since);
            boolean due = test.answered() == null && test.tries() < settings.testTries() && !now.isBefore(test.next());
            if (due && claimed(test, now)) {
                ways.every(member.id()).forEach(way -> send(way, test));
            }
        }
    }

    private void send(Page.Way way, Test test) {
        AlertChannel channel = ways.channel(way).orElseThrow();
        Runnable work = () -> channel.hand(new AlertChannel.Alert(test.staff(), test.onceValue(), 1));
        if (!channel.slow()) {
            work.run();
            return;
        }
        try {
            beside.execute(work);
        } catch (RejectedExecutionException full) {
            // Sent again in a few minutes, and the console shows it meanwhile.
        }
    }

    private boolean claimed(Test test, Instant now) {
        return collection()
                        .findOneAndUpdate(
                                Filters.and(Filters.eq("_id", test.staff().value()), Filters.eq("tries", test.tries())),
                                Updates.combine(
                                        Updates.set("tries", test.tries() + 1),
                                        Updates.set("next", Date.from(now.plus(settings.testAgain())))))
                != null;
    }

    /** The test of this very shift; made when there is none yet. */
    private Test current(StaffId staff, Instant since) {
        Test known = find(staff).orElse(null);
        if (known != null && known.since().equals(since)) {
            return known;
        }
        Test fresh = new Test(staff, since, once.next(), 0, since, null);
        collection()
                .replaceOne(
                        Filters.eq("_id", staff.value()),
                        new Document("_id", staff.value())
                                .append("since", Date.from(since))
                                .append("once", fresh.onceValue())
                                .append("tries", 0)
                                .append("next", Date.from(since)),
                        new ReplaceOptions().upsert(true));
        return find(staff).orElse(fresh);
    }

    private boolean answered(@Nullable Test test) {
        return test != null
                && test.answered() != null
                && directory
                        .onDutySince(test.staff())
                        .filter(test.since()::equals)
                        .isPresent();
    }

    private Optional<Test> find(StaffId staff) {
        return Optional.ofNullable(
                        collection().find(Filters.eq("_id", staff.value())).first())
                .map(DutyTests::read);
    }

    private Map<StaffId, Test> tests(List<StaffMember> members) {
        Map<StaffId, Test> tests = new HashMap<>();
        List<String> ids = members.stream()
                .filter(member -> !member.demonstration())
                .map(member -> member.id().value())
                .toList();
        if (!ids.isEmpty()) {
            collection().find(Filters.in("_id", ids)).forEach(document -> {
                Test test = read(document);
                tests.put(test.staff(), test);
            });
        }
        return tests;
    }

    private static Test read(Document document) {
        Date answered = document.getDate("answered");
        return new Test(
                new StaffId(document.getString("_id")),
                document.getDate("since").toInstant(),
                document.getString("once"),
                document.getInteger("tries", 0),
                document.getDate("next").toInstant(),
                answered == null ? null : answered.toInstant());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
