package org.wasl.admin.fieldwork;

import java.time.Instant;
import java.util.Map;
import org.wasl.admin.officer.StaffId;

/**
 * What was gone through with the person so that they are safer. A list of points and no words: where they go and to whom
 * is written down nowhere.
 */
public record SafetyPlan(Map<Point, Answer> points, StaffId by, Instant at) {

    /** What is gone through, from what is needed tonight to what is needed later. */
    public enum Point {
        EMERGENCY_NUMBER_KNOWN,
        WAY_OUT,
        SAFE_PLACE,
        SAFE_PERSON_OUTSIDE_FAMILY,
        SIGN_AGREED,
        CHILDREN,
        STAY_AWAY_FROM_WEAPONS,
        MEDICAL_CARE,
        PAPERS_AND_MONEY,
        PHONE_CHARGED_AND_QUIET,
        CHAT_NOT_TO_BE_FOUND,
        OWN_ACCOUNTS,
        NEXT_CONTACT
    }

    /** What came of a point. */
    public enum Answer {
        SETTLED,
        OPEN,
        NOT_NEEDED
    }

    public SafetyPlan {
        points = Map.copyOf(points);
    }

    public Answer of(Point point) {
        return points.getOrDefault(point, Answer.OPEN);
    }
}
