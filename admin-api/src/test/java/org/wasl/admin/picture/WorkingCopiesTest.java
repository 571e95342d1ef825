package org.wasl.admin.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image process as it is started, seen from the desk. */
class WorkingCopiesTest {

    private static final String STAMP = "0A1B2C3D 2026-11-23";

    private WorkingCopies copies = new WorkingCopies(PictureSettings.DEFAULTS);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        copies.close();
    }

    @Test
    void drawsAPhotographAnewWithoutWhatItsFileTold() {
        WorkingCopy.Ready ready = (WorkingCopy.Ready) of(Pictures.photograph(1_200, 900, 6));

        assertThat(ready.media()).isEqualTo("image/jpeg");
        assertThat(Pictures.latin(ready.bytes().toArray())).doesNotContain(Pictures.MARKER);
        assertThat(Pictures.seen(ready.bytes().toArray()).getHeight()).isEqualTo(1_200);
    }

    @Test
    void drawsAScreenshotAnew() {
        WorkingCopy.Ready ready = (WorkingCopy.Ready) of(Pictures.screenshot(400, 300));

        assertThat(ready.media()).isEqualTo("image/png");
        assertThat(Pictures.latin(ready.bytes().toArray())).doesNotContain(Pictures.MARKER);
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(of(Pictures.bomb(30_000, 30_000))).isEqualTo(new WorkingCopy.None(Untaken.TOO_MANY_POINTS));
        assertThat(of(new byte[100])).isEqualTo(new WorkingCopy.None(Untaken.NOT_A_PICTURE));
        with(new PictureSettings(
                1_000, 40_000_000, 12_000_000, 1_000_000, 256, Duration.ofSeconds(20), 2, 20, List.of()));
        assertThat(of(Pictures.photograph(640, 480, 1))).isEqualTo(new WorkingCopy.None(Untaken.TOO_LARGE));
    }

    @Test
    void endsAProcessThatTakesTooLong() throws IOException {
        Path told = folder.resolve("pid");
        with(slow("#!/bin/sh\necho $$ > " + told + "\nexec sleep 60\n", Duration.ofSeconds(5)));

        assertThat(of(Pictures.photograph(64, 64, 1))).isEqualTo(new WorkingCopy.None(Untaken.TOO_MUCH));

        long pid = Long.parseLong(Files.readString(told).strip());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    @Test
    void endsAProcessThatAnswersWithoutEnd() throws IOException {
        with(slow("#!/bin/sh\nexec cat /dev/zero\n", Duration.ofSeconds(20)));
        assertThat(of(Pictures.photograph(64, 64, 1))).isInstanceOf(WorkingCopy.None.class);
    }

    @Test
    void endsAProcessThatTakesTooMuchMemory() {
        with(new PictureSettings(
                20_000_000, 90_000_000, 90_000_000, 1_000_000, 8, Duration.ofSeconds(20), 2, 20, List.of()));
        assertThat(of(Pictures.photograph(3_000, 3_000, 1))).isEqualTo(new WorkingCopy.None(Untaken.TOO_MUCH));
    }

    /** No variable of the desk's, and no class but the package's own, is within reach of whatever a picture does. */
    @Test
    void givesTheProcessNothingOfTheDesk() throws IOException {
        Path seen = folder.resolve("seen");
        with(slow(
                "#!/bin/sh\n{ /usr/bin/env; for a in \"$@\"; do echo \"$a\"; done; } > " + seen + "\nexit 1\n",
                Duration.ofSeconds(20)));
        of(Pictures.photograph(64, 64, 1));

        String told = Files.readString(seen);
        assertThat(told).contains("-cp\n").contains("picture.jar\n").contains(STAMP);
        assertThat(told.lines().filter(line -> line.matches("[A-Z_]+=.*")))
                .allMatch(line -> line.matches("(PWD|SHLVL|_|OLDPWD)=.*"));
        assertThat(told).doesNotContain("target/classes").doesNotContain(".m2");
    }

    @Test
    void drawsNothingOfAnOriginalThatCannotBeReadToItsEnd() {
        byte[] photograph = Pictures.photograph(640, 480, 1);
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == photograph.length / 2) {
                    throw new IOException("a piece is missing");
                }
                return photograph[at++] & 0xFF;
            }
        };
        assertThat(copies.of(broken, STAMP)).isEqualTo(new WorkingCopy.None(Untaken.NOT_WHOLE));
    }

    @Test
    void putsNothingBesideTheCommandThatASignInTheStampCouldMean() {
        assertThat(copies.of(new ByteArrayInputStream(Pictures.photograph(64, 64, 1)), "layla; rm -rf $(x)\n"))
                .isInstanceOf(WorkingCopy.Ready.class);
    }

    private WorkingCopy of(byte[] file) {
        return copies.of(new ByteArrayInputStream(file), STAMP);
    }

    private void with(PictureSettings settings) {
        copies.close();
        copies = new WorkingCopies(settings);
    }

    /** Something else in the place of the command, as an operator would wrap it. */
    private PictureSettings slow(String script, Duration time) throws IOException {
        Path wrap = Files.writeString(folder.resolve("wrap.sh"), script);
        return new PictureSettings(
                20_000_000, 40_000_000, 12_000_000, 1_000_000, 256, time, 2, 20, List.of("/bin/sh", wrap.toString()));
    }
}
