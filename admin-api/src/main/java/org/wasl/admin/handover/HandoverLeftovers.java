package org.wasl.admin.handover;

import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.SealedObjects;

/** What handovers told of a case goes with the case; that one stood there stays, and their hash holds. */
final class HandoverLeftovers implements CaseLeftovers {
    private final SealedObjects<Handover> objects;
    private final Mentions mentions;

    HandoverLeftovers(SealedObjects<Handover> objects, Mentions mentions) {
        this.objects = objects;
        this.mentions = mentions;
    }

    @Override
    public String what() {
        return "handovers";
    }

    @Override
    public void forget(CaseNumber number) {
        for (String id : mentions.of(number.value(), HandoverConfiguration.HANDOVERS)) {
            objects.change(id, handover -> handover.forgetting(number));
        }
        mentions.forget(number.value(), HandoverConfiguration.HANDOVERS);
    }

    @Override
    public boolean left(CaseNumber number) {
        return mentions.of(number.value(), HandoverConfiguration.HANDOVERS).stream()
                .flatMap(id -> objects.read(id).stream())
                .anyMatch(stored -> CaseNumber.in(stored.content().notes()).contains(number)
                        || stored.content().lines().stream()
                                .anyMatch(line -> line.number().equals(number)));
    }
}
