package org.wasl.admin.meeting;

import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.SealedObjects;

/** What meetings said and decided of a case goes with the case; that one stood there stays, and their hash holds. */
final class MinutesLeftovers implements CaseLeftovers {
    private final SealedObjects<Meeting> objects;
    private final Mentions mentions;

    MinutesLeftovers(SealedObjects<Meeting> objects, Mentions mentions) {
        this.objects = objects;
        this.mentions = mentions;
    }

    @Override
    public String what() {
        return "minutes";
    }

    @Override
    public void forget(CaseNumber number) {
        for (String id : mentions.of(number.value(), MeetingConfiguration.MEETINGS)) {
            objects.change(id, meeting -> meeting.forgetting(number));
        }
        mentions.forget(number.value(), MeetingConfiguration.MEETINGS);
    }

    @Override
    public boolean left(CaseNumber number) {
        return mentions.of(number.value(), MeetingConfiguration.MEETINGS).stream()
                .flatMap(id -> objects.read(id).stream())
                .anyMatch(stored -> stored.content().item(number).isPresent()
                        || stored.content().corrections().stream()
                                .anyMatch(one -> CaseNumber.in(one.text()).contains(number)));
    }
}
