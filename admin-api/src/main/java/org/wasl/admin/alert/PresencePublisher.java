package org.wasl.admin.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.officer.Territory;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.intake.PresenceSealer;
import redis.clients.jedis.RedisClient;

/** Tells the bot how many are on duty, by language and territory. No names; the bot believes it for a minute. */
final class PresencePublisher {
    private final StaffDirectory directory;
    private final DutyTests tests;
    private final PresenceSealer sealer;
    private final RedisClient redis;
    private final Clock clock;
    private volatile List<Presence.Staffed> told = List.of();

    PresencePublisher(
            StaffDirectory directory, DutyTests tests, PresenceSealer sealer, RedisClient redis, Clock clock) {
        this.directory = directory;
        this.tests = tests;
        this.sealer = sealer;
        this.redis = redis;
        this.clock = clock;
    }

    /** Also when nothing changed: what is not told anew is soon believed no more. */
    void publish() {
        tell(present());
    }

    /** Only when somebody came or went: the bot must not promise a person who has gone, nor hide one who is there. */
    void publishChange() {
        Presence present = present();
        if (!present.staffed().equals(told)) {
            tell(present);
        }
    }

    private void tell(Presence present) {
        redis.hset(
                Boundary.PRESENCE.getBytes(StandardCharsets.UTF_8),
                Boundary.PRESENCE_FIELD.getBytes(StandardCharsets.UTF_8),
                sealer.seal(present).toArray());
        told = present.staffed();
    }

    /** Counts those who may write to a citizen and answered their test alert: whoever cannot answer is no presence. */
    Presence present() {
        Map<String, Presence.Staffed> counts = new TreeMap<>();
        for (StaffMember member : tests.answering(directory.onDuty())) {
            if (member.role().may(Permission.CASE_REPLY)) {
                for (String language : member.languages()) {
                    for (Territory territory : member.territories()) {
                        counts.merge(
                                language + "/" + territory,
                                new Presence.Staffed(language, territory.name(), 1),
                                (one, other) -> new Presence.Staffed(
                                        one.locale(), one.territory(), one.onDuty() + other.onDuty()));
                    }
                }
            }
        }
        return new Presence(clock.instant(), counts.values().stream().toList());
    }
}
