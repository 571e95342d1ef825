package org.wasl.admin.casework;

import java.util.List;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffId;

/**
 * Somebody who could take a case, and why.
 *
 * @param points what speaks for and against them, in the order of its weight
 * @param weight what the list is sorted by, the highest first
 */
public record Suggestion(StaffId staff, String name, Role role, List<Point> points, int weight) {

    /** One reason for or against somebody. Its weight is an order of what helps the person most, not a measure. */
    public enum Point {
        READS_LANGUAGE(40),
        /** A stated wish is met. */
        AS_WISHED(0),
        /** Nothing is known of a wish: women first for a quarter of an hour, where the time is there. */
        WOMAN_FIRST(25),
        SERVES_THERE(30),
        NEXT_DOOR(15),
        TRAINED_FOR_CHILDREN(20),
        SPECIALIST(15),
        HAS_ROOM(10),
        /** Reached by a message too, not only at the console. */
        LINKED(2),
        ELSEWHERE(0),
        OUT_OF_HOURS(-10),
        /** Holds as many cases as they should. */
        FULL(-50),
        DOES_NOT_READ_LANGUAGE(-20);

        private final int weight;

        Point(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }

        /** Whether it speaks for somebody. */
        public boolean good() {
            return weight > 0 || this == AS_WISHED;
        }
    }

    public Suggestion {
        points = List.copyOf(points);
    }
}
