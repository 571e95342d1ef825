package org.wasl.admin.casework;

import java.time.Duration;

/**
 * The clocks of one level.
 *
 * @param acknowledge by when a named person holds the case
 * @param firstMessage by when a human's first message went to the person
 * @param act by when the first protective step is done
 */
public record LevelClock(Duration acknowledge, Duration firstMessage, Duration act) {}
