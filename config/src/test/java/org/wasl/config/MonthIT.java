package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first days of the made-up month, played at a desk of its own: a deed the desk refuses ends the play. In them lie a
 * meeting, a change of shift, a visit, a referral and a session that is asked for.
 */
@Tag("beside-another")
class MonthIT {

    private static final Duration WITHOUT = Duration.ofDays(27);

    @TempDir
    private Path folder;

    @Test
    void isPlayedAsTheDeskLetsItAndGoesWhole() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        MonthCommand command =
                new MonthCommand(new PrintStream(said, true, StandardCharsets.UTF_8), new SecureRandom());
        Path month = folder.resolve("month");

        assertThat(command.make(month.toString(), WITHOUT, "--wasl.staff.port=0", "--wasl.bot.port=0"))
                .as(() -> said.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("A made-up month: [5-9] reports");
        assertThat(month.resolve("made-up-month")).exists();

        assertThat(command.remove(month.toString())).isZero();
        assertThat(month).doesNotExist();
    }
}
